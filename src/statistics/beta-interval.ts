import { betaQuantile } from "../math/beta-quantile.ts";
import type { Interval } from "./confidence.ts";

/** Equal tails of Beta(a, b). */
export function betaInterval(a: number, b: number, level: number): Interval {
  const tail = (1 - level) / 2;
  return { lower: betaQuantile(tail, 1 - tail, a, b).x, upper: betaQuantile(1 - tail, tail, a, b).x };
}

/**
 * Equal tails of Beta(successes + ½, failures + ½), stretched to the rate where they would leave it out.
 *
 * At 0 and at all successes this is the modification of Brown, Cai & DasGupta (2001); between, it takes a low level or a sum of weights far
 * below 1 to matter.
 */
export function jeffreysInterval(successes: number, trials: number, level: number): Interval {
  const rate = successes / trials;
  const { lower, upper } = betaInterval(successes + 0.5, trials - successes + 0.5, level);
  return { lower: Math.min(lower, rate), upper: Math.max(upper, rate) };
}
