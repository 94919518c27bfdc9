import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";

/** What kind of offers to invent. */
export interface OfferSimulationOptions {
  /** How many offers, at most 10 million. */
  readonly offers: number;
  /** The same seed gives the same offers on every machine: a whole number. */
  readonly seed: number;
  /** First day on which an offer may be submitted. Default `"2024-01-01"`. */
  readonly from?: DateInput;
  /** Last day of submission and of observation, inclusive: what is decided later is open. Default `"2025-12-31"`. */
  readonly until?: DateInput;
  /** How many customers are offered something, at most 10 million. Default: one for every five offers. */
  readonly customers?: number;
  /** How many people sell, at most a million. Default 8. */
  readonly sellers?: number;
  /** How many products are sold, at most a million. Default 5. */
  readonly products?: number;
  /** The mean of the true win rates of sellers and products, from 0.001 to 0.999. Default 0.3. */
  readonly winRate?: number;
  /**
   * How alike sellers (and products) are: as alike as if each had been judged by so many offers; their win rates come from a beta distribution with this
   * sum of parameters. Default 20.
   */
  readonly concentration?: number;
  /** Share of offers that are withdrawn before they are won or lost, from 0 to 1. Default 0.05. */
  readonly withdrawn?: number;
  /** Mean of the days from submission to decision, above 0. Default 45. */
  readonly daysToDecision?: number;
  /** Median of the values, in money, above 0 and at most 10^12. Default 10 000. */
  readonly medianValue?: number;
}

/** Options as the simulation uses them. */
export interface CheckedSimulation extends Required<Omit<OfferSimulationOptions, "from" | "until">> {
  readonly from: CivilDay;
  readonly until: CivilDay;
}

const NAMES = {
  offers: true,
  seed: true,
  from: true,
  until: true,
  customers: true,
  sellers: true,
  products: true,
  winRate: true,
  concentration: true,
  withdrawn: true,
  daysToDecision: true,
  medianValue: true,
} satisfies Record<keyof OfferSimulationOptions, true>;

export function checkedSimulation(options: OfferSimulationOptions): CheckedSimulation {
  checkNames("options", options, NAMES);
  const { offers, seed, sellers = 8, products = 5, winRate = 0.3, concentration = 20 } = options;
  const { withdrawn = 0.05, daysToDecision = 45, medianValue = 10_000 } = options;
  checkNumber("offers", offers, { least: 0, most: MOST_OFFERS, whole: true });
  const { customers = Math.max(1, Math.ceil(offers / OFFERS_PER_CUSTOMER)) } = options;
  checkNumber("seed", seed, { whole: true });
  checkNumber("customers", customers, { least: 1, most: MOST_OFFERS, whole: true });
  checkNumber("sellers", sellers, { least: 1, most: MOST_GROUPS, whole: true });
  checkNumber("products", products, { least: 1, most: MOST_GROUPS, whole: true });
  checkNumber("winRate", winRate, { least: 0.001, most: 0.999 });
  checkNumber("concentration", concentration, { above: 0 });
  checkNumber("withdrawn", withdrawn, { least: 0, most: 1 });
  checkNumber("daysToDecision", daysToDecision, { above: 0 });
  checkNumber("medianValue", medianValue, { above: 0, most: LARGEST_MEDIAN });
  const from = dayOption("from", options.from ?? "2024-01-01", "UTC");
  const until = dayOption("until", options.until ?? "2025-12-31", "UTC");
  checkOption(
    "until",
    options.until,
    until >= from ? null : `It lies before the first day, ${isoDate(from)}: pass a later one.`,
  );
  return {
    offers,
    seed,
    from,
    until,
    customers,
    sellers,
    products,
    winRate,
    concentration,
    withdrawn,
    daysToDecision,
    medianValue,
  };
}

const OFFERS_PER_CUSTOMER = 5;
/** More rows than memory holds beside what is made of them. */
const MOST_OFFERS = 10_000_000;
const MOST_GROUPS = 1_000_000;
const LARGEST_MEDIAN = 1e12;
