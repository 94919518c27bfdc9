import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { type CivilDay, type IsoDate, isoDate, LAST_CIVIL_DAY } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import { addDuration, type Duration, durationTrouble } from "../time/duration.ts";
import { TIME_UNITS, type TimeUnit } from "../time/unit.ts";
import { baseExpectation, refuseOpportunities } from "./base-expectation.ts";
import { checkBase } from "./check-base.ts";
import { checkUnit } from "./check-unit.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import { notEnoughData } from "./not-enough-data.ts";
import { periodEnds } from "./period-ends.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** How far a base is tracked, and in which steps. */
export interface TrackingOptions {
  /** Last day: a day, or a duration from the day of the customers (`asOf`) on. Default: the day of the customers. */
  readonly until?: Duration | IsoDate;
  /** The calendar period of a row: days, weeks from Monday to Sunday, months or years. Default `"week"`. */
  readonly period?: TimeUnit;
}

/** What a base is expected to buy again in a period. */
export interface ExpectedPeriod {
  /** Last day of the period; of the last row, the last day tracked. */
  readonly end: IsoDate;
  /** Expected repeat purchases in the period. */
  readonly expected: number;
  /** Expected repeat purchases from the beginning to the end of the period. */
  readonly cumulative: number;
}

/**
 * The repeat purchases that a model expects of a whole base, period by period: the curve that is drawn beside what was really bought.
 *
 * Each customer counts as a new one from his first purchase on: Σ weight · E[X(day − first purchase)]. What he did afterwards plays no part,
 * since the question is whether the model, which learnt from it, tells it again; for what a customer known until today will do, ask
 * `expectedPurchases`. Customers who come later are not foreseen. First purchases do not count. The first and the last period may be cut.
 *
 * @param model - A fitted model of purchases in continuous time, or a literal `{ kind, parameters, unit }`.
 * @param customers - Summaries of the base with their `asOf`, in the model's unit; with `covariates` if the model has coefficients. Of each
 *   only the age counts, so that equal ages cost nothing.
 * @param options - `until`, e.g. `{ weeks: 39 }` or `"1998-06-30"`, and `period`.
 * @returns Rows `{ end, expected, cumulative }` from the first purchase of the first customer on.
 * @throws {@link DataError} if the customers do not say their `asOf`, the units differ, `until` lies before the first purchase, or the model
 *   counts opportunities (BG/BB).
 * @see Fader, Hardie & Lee (2005), section 4 and figures 2 and 3; E[X(t)] is equation 9 (BG/NBD).
 *
 * @example
 * import { trackingCurve } from "clientele";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * const rows = [{ frequency: 0, recency: 0, T: 2, weight: 300 }, { frequency: 2, recency: 1, T: 1, weight: 700 }];
 * const curve = trackingCurve(model, { unit: "week", asOf: "2025-03-02", rows }, { until: { weeks: 1 } });
 * curve.map((row) => row.end); // => ["2025-02-16", "2025-02-23", "2025-03-02", "2025-03-09"]
 * curve.map((row) => row.expected); // => [0, 15.98, 52.32, 49.33]
 */
export function trackingCurve(
  model: Predictor<PurchaseModel>,
  customers: PurchaseHistories,
  options: TrackingOptions = {},
): readonly ExpectedPeriod[] {
  refuseOpportunities(model, "model");
  checkBase(customers);
  checkUnit(model, customers.unit);
  checkNames("options", options, NAMES);
  const { period = "week" } = options;
  checkOneOf("period", period, TIME_UNITS);
  const asOf = asOfDay(customers);
  const until = lastDay(options.until, asOf);
  if (customers.rows.length === 0)
    throw notEnoughData("There are no customers, so there is nothing to track.");
  const { from, by } = baseExpectation(model, customers, asOf);
  checkOption(
    "until",
    isoDate(until),
    until >= from ? null : `The last day lies before the first purchase, ${isoDate(from)}.`,
  );
  let before = 0;
  return periodEnds(from, until, period).map((day) => {
    const cumulative = by(day);
    const expected = cumulative - before;
    before = cumulative;
    return { end: isoDate(day), expected, cumulative };
  });
}

const NAMES = { until: true, period: true } satisfies Record<keyof TrackingOptions, true>;

function asOfDay({ asOf }: PurchaseHistories): CivilDay {
  const trouble =
    "A curve in days needs customers that know the day of their ages: pass what summarizeCustomers returns, or add asOf.";
  checkOption("customers.asOf", null, asOf === null || asOf === undefined ? trouble : null);
  return dayOption("customers.asOf", asOf as IsoDate, "UTC");
}

function lastDay(until: Duration | IsoDate | undefined, asOf: CivilDay): CivilDay {
  if (until === undefined) return asOf;
  if (typeof until === "string") return dayOption("until", until, "UTC");
  checkOption("until", until, durationTrouble(until));
  const day = addDuration(asOf, until);
  checkOption(
    "until",
    isoDate(asOf),
    day <= LAST_CIVIL_DAY ? null : "The last day lies beyond the calendar.",
  );
  return day;
}
