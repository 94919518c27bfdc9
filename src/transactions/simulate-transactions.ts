import { type Random, seededRandom } from "../math/random.ts";
import { checkNames, checkNumber, checkOneOf, checkOption } from "../rows/options.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { daysPerUnit, TIME_UNITS, type TimeUnit } from "../time/unit.ts";

/** What kind of customers to invent. */
export interface SimulationOptions {
  /** How many customers. */
  readonly customers: number;
  /** First day on which somebody may buy for the first time. */
  readonly from: DateInput;
  /** Last day of observation, inclusive. */
  readonly until: DateInput;
  /** Last day on which somebody may buy for the first time. Default: a third of the way from `from` to `until`. */
  readonly joinUntil?: DateInput;
  /** The same seed gives the same customers on every machine: a whole number. */
  readonly seed: number;
  /** BG/NBD parameters, `alpha` in `unit`. Default: those of the CDNOW customers, per week. */
  readonly purchases?: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };
  /** Gamma-Gamma parameters, `gamma` in money. Default: those of the CDNOW customers, in dollars. */
  readonly spend?: { readonly p: number; readonly q: number; readonly gamma: number };
  /** Unit of `purchases.alpha`. Default `"week"`. */
  readonly unit?: TimeUnit;
}

/** A transaction of an invented customer. */
export interface SimulatedTransaction {
  readonly customerId: string;
  readonly date: IsoDate;
  /** Money, in whole cents. */
  readonly amount: number;
}

const NAMES = {
  customers: true,
  from: true,
  until: true,
  joinUntil: true,
  seed: true,
  purchases: true,
  spend: true,
  unit: true,
} satisfies Record<keyof SimulationOptions, true>;

const CDNOW_PURCHASES = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const CDNOW_SPEND = { p: 6.25, q: 3.74, gamma: 15.44 };

/**
 * Invents customers who buy as the BG/NBD model says and spend as the Gamma-Gamma model says.
 *
 * For tests, examples and studies: first purchases are spread evenly from `from` to `joinUntil`; times are drawn continuously and fall on
 * civil days, so that a customer may buy twice on a day.
 *
 * @param options - Number of customers, period, seed, and the parameters of both models.
 * @returns Rows `{ customerId, date, amount }`, customer by customer, as `transactionLog` reads them.
 * @throws {@link DataError} if a parameter is not above 0 or the dates are out of order.
 * @see Fader, Hardie & Lee (2005), section 2 (assumptions of the BG/NBD model); Fader & Hardie, note 025.
 *
 * @example
 * import { simulateTransactions } from "clientele";
 *
 * const rows = simulateTransactions({ customers: 3, from: "2025-01-01", until: "2025-12-31", seed: 7 });
 * new Set(rows.map((row) => row.customerId)).size; // => 3
 */
export function simulateTransactions(options: SimulationOptions): readonly SimulatedTransaction[] {
  checkNames("options", options, NAMES);
  const { customers, seed, purchases = CDNOW_PURCHASES, spend = CDNOW_SPEND, unit = "week" } = options;
  checkNumber("customers", customers, { least: 0, whole: true });
  checkNumber("seed", seed, { whole: true });
  checkOneOf("unit", unit, TIME_UNITS);
  checkPositive("purchases", { ...purchases });
  checkPositive("spend", { ...spend });
  const from = dayOption("from", options.from, "UTC");
  const until = dayOption("until", options.until, "UTC");
  checkOption("until", options.until, until >= from ? null : "The last day lies before the first.");
  const join =
    options.joinUntil === undefined
      ? from + Math.floor((until - from) / 3)
      : dayOption("joinUntil", options.joinUntil, "UTC");
  checkOption(
    "joinUntil",
    options.joinUntil,
    join >= from && join <= until ? null : "The day must lie between from and until.",
  );

  const random = seededRandom(seed);
  const width = String(customers).length;
  const rows: SimulatedTransaction[] = [];
  for (let c = 0; c < customers; c++) {
    const customerId = `C${String(c + 1).padStart(width, "0")}`;
    const scale = random.gamma(spend.q, spend.gamma);
    const first = from + random.uniform() * (join + 1 - from);
    for (const age of purchaseTimes(random, purchases, (until + 1 - first) / daysPerUnit(unit))) {
      const day = Math.min(Math.floor(first + age * daysPerUnit(unit)), until);
      rows.push({ customerId, date: isoDate(day), amount: inCents(random.gamma(spend.p, scale)) });
    }
  }
  return rows;
}

function checkPositive(path: string, parameters: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(parameters)) checkNumber(`${path}.${name}`, value, { above: 0 });
}

function inCents(amount: number): number {
  return Math.max(1, Math.round(amount * 100)) / 100;
}

/** Ages at which a customer buys, the first purchase (age 0) included, up to an age. */
function purchaseTimes(
  random: Random,
  { r, alpha, a, b }: NonNullable<SimulationOptions["purchases"]>,
  until: number,
): number[] {
  const rate = random.gamma(r, alpha);
  const dropout = random.beta(a, b);
  const ages = [0];
  let age = random.exponential(rate);
  while (age < until) {
    ages.push(age);
    if (random.uniform() <= dropout) break;
    age += random.exponential(rate);
  }
  return ages;
}
