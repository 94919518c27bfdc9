import { checkNames, checkNumber, invalidOption } from "../rows/options.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import { checkAcquisitionCost, concludeValue } from "./conclude-value.ts";
import { checkDiscountRate, checkPeriod, discountRateOf } from "./discount-per-period.ts";
import { checkFirstMargin, type FirstMargin } from "./first-margin.ts";
import { geometricPower, geometricSum, oneMinusRatio } from "./geometric-sum.ts";
import type { LifetimeValue, LifetimeValuePeriod } from "./lifetime-value.ts";
import { checkHorizon, listedPeriods } from "./listed-periods.ts";

/** What the multiple of a margin depends on. */
export interface MarginMultipleOptions {
  /** Share of the customers that stays from one period to the next, 0 to 1. */
  readonly retentionRate: number;
  /** Discount rate per year, 0 to 1, whatever the length of a period. */
  readonly discountRate: number;
  /** `"immediate"`: the first margin is paid now, for certain. `"deferred"`: one period from now, by those who are still there. */
  readonly firstMargin: FirstMargin;
  /** Length of a period. Default `"year"`. */
  readonly period?: CalendarPeriod;
  /** Margins that are counted at most. Default `Infinity`: for as long as the customer stays. */
  readonly periods?: number;
  /** By how much the margin grows from one period to the next, e.g. 0.02; the first margin has not grown yet. Default 0. */
  readonly marginGrowth?: number;
}

/** What a customer brings, and how long he stays. */
export interface ConstantRetentionOptions extends MarginMultipleOptions {
  /** Margin of a customer per period; below 0 if he costs more than he brings. */
  readonly margin: number;
  /** What it costs to win the customer. */
  readonly acquisitionCost?: number;
  /** How many periods `perPeriod` lists. Default: all, but at most 60. */
  readonly listPeriods?: number;
}

/**
 * The lifetime value at a constant rate of retention: Σ margin · r^t ÷ (1+d)^t.
 *
 * With the first margin at once it is m(1+d) ÷ (1+d−r), with the first margin after a period m·r ÷ (1+d−r) (Gupta & Lehmann); they differ by
 * a whole margin, so you have to say which. With growth g of the margin 1+d−r becomes 1+d−r(1+g). One rate for all customers understates what
 * a mixed base is worth: those who leave easily are soon gone. `retentionCurveValue` takes that into account.
 *
 * @param options - `margin` per period, `retentionRate` per period (0 to 1), `discountRate` per year, `firstMargin`; `period`, default
 *   `"year"`; `periods`, default without end; `marginGrowth` per period, default 0; `acquisitionCost`; `listPeriods`.
 * @returns A `LifetimeValue` of one customer; periods count from 0 (`"immediate"`) or 1 (`"deferred"`).
 * @throws {@link DataError} for options that are none, without `firstMargin`, or if the sum has no limit (r(1+g) ≥ 1+d and no end).
 * @see Gupta & Lehmann (2003), "Customers as assets", Journal of Interactive Marketing 17(1).
 *
 * @example
 * import { constantRetentionValue } from "clientele";
 *
 * const options = { margin: 100, retentionRate: 0.8, discountRate: 0.1 };
 * constantRetentionValue({ ...options, firstMargin: "immediate" }).value; // => 366.667
 * constantRetentionValue({ ...options, firstMargin: "deferred" }).value; // => 266.667
 * constantRetentionValue({ ...options, firstMargin: "deferred", periods: 3 }).value; // => 164.09
 * constantRetentionValue({ margin: 100, retentionRate: 1, discountRate: 0, firstMargin: "deferred" }); // throws DataError: no limit
 */
