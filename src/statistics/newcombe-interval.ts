import type { Interval } from "./confidence.ts";
import type { ProportionEstimate } from "./proportion-interval.ts";

/**
 * Newcombe's hybrid score interval of the first rate less the second, from the Wilson intervals of both: squares of the distances from rate
 * to limit add up as variances do.
 */
export function newcombeInterval(first: ProportionEstimate, second: ProportionEstimate): Interval {
  const difference = first.rate - second.rate;
  return {
    lower: difference - Math.hypot(first.rate - first.lower, second.upper - second.rate),
    upper: difference + Math.hypot(first.upper - first.rate, second.rate - second.lower),
  };
}
