import { checkNames, checkNumber, checkOption, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import { checkAcquisitionCost, concludeValue } from "./conclude-value.ts";
import { sumOfWorth } from "./contract-shares.ts";
import { checkDiscountRate, checkPeriod, discountRateOf } from "./discount-per-period.ts";
import { checkFirstMargin, type FirstMargin } from "./first-margin.ts";
import type { LifetimeValue } from "./lifetime-value.ts";
import { checkHorizon, listedPeriods } from "./listed-periods.ts";
import { readCurve } from "./read-retention-curve.ts";
import type { CurvePlan, ReadCurve, RetentionCurve } from "./retention-curve.ts";
import { valueInterval } from "./value-interval.ts";

/** What customers bring while they are there. */
export interface RetentionCurveOptions extends ConfidenceOptions {
  /** Margin of a customer per period. */
  readonly margin: number;
  /** Discount rate per year, 0 to 1, whatever the length of a period. */
  readonly discountRate: number;
  /** `"immediate"`: the first margin is paid now. `"deferred"`: one period from now, by those who are still there. */
  readonly firstMargin: FirstMargin;
  /** Margins that are counted at most. Default: all that the curve knows of; of a model, without end. */
  readonly periods?: number;
  /** Length of a period. Default: the model's unit, else `"year"`. */
  readonly period?: CalendarPeriod;
  /** How many units of a Kaplan–Meier curve's time one period is, e.g. 30.44 for days and months. Default 1. */
  readonly timePerPeriod?: number;
  /** For a model: payments that the customer has made. Default 0: a new customer. */
  readonly payments?: number;
  /** By how much the margin grows from one period to the next; the first margin has not grown yet. Default 0. */
  readonly marginGrowth?: number;
  /** What it costs to win the customer. */
  readonly acquisitionCost?: number;
  /** How many periods `perPeriod` lists. Default: all, but at most 60. */
  readonly listPeriods?: number;
}

const NAMES = {
  margin: true,
  discountRate: true,
  firstMargin: true,
  periods: true,
  period: true,
  timePerPeriod: true,
  payments: true,
  marginGrowth: true,
  acquisitionCost: true,
  listPeriods: true,
  level: true,
} satisfies Record<keyof RetentionCurveOptions, true>;

/** More periods are no horizon, but no end. */
const MOST_PERIODS = 10_000;

/**
 * The lifetime value under a retention curve, in which rates may rise as those who leave easily are gone: Σ margin · S(t) ÷ (1+d)^t.
 *
 * For a model and a new customer it is margin × DEL with the first margin immediate, and a margin less with it deferred. With n `payments`
 * made, the next renewal is open: margin × DERL at n payments with the next margin immediate, that ÷ (1+d) with it deferred. The interval
 * covers the errors of the curve and nothing else: Greenwood's, with the covariance of the shares at different times, for a Kaplan–Meier
 * curve, those of the parameters (delta method) for a fitted model; plain shares and literal models have none.
 *
 * @param curve - Shares from period 0 on (`[1, 0.8, 0.7]`), what `kaplanMeier` returns, or a model of kind sbg or bdw.
 * @param options - `margin` per period, `discountRate` per year, `firstMargin`; `periods`; `period`, default the model's unit, else
 *   `"year"`; `timePerPeriod` for a Kaplan–Meier curve; `payments` for a model; `marginGrowth`; `acquisitionCost`; `listPeriods`; `level`
 *   of the interval, default 0.95.
 * @returns A `LifetimeValue` of one customer; periods count from 0 (`"immediate"`) or 1 (`"deferred"`).
 * @throws {@link DataError} for options that are none, a horizon beyond what the curve knows, or a sum without limit.
 * @see Fader & Hardie (2010), "Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity", Marketing Science
 *   29(1).
 *
 * @example
 * import { retentionCurveValue } from "clientele";
 *
 * const options = { margin: 100, discountRate: 0.1, firstMargin: "immediate" } as const;
 * retentionCurveValue([1, 0.631, 0.468, 0.382], options).value; // => 224.742
 * const model = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
 * retentionCurveValue(model, options).value; // => 592.26
 * retentionCurveValue(model, { ...options, payments: 8 }).value; // => 752.995
 */
export function retentionCurveValue(curve: RetentionCurve, options: RetentionCurveOptions): LifetimeValue {
  checkNames("options", options, NAMES);
  const { margin, discountRate, firstMargin, marginGrowth = 0, acquisitionCost, level = 0.95 } = options;
  checkNumber("margin", margin);
  checkDiscountRate(discountRate);
  checkFirstMargin(firstMargin);
  checkNumber("marginGrowth", marginGrowth, { above: -1 });
  checkAcquisitionCost(acquisitionCost);
  checkLevel(level);
  const first = firstMargin === "immediate" ? 0 : 1;
  const { payments, timePerPeriod } = options;
  const read = readCurve(curve, { payments, timePerPeriod, first });
  const period = periodOf(read, options.period);
  const periods = periodsOf(read, options.periods, first);
  const listed = listedPeriods(options.listPeriods, periods);

  const rate = discountRateOf(discountRate, period);
  const factor = (t: number): number => (1 + rate) ** -t;
  const grown = (t: number): number => (1 + marginGrowth) ** (t - first);
  const plainFall = -Math.log1p(marginGrowth);
  const plan: CurvePlan = {
    first,
    worth: (t) => grown(t) * factor(t),
    fall: Math.log1p(rate) + plainFall,
    plainFall,
  };
  const last = first + periods - 1;
  if (periods === Number.POSITIVE_INFINITY && !(plan.fall >= 0))
    throw invalidOption("periods", null, GROWS_FASTER);
  const sum = sumOfWorth(read, plan, last);
  if (periods === Number.POSITIVE_INFINITY && sum === periods)
    throw invalidOption("discountRate", discountRate, marginGrowth > 0 ? GROWS_AS_FAST : NO_LIMIT);
  const perPeriod = Array.from({ length: listed }, (_, k) => {
    const t = first + k;
    const survival = read.share(t);
    const own = margin * grown(t);
    return { period: t, survival, margin: own, factor: factor(t), value: survival * own * factor(t) };
  });
  const certain = first === 0 && read.share(0) === 1 ? margin : 0;
  const error = Math.abs(margin) * read.standardError(plan, last);
  const value = margin * sum;
  return concludeValue(
    {
      value,
      undiscounted: margin * plainSum(read, plan, last, grown),
      perPeriod,
      rest: listed === periods ? 0 : margin * restOf(read, plan, first + listed, last),
      assumptions: {
        method: "retention-curve",
        customers: 1,
        period,
        discountRate,
        firstMargin,
        horizon: Number.isFinite(periods) ? periods : null,
        inputs: { margin, marginGrowth, curve: kindOf(curve), payments: payments ?? null },
      },
      interval: valueInterval({ certain, uncertain: value - certain }, error, { level, covers: read.covers }),
    },
    { acquisitionCost },
  );
}

const GROWS_FASTER =
  "Without an end this has no limit, since margins grow faster than they are discounted: say how many periods to count.";
const GROWS_AS_FAST =
  "Without an end this is infinite: margins grow as fast as they are discounted, and alpha (times c) is at most 1, so a few imaginable customers would stay for ever. Say how many periods to count.";
const NO_LIMIT =
  "Without discounting this is infinite: alpha (times c) is at most 1, so a few imaginable customers would stay for ever. Give a discount rate above 0, or say how many periods to count.";

function periodOf(read: ReadCurve, asked: CalendarPeriod | undefined): CalendarPeriod {
  if (asked !== undefined) checkPeriod(asked);
  const clash = asked !== undefined && read.period !== null && asked !== read.period;
  checkOption(
    "period",
    asked,
    clash ? `The periods of the model are of one ${read.period}: leave this out.` : null,
  );
  return read.period ?? asked ?? "year";
}

function periodsOf({ reach, reason, ownEnd }: ReadCurve, asked: number | undefined, first: 0 | 1): number {
  // Period 0 counts only if a margin is paid in it.
  const known = reach + 1 - first;
  const own = ownEnd !== null && Number.isFinite(ownEnd);
  if (asked === undefined || (own && asked === Number.POSITIVE_INFINITY && reach === asked)) {
    checkOption("periods", asked, ownEnd === null ? reason : null);
    return (ownEnd ?? 0) + 1 - first;
  }
  checkHorizon(asked, MOST_PERIODS);
  checkOption("periods", asked, asked > known ? reason : null);
  return asked;
}

function restOf(read: ReadCurve, plan: CurvePlan, from: number, last: number): number {
  if (last === Number.POSITIVE_INFINITY) return plan.worth(from) * read.tail(from, plan.fall);
  let sum = 0;
  for (let t = last; t >= from; t--) sum += plan.worth(t) * read.share(t);
  return sum;
}

function plainSum(read: ReadCurve, plan: CurvePlan, last: number, grown: (t: number) => number): number {
  if (last !== Number.POSITIVE_INFINITY) return sumOfWorth(read, { ...plan, worth: grown }, last);
  return plan.plainFall < 0 ? Number.POSITIVE_INFINITY : read.tail(plan.first, plan.plainFall);
}

function kindOf(curve: RetentionCurve): string {
  return "kind" in curve ? curve.kind : "shares";
}
