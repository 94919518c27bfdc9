import { checkNames, checkNumber, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import { wilsonInterval } from "./proportion-interval.ts";
import { smallestSize } from "./smallest-size.ts";

/** How exactly a rate is to be known. */
export interface RateSizeOptions extends ConfidenceOptions {
  /** The rate that is expected, in [0, 1]. Default 0.5, for which most cases are needed. */
  readonly rate?: number;
  /** Half the width of the interval that is wanted, as a share: 0.03 for ± 3 points. At least 1e-6. */
  readonly halfWidth: number;
}

/** How many cases make a rate exact enough. */
export interface RateSize {
  /** Cases needed. */
  readonly trials: number;
  /** Half the width that the interval has with so many, if the rate is as expected. */
  readonly halfWidth: number;
}

/**
 * How many cases it takes to know a rate to within so many points.
 *
 * The smallest number whose Wilson interval is no wider than wanted, by search over the interval itself. The textbook's
 * z² · rate · (1 − rate) ÷ halfWidth² is for the textbook's interval: a few cases too many in the middle, and too few for rates near 0 or 1.
 *
 * @param options - `halfWidth` as a share; `rate` that is expected, default 0.5; `level`, default 0.95.
 * @returns `{ trials, halfWidth }`: whole cases, and the half width that they give.
 * @throws {@link DataError} for options that cannot be used.
 * @see Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22.
 *
 * @example
 * import { sampleSizeForRate } from "clientele";
 *
 * sampleSizeForRate({ halfWidth: 0.05 }).trials; // => 381
 * sampleSizeForRate({ rate: 0.1, halfWidth: 0.05 }).trials; // => 141
 */
export function sampleSizeForRate(options: RateSizeOptions): RateSize {
  checkNames("options", options, { rate: true, halfWidth: true, level: true } satisfies Record<
    keyof RateSizeOptions,
    true
  >);
  const { rate = 0.5, halfWidth, level = 0.95 } = options;
  checkLevel(level);
  checkNumber("rate", rate, { least: 0, most: 1 });
  checkNumber("halfWidth", halfWidth, { least: 1e-6, most: 1 });
  const z = standardErrorsOfLevel(level);
  const reached = (trials: number): number => {
    const { lower = 0, upper = 1 } = wilsonInterval(rate * trials, trials, z) ?? {};
    return (upper - lower) / 2;
  };
  const trials = smallestSize((size) => reached(size) <= halfWidth);
  if (trials === null) throw invalidOption("halfWidth", halfWidth, "No number of cases is enough for that.");
  return { trials, halfWidth: reached(trials) };
}
