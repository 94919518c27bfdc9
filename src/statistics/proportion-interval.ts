import { checkNames, checkNumber } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, type Interval, standardErrorsOfLevel } from "./confidence.ts";

/** A share of cases and where the true rate lies. */
export interface ProportionEstimate extends Interval {
  /** Successes ÷ trials, in [0, 1]. */
  readonly rate: number;
}

/**
 * The interval of a rate from counts: how far a share of few cases can be trusted.
 *
 * Wilson's score interval without continuity correction: it lies in [0, 1], is not empty for 0 or all successes, and holds the true rate about
 * as often as it says even for few cases, which the textbook's rate ± 1.96 standard errors does not.
 *
 * @param successes - Cases that count, from 0 to `trials`; sums of weights need not be whole.
 * @param trials - All cases.
 * @param options - `level`, default 0.95.
 * @returns `{ rate, lower, upper }`, all in [0, 1]; `null` without trials.
 * @throws {@link DataError} if the counts are no counts, or the level is not between 0 and 1.
 * @see Newcombe (1998), "Two-sided confidence intervals for the single proportion: comparison of seven methods", method 3.
 *
 * @example
 * import { proportionInterval } from "clientele";
 *
 * proportionInterval(300, 500); // => { rate: 0.6, lower: 0.5565, upper: 0.6420 }
 * proportionInterval(0, 20)?.upper; // => 0.1611
 */
export function proportionInterval(
  successes: number,
  trials: number,
  options: ConfidenceOptions = {},
): ProportionEstimate | null {
  checkNames("options", options, { level: true } satisfies Record<keyof ConfidenceOptions, true>);
  const { level = 0.95 } = options;
  checkLevel(level);
  checkNumber("trials", trials, { least: 0 });
  checkNumber("successes", successes, { least: 0, most: trials });
  return wilsonInterval(successes, trials, standardErrorsOfLevel(level));
}

/** `proportionInterval` for counts that are known to be counts, reaching z standard errors. */
export function wilsonInterval(successes: number, trials: number, z: number): ProportionEstimate | null {
  if (trials === 0) return null;
  const rate = successes / trials;
  const square = z * z;
  const middle = (successes + square / 2) / (trials + square);
  const half = (z * Math.sqrt(trials * rate * (1 - rate) + square / 4)) / (trials + square);
  // At 0 and at all successes one limit is exact, and rounding must not move it.
  return {
    rate,
    lower: successes === 0 ? 0 : middle - half,
    upper: successes === trials ? 1 : middle + half,
  };
}
