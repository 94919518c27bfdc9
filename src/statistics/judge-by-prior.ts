import { regularizedBeta } from "../math/incomplete-beta.ts";
import type { BetaBinomialFit } from "./beta-binomial-fit.ts";
import { betaInterval, jeffreysInterval } from "./beta-interval.ts";
import type { Interval } from "./confidence.ts";
import type { BetaParameters } from "./rate-prior.ts";
import type { ShrunkenRate } from "./shrunken-rate.ts";

/** What is thought of a group's rate given the others. */
export type Judgement = Pick<
  ShrunkenRate,
  "shrunken" | "lower" | "upper" | "probabilityAboveMean" | "weight"
>;

/** From the counts of a group to a judgement. */
export type Judge = (successes: number, trials: number) => Judgement;

/** The judge of a distribution with a spread: the posterior Beta(alpha + successes, beta + failures). */
export function judgeByBeta({ alpha, beta }: BetaParameters, level: number): Judge {
  const precision = alpha + beta;
  const mean = alpha / precision;
  const rest = beta / precision;
  return (successes, trials) => {
    const a = alpha + successes;
    const b = beta + (trials - successes);
    const rate = trials === 0 ? mean : successes / trials;
    // Rounding must not carry it beyond the two between which it lies.
    const shrunken = Math.min(Math.max(a / (a + b), Math.min(rate, mean)), Math.max(rate, mean));
    return {
      shrunken,
      ...betaInterval(a, b, level),
      probabilityAboveMean: regularizedBeta(mean, rest, a, b).upper,
      weight: trials / (trials + precision),
    };
  };
}

/** The judge of a fit, whatever it found. */
export function judgeByFit(fit: BetaBinomialFit, level: number): Judge {
  const { alpha, beta, mean } = fit;
  if (mean === null) return () => judgedAlike(null, { lower: null, upper: null });
  // The common rate is not known exactly either.
  if (alpha === null || beta === null) {
    const alike = judgedAlike(mean, jeffreysInterval(fit.successes, fit.trials, level));
    return () => alike;
  }
  return alpha + beta > 0 ? judgeByBeta({ alpha, beta }, level) : judgeAlone(mean, level);
}

/** All groups have one rate. */
function judgedAlike(mean: number | null, limits: Interval | { lower: null; upper: null }): Judgement {
  return {
    shrunken: mean,
    lower: limits.lower,
    upper: limits.upper,
    probabilityAboveMean: null,
    weight: 0,
  };
}

/** Each group is judged by its own cases alone; one without cases may be anywhere. */
function judgeAlone(mean: number, level: number): Judge {
  return (successes, trials) =>
    trials === 0
      ? judgedAlike(mean, { lower: 0, upper: 1 })
      : {
          shrunken: successes / trials,
          ...jeffreysInterval(successes, trials, level),
          probabilityAboveMean: null,
          weight: 1,
        };
}
