import type { CustomerSummaries, CustomerSummary, PurchaseCount } from "../customers/customer-summaries.ts";
import { summarizeCustomers } from "../customers/summarize-customers.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { daysPerUnit, TIME_UNITS, type TimeUnit } from "../time/unit.ts";
import { asOfDay } from "../transactions/as-of.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { type BaseExpectation, baseExpectation, refuseOpportunities } from "./base-expectation.ts";
import { fitBgNbd } from "./fit-bg-nbd.ts";
import { type JudgedCustomer, judgedCustomers } from "./judged-customers.ts";
import type { ModelValidation, TrackedPeriod } from "./model-validation.ts";
import type { PurchaseModel } from "./models.ts";
import { notEnoughData } from "./not-enough-data.ts";
import { periodEnds } from "./period-ends.ts";
import { predictionErrors } from "./prediction-errors.ts";
import type { WeightedHistory } from "./purchase-histories.ts";
import { countPurchases } from "./purchases-after.ts";
import { frequencyTable, probabilityTable } from "./validation-tables.ts";

/** How a model is put to the test. */
export interface ValidationOptions {
  /** Last day of the calibration, inclusive: what the model may know. There is no default. */
  readonly split: DateInput;
  /** Last day of the holdout, inclusive. Default: the day until which the log was observed. */
  readonly until?: DateInput;
  /**
   * How the model comes from the calibration's summaries: `fitBgNbd` (default), `fitParetoNbd`, or `(customers) => fitMbgCnbdK(customers,
   * { k: 2 })`. A stored model is `() => stored`; it is judged fairly only if it was fitted before the holdout.
   */
  readonly fit?: (customers: CustomerSummaries) => PurchaseModel;
  /** Unit of the summaries and the model. Default `"day"`. */
  readonly unit?: TimeUnit;
  /** What counts as a purchase, in both parts: see `summarizeCustomers`. Default `"purchase-days"`. */
  readonly count?: PurchaseCount;
  /** The calendar period of `tracking`. Default `"week"`. */
  readonly period?: TimeUnit;
  /** What else is known of a customer on the day of the split, for a `fit` with covariates: `(customer) => ({ newsletter: 1 })`. */
  readonly covariates?: (customer: CustomerSummary) => Readonly<Record<string, number>>;
}

/**
 * Holds a model against the future: fits it to what was known on a day, and compares its forecast with what came afterwards.
 *
 * The base are the customers whose first purchase lies in the calibration (up to `split`); in the holdout (from the day after to `until`)
 * they alone count. Purchases are counted as in `summarizeCustomers`: by purchase day unless `count` says otherwise, returns never. Forecasts
 * for the holdout know each customer's calibration; `tracking` knows his first day only, as published tracking plots do. P(alive) cannot be
 * observed, so it is the probability of at least one purchase in the holdout that is held against who bought. Summaries carry
 * `sumLogIntervals` if days are counted.
 *
 * @param log - The whole log, calibration and holdout together.
 * @param options - `split` and, if wanted, `until`, `fit`, `unit`, `count`, `period` and `covariates`.
 * @returns Totals of both parts, errors beside those of a naive forecast, Brier score, tracking, and tables by frequency and probability; each
 *   field says what it holds.
 * @throws {@link DataError} if nobody bought by `split`, the holdout is empty, the model counts opportunities (BG/BB) or another unit, or the
 *   fit throws.
 * @see Fader, Hardie & Lee (2005), section 4, figures 2 to 4; Brier (1950), Monthly Weather Review 78(1).
 *
 * @example
 * import { fitMbgNbd, simulateTransactions, transactionLog, validateModel } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 2000, from: "2023-01-01", until: "2024-12-31", seed: 5 }));
 * const { holdout, errors, naiveErrors } = validateModel(log, { split: "2023-12-31", fit: fitMbgNbd, unit: "week" });
 * holdout.days; // => 366
 * errors.mae < naiveErrors.mae; // => true
 */
