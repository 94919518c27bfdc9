import { logistic } from "../math/log-odds.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import { checkLevel } from "../statistics/confidence.ts";
import { type BdwParameters, logSurvival, logSurvivalSlopes } from "./bdw.ts";
import { checkPeriods } from "./contract-arguments.ts";
import { type ContractModel, contractParameters } from "./contract-models.ts";
import type { Predictor } from "./models.ts";

/** Whose survival is projected, and how far. */
export interface ProjectionOptions {
  /** How many customers there are now. */
  readonly survivors: number;
  /** How often each of them has renewed so far. */
  readonly renewals: number;
  /** For how many contract periods to project, at most 10,000. */
  readonly periods: number;
  /** Share of such intervals that cover what happens, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** What is expected of a cohort after one more opportunity to leave. */
export interface ProjectedSurvivors {
  /** Contract period of the customers, counted from their start, at whose end these are left. */
  readonly period: number;
  /** Share of those still there in this period that renews at its end. */
  readonly retentionRate: number;
  /** Probability that one of today's customers is still there after it. */
  readonly survivalProbability: number;
  /** Customers expected to be left. */
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * How many customers of a cohort will be left after each of the next contract periods.
 *
 * The interval is one for the number itself, not for its expectation: it holds the chance in who leaves (binomial) and, if the model
 * carries a covariance, what the data left open about the parameters (delta method). It is a normal interval of the log odds of the share
 * that is left, so it never reaches beyond 0 and all.
 *
 * @param model - A fitted model of retention, or a literal `{ kind, parameters, unit }`; without `covariance` the parameters count as known.
 * @param options - `survivors` now, their `renewals` so far, and for how many `periods` to look; `level` of the intervals, default 0.95.
 * @returns One row per period: `{ period, retentionRate, survivalProbability, expected, lower, upper }`, the last three in customers.
 * @throws {@link DataError} if an option is none, or the model is none of retention.
 * @see Fader & Hardie (2007), section "How well does it work?"
 *
 * @example
 * import { projectSurvivors } from "clientele";
 *
 * const model = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
 * const [first] = projectSurvivors(model, { survivors: 491, renewals: 7, periods: 5 });
 * first; // => { period: 8, retentionRate: 0.942, survivalProbability: 0.942, expected: 462.4, lower: 450.4, upper: 471.0 }
 */
export function projectSurvivors(
  model: Predictor<ContractModel> & Partial<Pick<ContractModel, "covariance">>,
  options: ProjectionOptions,
): readonly ProjectedSurvivors[] {
  const parameters = contractParameters(model);
  checkNames("options", options, NAMES);
  const { survivors, renewals, periods, level = 0.95 } = options;
  checkNumber("survivors", survivors, { above: 0 });
  checkPeriods("renewals", renewals, 0);
  checkNumber("periods", periods, { least: 1, most: 10_000, whole: true });
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const covariance = model.covariance ?? null;
  return Array.from({ length: periods }, (_, k) => {
    const period = renewals + k + 1;
    const logShare = logSurvival(parameters, renewals, period);
    const share = Math.exp(logShare);
    const lost = -Math.expm1(logShare);
    const variance = covariance === null ? 0 : varianceOfLog(parameters, covariance, renewals, period);
    // Var(log odds) = Var(share) ÷ (share · lost)², with Var(share) = share · lost ÷ n + share² · Var(log share).
    const spread = z * Math.sqrt(1 / (survivors * share * lost) + variance / (lost * lost));
    const logOdds = logShare - Math.log(lost);
    const limit = (side: number): number =>
      spread < Number.POSITIVE_INFINITY ? logistic(logOdds + side * spread) : share;
    return {
      period,
      retentionRate: Math.exp(logSurvival(parameters, period - 1, period)),
      survivalProbability: share,
      expected: survivors * share,
      lower: survivors * limit(-1),
      upper: survivors * limit(1),
    };
  });
}

const NAMES = {
  survivors: true,
  renewals: true,
  periods: true,
  level: true,
} satisfies Record<keyof ProjectionOptions, true>;

/** The variance of log(S(t) ÷ S(from)) that the covariance of the parameters, in their order, comes to. */
function varianceOfLog(
  parameters: BdwParameters,
  covariance: readonly (readonly number[])[],
  from: number,
  t: number,
): number {
  // The covariance of an sBG has no row for c: it is known.
  const slopes = logSurvivalSlopes(parameters, from, t);
  let variance = 0;
  covariance.forEach((row, i) => {
    row.forEach((entry, j) => {
      variance += entry * (slopes[i] as number) * (slopes[j] as number);
    });
  });
  return variance;
}
