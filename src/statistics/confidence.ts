import { normalQuantile } from "../math/normal-quantile.ts";
import { checkNumber } from "../rows/options.ts";

/** Where a quantity lies with a given confidence. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** How wide the intervals are to be. */
export interface ConfidenceOptions {
  /** Share of such intervals that cover the true value, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** Refuses a level that is no share between 0 and 1. */
export function checkLevel(level: unknown, path = "level"): void {
  checkNumber(path, level, { above: 0, most: 1 - Number.EPSILON });
}

/** How many standard errors a two-sided normal interval of a level reaches to either side. */
export function standardErrorsOfLevel(level: number): number {
  return normalQuantile((1 + level) / 2);
}
