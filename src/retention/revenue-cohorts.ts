import { checkNames, checkNumber, checkOneOf } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { checkBook, type SubscriptionBook } from "../subscriptions/subscription-book.ts";
import { periodEnd, periodIndex, periodName, periodStart } from "../time/calendar-period.ts";
import { isoDate } from "../time/civil-day.ts";
import { customerAccounts } from "./revenue-accounts.ts";
import { type CohortFrame, cohortsOfAccounts, type RevenueCohortsFound } from "./revenue-cohort-of.ts";
import type { RevenueCohort, RevenueCohortCell, RevenueCohorts } from "./revenue-cohort-result.ts";
import { REVENUE_PERIOD_NAMES, type RevenuePeriodOptions, revenueFrame } from "./revenue-frame.ts";
import { CHURN, NEW, REACTIVATION } from "./revenue-movement.ts";
import { type RevenueSteps, revenueSteps } from "./revenue-steps.ts";

/** How cohorts of subscribers are made and followed. */
export interface RevenueCohortOptions extends RevenuePeriodOptions, ConfidenceOptions {
  /** What is followed: monthly recurring revenue, or paying customers. Default `"revenue"`. */
  readonly value?: "revenue" | "customers";
  /** How many intervals at most, interval 0 included. Default: all that have begun. */
  readonly intervals?: number;
}

const NAMES = {
  ...REVENUE_PERIOD_NAMES,
  value: true,
  intervals: true,
  level: true,
} satisfies Record<keyof RevenueCohortOptions, true>;

/**
 * Cohorts of subscribers: what those who first paid in one month still pay in the months after it.
 *
 * A cohort holds the customers who paid for the first time at the end of one period; interval N is the end of the Nth period after it. The rate is
 * value ÷ value of interval 0: a rate of revenue above 1 means that those who stayed buy more than those who left had bought. A period that is
 * not over is judged as of `asOf` and marked `complete: false`.
 *
 * @param book - Subscriptions.
 * @param options - `period` (default month), `value` (default revenue), `from` (first cohort), `asOf`, `intervals`, and `level` of the intervals of
 *   rates of customers.
 * @returns `{ period, value, decimals, level, asOf, cohorts, rows, warnings }`, with a row per cohort and interval that has begun; money is per month.
 * @throws {@link DataError} for an option that cannot be used.
 *
 * @example
 * import { revenueCohorts, subscriptionBook } from "clientele";
 *
 * const book = subscriptionBook([
 *   { customerId: "Ada", start: "2025-01-10", end: null, monthlyAmount: 50 },
 *   { customerId: "Ben", start: "2025-01-01", end: "2025-02-15", monthlyAmount: 30 },
 *   { customerId: "Cem", start: "2025-02-20", end: "2025-03-31", monthlyAmount: 20 },
 * ]);
 * const { cohorts, rows } = revenueCohorts(book);
 * cohorts.map(({ cohort, size }) => [cohort, size]); // => [["2025-01", 2], ["2025-02", 1]]
 * rows.map(({ cohort, interval, rate }) => [cohort, interval, rate]);
 * // => [["2025-01", 0, 1], ["2025-01", 1, 0.625], ["2025-01", 2, 0.625], ["2025-02", 0, 1], ["2025-02", 1, 1]]
 */
export function revenueCohorts(book: SubscriptionBook, options: RevenueCohortOptions = {}): RevenueCohorts {
  checkBook(book);
  checkNames("options", options, NAMES);
  const { value = "revenue", level = 0.95, intervals = Number.POSITIVE_INFINITY } = options;
  checkOneOf("value", value, ["revenue", "customers"]);
  checkLevel(level);
  if (options.intervals !== undefined) checkNumber("intervals", intervals, { least: 1, whole: true });
  const { period, first, asOf, warnings } = revenueFrame(book, options);
  const frame: CohortFrame = { period, asOf, last: periodIndex(asOf, period) };
  const steps = revenueSteps(book, customerAccounts(book), period, asOf);
  const found = cohortsOfAccounts(steps, book.customerIds.length, frame, period);
  const z = standardErrorsOfLevel(level);
  const sizes = sizesOf(found);
  const cohorts: RevenueCohort[] = [];
  const rows: RevenueCohortCell[] = [];
  const changes = changesOf(steps, found, frame, value);
  found.indices.forEach((index, place) => {
    if (index < first) return;
    const cohort = periodName(index, period);
    const size = sizes[place] as number;
    cohorts.push({
      cohort,
      from: isoDate(periodStart(index, period)),
      to: isoDate(periodEnd(index, period)),
      size,
      complete: periodEnd(index, period) <= asOf,
    });
    const scale = value === "revenue" ? 10 ** book.decimals : 1;
    const last = Math.min(frame.last, index + intervals - 1);
    let now = 0;
    let atFirst = 0;
    for (let p = index; p <= last; p++) {
      now += changes.at(place, p);
      if (p === index) atFirst = now;
      const interval = value === "customers" ? wilsonInterval(now, size, z) : null;
      rows.push({
        cohort,
        size,
        interval: p - index,
        period: periodName(p, period),
        value: now / scale,
        rate: now / atFirst,
        lower: interval?.lower ?? null,
        upper: interval?.upper ?? null,
        complete: periodEnd(p, period) <= asOf,
      });
    }
  });
  return {
    period,
    value,
    decimals: book.decimals,
    level,
    asOf: isoDate(asOf),
    cohorts,
    rows,
    warnings: warnings.filter(({ code }) => code === "after-until"),
  };
}

function sizesOf({ cohortOf, indices }: RevenueCohortsFound): Int32Array {
  const sizes = new Int32Array(indices.length);
  for (let a = 0; a < cohortOf.length; a++) {
    const cohort = cohortOf[a] as number;
    if (cohort >= 0) sizes[cohort] = (sizes[cohort] as number) + 1;
  }
  return sizes;
}

/** What the value of each cohort changes by at the end of each period: units of money, or customers. */
function changesOf(
  { account, period, before, after, movement }: RevenueSteps,
  { cohortOf, indices }: RevenueCohortsFound,
  { last }: CohortFrame,
  value: "revenue" | "customers",
): { at(cohort: number, period: number): number } {
  const first = indices[0] ?? last;
  const periods = last - first + 1;
  const changes = new Float64Array(indices.length * periods);
  for (let i = 0; i < account.length; i++) {
    const cohort = cohortOf[account[i] as number] as number;
    // Whoever has not paid yet stands in a cohort whose first period is still to come.
    if (cohort < 0 || (period[i] as number) < (indices[cohort] as number)) continue;
    const place = cohort * periods + (period[i] as number) - first;
    const change =
      value === "revenue"
        ? (after[i] as number) - (before[i] as number)
        : payingChange(movement[i] as number);
    changes[place] = (changes[place] as number) + change;
  }
  return { at: (cohort, now) => changes[cohort * periods + now - first] as number };
}

function payingChange(movement: number): number {
  if (movement === CHURN) return -1;
  return movement === NEW || movement === REACTIVATION ? 1 : 0;
}