export function validateModel(log: TransactionLog, options: ValidationOptions): ModelValidation {
  checkLog(log);
  checkNames("options", options, NAMES);
  const { fit = fitBgNbd, unit = "day", count = "purchase-days", period = "week", covariates } = options;
  checkFunction("fit", fit);
  if (covariates !== undefined) checkFunction("covariates", covariates);
  checkOneOf("period", period, TIME_UNITS);
  const split = dayOption("split", options.split, log.timeZone);
  const until = holdoutEnd(log, split, options.until);

  const intervals = count === "purchase-days";
  const summaries = summarizeCustomers(log, { asOf: isoDate(split), unit, count, intervals });
  if (summaries.rows.length === 0)
    throw notEnoughData("Nobody bought by the day of the split, so there is no base: split later.");
  const customers = covariates === undefined ? summaries : withCovariates(summaries, covariates);
  const model = fit(customers);
  refuseOpportunities(model, "fit");
  checkOption("unit", unit, model.unit === unit ? null : `The model counts in units of a ${model.unit}.`);

  const { rows } = customers;
  const base = baseExpectation(model, customers, split);
  const ends = periodEnds(base.from, until, period, split);
  const counts = countPurchases(log, { split, until, ends, perDay: intervals });
  const t = (until - split) / daysPerUnit(unit);
  const people = judgedCustomers(model, rows, t, counts.holdout);
  const total = (value: (customer: JudgedCustomer) => number): number =>
    people.reduce((sum, customer) => sum + value(customer), 0);
  const buyers = total(bought);
  const share = buyers / people.length;
  const expected = people.map((customer) => customer.expected);
  const errors = predictionErrors(counts.holdout, expected);
  const naive = rows.map(({ frequency, T }) => (T === 0 ? 0 : (frequency / T) * t));
  return {
    model,
    calibration: {
      from: isoDate(base.from),
      until: isoDate(split),
      customers: people.length,
      actual: total(({ frequency }) => frequency),
      expected: base.by(split),
    },
    holdout: {
      from: isoDate(split + 1),
      until: isoDate(until),
      days: until - split,
      actual: total(({ actual }) => actual),
      expected: errors.expected,
      buyers,
      expectedBuyers: total(({ probabilityOfBuying }) => probabilityOfBuying),
      newcomers: counts.newcomers,
    },
    errors,
    naiveErrors: predictionErrors(counts.holdout, naive),
    brier: total((who) => (who.probabilityOfBuying - bought(who)) ** 2) / people.length,
    brierOfShare: share * (1 - share),
    tracking: tracked(ends, counts.byStretch, base, split),
    byFrequency: frequencyTable(people),
    byProbabilityAlive: probabilityTable(people, "probabilityAlive"),
    byProbabilityOfBuying: probabilityTable(people, "probabilityOfBuying"),
  };
}

const NAMES = {
  split: true,
  until: true,
  fit: true,
  unit: true,
  count: true,
  period: true,
  covariates: true,
} satisfies Record<keyof ValidationOptions, true>;

/** 1 for a customer who bought in the holdout, else 0. */
function bought({ actual }: JudgedCustomer): number {
  return actual > 0 ? 1 : 0;
}

function checkFunction(path: string, value: unknown): void {
  checkOption(path, value, typeof value === "function" ? null : "This is no function.");
}

function holdoutEnd(log: TransactionLog, split: CivilDay, until: DateInput | undefined): CivilDay {
  const end = until === undefined ? asOfDay(log, undefined) : dayOption("until", until, log.timeZone);
  const trouble = `Nothing is left to forecast: the holdout would run from the day after ${isoDate(split)} to ${isoDate(end)}.`;
  checkOption(until === undefined ? "split" : "until", isoDate(end), end > split ? null : trouble);
  return end;
}

function withCovariates(
  summaries: CustomerSummaries,
  covariates: NonNullable<ValidationOptions["covariates"]>,
): Omit<CustomerSummaries, "rows"> & { readonly rows: readonly (CustomerSummary & WeightedHistory)[] } {
  return { ...summaries, rows: summaries.rows.map((row) => ({ ...row, covariates: covariates(row) })) };
}

function tracked(
  ends: readonly CivilDay[],
  actual: readonly number[],
  base: BaseExpectation,
  split: CivilDay,
): TrackedPeriod[] {
  let actualCumulative = 0;
  let before = 0;
  return ends.map((day, i) => {
    const came = actual[i] as number;
    actualCumulative += came;
    const expectedCumulative = base.by(day);
    const expected = expectedCumulative - before;
    before = expectedCumulative;
    const holdout = day > split;
    return { end: isoDate(day), actual: came, expected, actualCumulative, expectedCumulative, holdout };
  });
}
