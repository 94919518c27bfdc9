import { WON } from "../offers/offer-status.ts";
import { intervalByMethod } from "../statistics/proportion-interval.ts";
import type { HitRateBasis } from "./hit-rate-options.ts";
import type { HitRatePlan } from "./hit-rate-plan.ts";
import type { BasisRates, HitRateTotal, NumberRate, OrderedValue, ValueRate } from "./hit-rate-result.ts";
import {
  bookCounts,
  countOf,
  type HitRateTally,
  offeredValue,
  squaresOf,
  valueOfOrders,
} from "./hit-rate-tally.ts";

const ONLY_WON: readonly number[] = [WON];

export function basisRates(
  tally: HitRateTally,
  group: number,
  plan: HitRatePlan,
  basis: HitRateBasis,
): BasisRates {
  return {
    byNumber: numberRate(tally, group, plan, basis),
    byValue: valueRate(tally, group, plan, basis),
  };
}

export function numberRate(
  tally: HitRateTally,
  group: number,
  plan: HitRatePlan,
  basis: HitRateBasis,
): NumberRate {
  const won = countOf(tally, group, ONLY_WON);
  const of = countOf(tally, group, plan.denominators[basis]);
  const estimate = of < plan.minimum ? null : intervalByMethod(won, of, plan.level, plan.interval);
  return {
    won,
    of,
    rate: estimate?.rate ?? null,
    lower: estimate?.lower ?? null,
    upper: estimate?.upper ?? null,
  };
}

/**
 * A rate by value, with the interval that so many offers of equal value would have.
 *
 * Their number is the smaller of two: (Σv)² ÷ Σv², if every offer had the same chance (Kish 1965), and R(1 − R) ÷ Var, where Var is the linearised
 * variance of a ratio, Σ (v(y − R))² ÷ (Σv)² (Cochran 1977, section 2.11), so that offers of equal value tell as much by value as by number. The second alone is much too short for few offers of very
 * unequal value, the first alone if large offers are won more, or less, often.
 */
export function valueRate(
  tally: HitRateTally,
  group: number,
  plan: HitRatePlan,
  basis: HitRateBasis,
): ValueRate | null {
  if (!tally.valued) return null;
  const outcomes = plan.denominators[basis];
  const of = countOf(tally, group, outcomes);
  const wonValue = offeredValue(tally, group, ONLY_WON);
  const ofValue = offeredValue(tally, group, outcomes);
  if (of < plan.minimum || ofValue === 0) {
    return { wonValue, ofValue, rate: null, lower: null, upper: null, effectiveOffers: null };
  }
  const rate = wonValue / ofValue;
  const effectiveOffers = effectiveNumber(rate, {
    offers: of,
    value: ofValue / tally.unit,
    wonSquares: squaresOf(tally, group, ONLY_WON),
    // Won offers stand first in every denominator.
    otherSquares: squaresOf(tally, group, outcomes.slice(1)),
  });
  const estimate = intervalByMethod(rate * effectiveOffers, effectiveOffers, plan.level, plan.interval);
  return {
    wonValue,
    ofValue,
    rate,
    // Rounding must not carry a limit beyond the rates that can be.
    lower: Math.max(0, estimate?.lower ?? 0),
    upper: Math.min(1, estimate?.upper ?? 1),
    effectiveOffers,
  };
}

interface ValueSums {
  readonly offers: number;
  /** Sum of values and of their squares, in one unit. */
  readonly value: number;
  readonly wonSquares: number;
  readonly otherSquares: number;
}

function effectiveNumber(rate: number, { offers, value, wonSquares, otherSquares }: ValueSums): number {
  const squares = wonSquares + otherSquares;
  // Values so small that their squares vanish beside the largest of the book.
  if (!(squares > 0)) return offers;
  const equalChances = Math.min(offers, value ** 2 / squares);
  if (rate <= 0 || rate >= 1) return equalChances;
  const spread = (1 - rate) ** 2 * wonSquares + rate ** 2 * otherSquares;
  const linearised = (rate * (1 - rate) * value ** 2) / spread;
  return Math.min(equalChances, linearised);
}

/** What the offers won of a group brought; `null` if the book holds no values. */
export function orderedValue(tally: HitRateTally, group: number): OrderedValue | null {
  if (!tally.valued) return null;
  const offered = offeredValue(tally, group, ONLY_WON);
  const ordered = valueOfOrders(tally, group);
  const ratio = offered > 0 ? ordered / offered : null;
  return { offered, ordered, ratio, discount: ratio === null ? null : 1 - ratio };
}

/** The total on one basis, of a tally with one group. */
export function hitRateTotal(tally: HitRateTally, plan: HitRatePlan, basis: HitRateBasis): HitRateTotal {
  return {
    ...numberRate(tally, 0, plan, basis),
    counts: bookCounts(tally),
    byValue: valueRate(tally, 0, plan, basis),
    orders: orderedValue(tally, 0),
  };
}
