import type { BetaBinomialFit } from "./beta-binomial-fit.ts";
import { betaBinomialOf } from "./beta-binomial-of.ts";
import { standardErrorsOfLevel } from "./confidence.ts";
import { type Judge, judgeByBeta, judgeByFit } from "./judge-by-prior.ts";
import { wilsonInterval } from "./proportion-interval.ts";
import type { BetaParameters, RatePrior } from "./rate-prior.ts";
import type { ShrunkenRate } from "./shrunken-rate.ts";

/** The rates of groups, and the distribution by which they were judged. */
export interface ShrunkenRates {
  /** What was fitted, or passed. */
  readonly prior: BetaBinomialFit | RatePrior;
  /** A row for each group, in the order of the counts; groups with equal counts may share one. */
  readonly rows: readonly ShrunkenRate[];
}

/** `shrinkRates` for counts, a level and a prior that are known to be such; without a prior one is fitted. */
export function shrunkenRates(
  successes: Float64Array,
  trials: Float64Array,
  level: number,
  prior?: BetaParameters,
): ShrunkenRates {
  if (prior !== undefined) {
    const { alpha, beta } = prior;
    const precision = alpha + beta;
    const given = { alpha, beta, mean: alpha / precision, precision };
    return { prior: given, rows: judged(successes, trials, level, judgeByBeta(prior, level)) };
  }
  const fit = betaBinomialOf(successes, trials);
  return { prior: fit, rows: judged(successes, trials, level, judgeByFit(fit, level)) };
}

function judged(
  successes: Float64Array,
  trials: Float64Array,
  level: number,
  judge: Judge,
): readonly ShrunkenRate[] {
  const z = standardErrorsOfLevel(level);
  // Many groups have equal counts, and quantiles cost.
  const known = new Map<number, Map<number, ShrunkenRate>>();
  const rows: ShrunkenRate[] = [];
  for (let i = 0; i < trials.length; i++) {
    const won = successes[i] as number;
    const all = trials[i] as number;
    const sameSize = known.get(all) ?? new Map<number, ShrunkenRate>();
    if (sameSize.size === 0) known.set(all, sameSize);
    const row = sameSize.get(won) ?? shrunkenRate(won, all, z, judge);
    sameSize.set(won, row);
    rows.push(row);
  }
  return rows;
}

function shrunkenRate(successes: number, trials: number, z: number, judge: Judge): ShrunkenRate {
  const own = wilsonInterval(successes, trials, z);
  return {
    successes,
    trials,
    rate: own?.rate ?? null,
    interval: own === null ? null : { lower: own.lower, upper: own.upper },
    ...judge(successes, trials),
  };
}
