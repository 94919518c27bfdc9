import { checkNames, checkNumber } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, type Interval, standardErrorsOfLevel } from "./confidence.ts";
import { checkMethod, type ProportionMethod } from "./proportion-method.ts";

/** A share of cases and where the true rate lies. */
export interface ProportionEstimate extends Interval {
  /** Successes ÷ trials, in [0, 1]. */
  readonly rate: number;
}

/** How the interval of a rate is made. */
export interface ProportionOptions extends ConfidenceOptions {
  /** Default `wilson`. */
  readonly method?: ProportionMethod;
}

/**
 * The interval of a rate from counts: how far a share of few cases can be trusted.
 *
 * Wilson's score interval without continuity correction, unless another method is passed: it lies in [0, 1], is not empty for 0 or all
 * successes, and holds the true rate about as often as it says even for few cases, which the textbook's rate ± 1.96 standard errors
 * (`wald`) does not. `clopperPearson` never holds it less often. Limits of `agrestiCoull` and `wald` that lie outside [0, 1] are
 * cut; those of `jeffreys` are stretched to the rate, so that 0 successes have the lower limit 0.
 *
 * @param successes - Cases that count, from 0 to `trials`; sums of weights need not be whole.
 * @param trials - All cases.
 * @param options - `level`, default 0.95; `method`, default `wilson`.
 * @returns `{ rate, lower, upper }`, all in [0, 1]; `null` without trials.
 * @throws {@link DataError} if the counts are no counts, the level is not between 0 and 1, or the method is none.
 * @see Newcombe (1998), "Two-sided confidence intervals for the single proportion: comparison of seven methods", methods 1 and 3 to 5;
 *   Brown, Cai & DasGupta (2001), "Interval estimation for a binomial proportion", Statistical Science 16(2).
 *
 * @example
 * import { clopperPearson, proportionInterval } from "clientele";
 *
 * proportionInterval(300, 500); // => { rate: 0.6, lower: 0.5565, upper: 0.6420 }
 * proportionInterval(0, 20)?.upper; // => 0.1611
 * proportionInterval(0, 20, { method: clopperPearson })?.upper; // => 0.1684
 */
export function proportionInterval(
  successes: number,
  trials: number,
  options: ProportionOptions = {},
): ProportionEstimate | null {
  checkNames("options", options, { level: true, method: true } satisfies Record<
    keyof ProportionOptions,
    true
  >);
  const { level = 0.95, method = wilson } = options;
  checkLevel(level);
  checkMethod("method", method);
  checkCounts(successes, trials);
  return intervalByMethod(successes, trials, level, method);
}

/** Beyond this, cases and sums of weights could not be told apart without loss. */
export const MOST_TRIALS = 1e12;

/** Refuses what are no successes among trials. */
export function checkCounts(successes: unknown, trials: unknown, path = ""): void {
  checkNumber(`${path}trials`, trials, { least: 0, most: MOST_TRIALS });
  checkNumber(`${path}successes`, successes, { least: 0, most: trials as number });
}

/** `proportionInterval` for counts, a level and a method that are known to be such. */
export function intervalByMethod(
  successes: number,
  trials: number,
  level: number,
  method: ProportionMethod,
): ProportionEstimate | null {
  return trials === 0 ? null : { rate: successes / trials, ...method.limits(successes, trials, level) };
}

/** The score interval: short, and right on average. */
export const wilson: ProportionMethod = {
  name: "wilson",
  limits: (successes, trials, level) => wilsonLimits(successes, trials, standardErrorsOfLevel(level)),
};

/** `proportionInterval` for counts that are known to be counts, reaching z standard errors. */
export function wilsonInterval(successes: number, trials: number, z: number): ProportionEstimate | null {
  return trials === 0 ? null : { rate: successes / trials, ...wilsonLimits(successes, trials, z) };
}

/** The limits, of more than 0 trials. */
export function wilsonLimits(successes: number, trials: number, z: number): Interval {
  const rate = successes / trials;
  const square = z * z;
  const middle = (successes + square / 2) / (trials + square);
  const half = (z * Math.sqrt(trials * rate * (1 - rate) + square / 4)) / (trials + square);
  // At 0 and at all successes one limit is exact, and rounding must not move it; nor any beyond 0 and 1.
  return {
    lower: successes === 0 ? 0 : Math.max(0, middle - half),
    upper: successes === trials ? 1 : Math.min(1, middle + half),
  };
}
