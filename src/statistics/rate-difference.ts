import { checkNames, checkOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, type Interval, standardErrorsOfLevel } from "./confidence.ts";
import { newcombeInterval } from "./newcombe-interval.ts";
import { checkCounts, type ProportionEstimate, wilsonInterval } from "./proportion-interval.ts";

/** Cases of a group, and how many of them count. */
export interface RateCounts {
  /** Cases that count, from 0 to `trials`. */
  readonly successes: number;
  /** All cases. */
  readonly trials: number;
}

/** By how much one rate exceeds another, and where the true difference lies. */
export interface RateDifference extends Interval {
  /** Rate of the first group less rate of the second, in [−1, 1]. */
  readonly difference: number;
  /** The first group with its Wilson interval. */
  readonly first: ProportionEstimate;
  /** The second group with its Wilson interval. */
  readonly second: ProportionEstimate;
}

/**
 * The difference of the rates of two independent groups, with Newcombe's interval: did the better one do better, or was it chance?
 *
 * An interval that holds 0 does not say that the rates are equal: these cases cannot tell. It stays within [−1, 1] and is not empty where a
 * group has 0 or all successes. For two rates of the same cases (before and after) it does not hold.
 *
 * @param first - `{ successes, trials }` of one group; sums of weights need not be whole.
 * @param second - The same of the other.
 * @param options - `level`, default 0.95.
 * @returns `{ difference, lower, upper, first, second }`, first less second; `null` if a group has no trials.
 * @throws {@link DataError} if the counts are no counts, or the level is not between 0 and 1.
 * @see Newcombe (1998), "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, method 10.
 *
 * @example
 * import { rateDifference } from "clientele";
 *
 * const gain = rateDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 });
 * gain?.difference; // => 0.2
 * gain?.lower; // => 0.0524
 * gain?.upper; // => 0.3339
 */
export function rateDifference(
  first: RateCounts,
  second: RateCounts,
  options: ConfidenceOptions = {},
): RateDifference | null {
  checkNames("options", options, { level: true } satisfies Record<keyof ConfidenceOptions, true>);
  const { level = 0.95 } = options;
  checkLevel(level);
  checkRateCounts("first", first);
  checkRateCounts("second", second);
  return differenceOfRates(first, second, standardErrorsOfLevel(level));
}

/** `rateDifference` for counts that are known to be counts, reaching z standard errors. */
export function differenceOfRates(first: RateCounts, second: RateCounts, z: number): RateDifference | null {
  const one = wilsonInterval(first.successes, first.trials, z);
  const other = wilsonInterval(second.successes, second.trials, z);
  if (one === null || other === null) return null;
  return {
    difference: one.rate - other.rate,
    ...newcombeInterval(one, other),
    first: one,
    second: other,
  };
}

/** Refuses what is no record of successes and trials; what else it holds may stay. */
export function checkRateCounts(path: string, counts: unknown): asserts counts is RateCounts {
  const isRecord = typeof counts === "object" && counts !== null && !Array.isArray(counts);
  checkOption(path, counts, isRecord ? null : "These are no counts: pass { successes, trials }.");
  const { successes, trials } = counts as Partial<RateCounts>;
  checkCounts(successes, trials, `${path}.`);
}
