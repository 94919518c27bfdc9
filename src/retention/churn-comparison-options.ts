import type { CustomerSummaries, CustomerSummary, PurchaseCount } from "../customers/customer-summaries.ts";
import type { PurchaseModel } from "../models/models.ts";
import { checkNames, checkNumber, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { type CivilDay, civilDayOfIso, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { TIME_UNITS, type TimeUnit } from "../time/unit.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { CHURN_SIGNALS, type ChurnSignal } from "./churn-signal.ts";

/** How signals are held against what came. */
export interface ChurnComparisonOptions extends ConfidenceOptions {
  /** Last day that the signals may know, inclusive. There is no default. */
  readonly splitAt: DateInput;
  /** Last day on which customers could buy again, inclusive. Default: the day until which the log was observed. */
  readonly until?: DateInput;
  /**
   * How a model comes from what was known on `splitAt`: `fitMbgNbd`, `fitParetoNbd`, or `(customers) => …`. A stored model is `() => stored`. Default:
   * none, and no signals of a model.
   */
  readonly fit?: (customers: CustomerSummaries) => PurchaseModel;
  /** Unit of the summaries and the model. Default `"day"`. */
  readonly unit?: TimeUnit;
  /** What counts as a purchase for the model: see `summarizeCustomers`. Default `"purchase-days"`. */
  readonly count?: PurchaseCount;
  /** What else is known of a customer, for a `fit` with covariates: `(customer) => ({ newsletter: 1 })`. */
  readonly covariates?: (customer: CustomerSummary) => Readonly<Record<string, number>>;
  /** Thresholds of your own that the tables are to show: `{ silenceDays: [90, 180], overdueRatio: [2] }`. */
  readonly thresholds?: Readonly<Partial<Record<ChurnSignal, readonly number[]>>>;
  /** Bins of the calibration, a whole number from 1 to 1000. Default 10. */
  readonly bins?: number;
}

const NAMES = {
  splitAt: true,
  until: true,
  fit: true,
  unit: true,
  count: true,
  covariates: true,
  thresholds: true,
  bins: true,
  level: true,
} satisfies Record<keyof ChurnComparisonOptions, true>;

/** The options of a comparison, checked. */
export interface ComparisonFrame {
  readonly split: CivilDay;
  readonly until: CivilDay;
  readonly unit: TimeUnit;
  readonly count: PurchaseCount;
  readonly bins: number;
  readonly z: number;
  readonly thresholdsOf: (signal: ChurnSignal) => readonly number[];
}

export function comparisonFrame(log: TransactionLog, options: ChurnComparisonOptions): ComparisonFrame {
  checkNames("options", options, NAMES);
  const { unit = "day", count = "purchase-days", bins = 10, level = 0.95, thresholds = {} } = options;
  checkFunction("fit", options.fit);
  checkFunction("covariates", options.covariates);
  checkOneOf("unit", unit, TIME_UNITS);
  checkOneOf("count", count, ["purchase-days", "purchases"]);
  checkNumber("bins", bins, { least: 1, most: 1000, whole: true });
  checkLevel(level);
  checkThresholds(thresholds);
  const { split, until } = daysOf(log, options);
  return {
    split,
    until,
    unit,
    count,
    bins,
    z: standardErrorsOfLevel(level),
    thresholdsOf: (signal) => thresholds[signal] ?? [],
  };
}

/** The days of the split and of the end, with days on both sides of the split. */
function daysOf(
  log: TransactionLog,
  options: ChurnComparisonOptions,
): { readonly split: CivilDay; readonly until: CivilDay } {
  const split = dayOption("splitAt", options.splitAt, log.timeZone);
  const until =
    options.until === undefined ? asOfDay(log, undefined) : dayOption("until", options.until, log.timeZone);
  if (log.from !== null && split < civilDayOfIso(log.from)) {
    const trouble = `The log begins on ${log.from}, so nothing was known by then: pass a later day.`;
    throw invalidOption("splitAt", isoDate(split), trouble);
  }
  if (until <= split) {
    const field = options.until === undefined ? "splitAt" : "until";
    const trouble = `Nothing is left to see who comes back: the days after ${isoDate(split)} would end on ${isoDate(until)}.`;
    throw invalidOption(field, isoDate(field === "until" ? until : split), trouble);
  }
  return { split, until };
}

function checkFunction(path: string, value: unknown): void {
  const fits = value === undefined || typeof value === "function";
  checkOption(path, value, fits ? null : "This is no function.");
}

function checkThresholds(thresholds: Readonly<Partial<Record<ChurnSignal, readonly number[]>>>): void {
  checkNames("thresholds", thresholds, Object.fromEntries(CHURN_SIGNALS.map((signal) => [signal, true])));
  for (const signal of CHURN_SIGNALS) {
    const values: unknown = thresholds[signal];
    if (values === undefined) continue;
    const path = `thresholds.${signal}`;
    checkOption(
      path,
      values,
      Array.isArray(values) ? null : "This is no list of numbers: write it like [90, 180].",
    );
    (values as readonly unknown[]).forEach((value, i) => {
      checkNumber(`${path}[${i}]`, value);
    });
  }
}
