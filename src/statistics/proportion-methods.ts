import { betaQuantile } from "../math/beta-quantile.ts";
import { jeffreysInterval } from "./beta-interval.ts";
import { type Interval, standardErrorsOfLevel } from "./confidence.ts";
import { wilsonLimits } from "./proportion-interval.ts";
import type { ProportionMethod } from "./proportion-method.ts";

/**
 * Wilson's score interval with the continuity correction; seldom covers less often than it says, and is about as wide as Clopper and Pearson's.
 *
 * Each limit is Wilson's for half a success less or more: Newcombe's (1998) method 4 in other words.
 */
export const wilsonCorrected: ProportionMethod = {
  name: "wilson-corrected",
  limits: (successes, trials, level) => {
    const z = standardErrorsOfLevel(level);
    return {
      lower: wilsonLimits(Math.max(0, successes - 0.5), trials, z).lower,
      upper: wilsonLimits(Math.min(trials, successes + 0.5), trials, z).upper,
    };
  },
};

/**
 * From the binomial distribution ("exact"); never covers less often than it says, and is wide.
 *
 * The limits are the rates at which so many successes or more, and so many or fewer, are just too improbable (Newcombe 1998, method 5).
 */
export const clopperPearson: ProportionMethod = {
  name: "clopper-pearson",
  limits: (successes, trials, level) => {
    const failures = trials - successes;
    const tail = (1 - level) / 2;
    return {
      lower: successes === 0 ? 0 : betaQuantile(tail, 1 - tail, successes, failures + 1).x,
      upper: failures === 0 ? 1 : betaQuantile(1 - tail, tail, successes + 1, failures).x,
    };
  },
};

/** Equal tails of the posterior from Jeffreys' prior, stretched to the rate where they would leave it out; right on average. */
export const jeffreys: ProportionMethod = { name: "jeffreys", limits: jeffreysInterval };

/** Wald's formula for z² more cases, of which half are successes (Agresti & Coull 1998); never shorter than Wilson's, cut at 0 and 1. */
export const agrestiCoull: ProportionMethod = {
  name: "agresti-coull",
  limits: (successes, trials, level) => {
    const z = standardErrorsOfLevel(level);
    return waldLimits(successes + (z * z) / 2, trials + z * z, z);
  },
};

/** The textbook's rate ± z standard errors, cut at 0 and 1; too short for few cases, empty at 0 and at all successes. Not recommended. */
export const wald: ProportionMethod = {
  name: "wald",
  limits: (successes, trials, level) => waldLimits(successes, trials, standardErrorsOfLevel(level)),
};

function waldLimits(successes: number, trials: number, z: number): Interval {
  const rate = successes / trials;
  const half = z * Math.sqrt((rate * (1 - rate)) / trials);
  return { lower: Math.max(0, rate - half), upper: Math.min(1, rate + half) };
}