export function constantRetentionValue(options: ConstantRetentionOptions): LifetimeValue {
  checkNames("options", options, NAMES);
  const { margin, retentionRate, discountRate, firstMargin } = options;
  const { period = "year", periods = Number.POSITIVE_INFINITY, marginGrowth = 0, acquisitionCost } = options;
  checkNumber("margin", margin);
  checkNumber("retentionRate", retentionRate, { least: 0, most: 1 });
  checkDiscountRate(discountRate);
  checkFirstMargin(firstMargin);
  checkPeriod(period);
  checkHorizon(periods, Number.MAX_SAFE_INTEGER);
  checkNumber("marginGrowth", marginGrowth, { above: -1 });
  checkAcquisitionCost(acquisitionCost);
  const listed = listedPeriods(options.listPeriods, periods);

  const rate = discountRateOf(discountRate, period);
  const oneMinusQ = oneMinusRatio(retentionRate, rate, marginGrowth);
  const sum = geometricSum(oneMinusQ, periods);
  if (periods === Number.POSITIVE_INFINITY && sum === periods) throw invalidOption("periods", null, NO_LIMIT);
  // What the first margin is worth now: r ÷ (1+d) of it if it is a period away.
  const first = firstMargin === "immediate" ? margin : (margin * retentionRate) / (1 + rate);
  const firstPlain = firstMargin === "immediate" ? margin : margin * retentionRate;
  const plain = firstPlain * geometricSum(oneMinusRatio(retentionRate, 0, marginGrowth), periods);
  const skipped = firstMargin === "immediate" ? 0 : 1;
  const perPeriod: LifetimeValuePeriod[] = [];
  for (let k = 0; k < listed; k++) {
    const t = k + skipped;
    const survival = retentionRate ** t;
    const own = margin * (1 + marginGrowth) ** k;
    const factor = (1 + rate) ** -t;
    perPeriod.push({ period: t, survival, margin: own, factor, value: survival * own * factor });
  }
  const later = geometricPower(oneMinusQ, listed) * geometricSum(oneMinusQ, periods - listed);
  return concludeValue(
    {
      value: first * sum,
      undiscounted: firstPlain === 0 ? 0 : plain,
      perPeriod,
      rest: periods === listed ? 0 : first * later,
      assumptions: {
        method: "constant-retention",
        customers: 1,
        period,
        discountRate,
        firstMargin,
        horizon: Number.isFinite(periods) ? periods : null,
        inputs: { margin, retentionRate, marginGrowth },
      },
      interval: null,
    },
    { acquisitionCost },
  );
}

const NO_LIMIT =
  "Without an end this has no limit, since each margin is worth at least as much as the one before: say how many periods to count, or discount by more than margins grow.";

const MULTIPLE_NAMES = {
  retentionRate: true,
  discountRate: true,
  firstMargin: true,
  period: true,
  periods: true,
  marginGrowth: true,
} satisfies Record<keyof MarginMultipleOptions, true>;

const NAMES = {
  ...MULTIPLE_NAMES,
  margin: true,
  acquisitionCost: true,
  listPeriods: true,
} satisfies Record<keyof ConstantRetentionOptions, true>;

/**
 * By what a margin per period is to be multiplied to have the lifetime value at a constant rate of retention.
 *
 * The margin multiple of Gupta & Lehmann, r ÷ (1+d−r), is the one with the first margin deferred.
 *
 * @param options - `retentionRate` per period (0 to 1), `discountRate` per year, `firstMargin`; `period`, `periods` and `marginGrowth` as for
 *   `constantRetentionValue`.
 * @returns A number of margins, at least 0.
 * @throws {@link DataError} for options that are none, without `firstMargin`, or if the sum has no limit.
 * @see Gupta & Lehmann (2003), "Customers as assets", Journal of Interactive Marketing 17(1).
 *
 * @example
 * import { marginMultiple } from "clientele";
 *
 * marginMultiple({ retentionRate: 0.8, discountRate: 0.12, firstMargin: "deferred" }); // => 2.5
 * marginMultiple({ retentionRate: 0.8, discountRate: 0.12, firstMargin: "immediate" }); // => 3.5
 */
export function marginMultiple(options: MarginMultipleOptions): number {
  checkNames("options", options, MULTIPLE_NAMES);
  return constantRetentionValue({ ...options, margin: 1, listPeriods: 0 }).value;
}
