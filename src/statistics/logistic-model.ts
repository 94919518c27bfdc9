import type { CoxCovariate } from "./cox-covariates.ts";
import type { ChiSquareTest } from "./cox-model.ts";

/**
 * What holds coefficients back: nothing (maximum likelihood), Firth's correction of the bias of few data, or a ridge of a strength.
 *
 * The ridge takes strength ÷ 2 × Σ (coefficient × standard deviation of its covariate)² off the log-likelihood; the intercept is free.
 */
export type LogisticPenalty = "none" | "firth" | { readonly ridge: number };

/** The log odds where all covariates are 0 and all categories at their references; what the data do not tell is `null`. */
export interface LogisticIntercept {
  readonly estimate: number;
  readonly standardError: number | null;
  /** Limits of the interval of the estimate. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Estimate in standard errors. */
  readonly z: number | null;
  /** How probable an estimate at least so far from 0 would be by chance if the true one were 0. */
  readonly pValue: number | null;
}

/** What one covariate, or one level of it, does to the odds of the outcome; what the data do not tell is `null`. */
export interface LogisticCoefficient {
  /** The covariate, or `covariate=level` beside the reference level. */
  readonly name: string;
  readonly covariate: string;
  /** `null` for numbers and booleans. */
  readonly level: string | null;
  /** By how much one unit more moves the logarithm of the odds. */
  readonly estimate: number;
  readonly standardError: number | null;
  /** e^estimate: what one unit more multiplies the odds by. No larger than the largest double. */
  readonly oddsRatio: number;
  /** Limits of the interval of the odds ratio. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Estimate in standard errors. */
  readonly z: number | null;
  /** How probable an estimate at least so far from 0 would be, by chance, if the covariate had no effect. */
  readonly pValue: number | null;
}

/** How the search for the coefficients ended. */
export interface LogisticConvergence {
  readonly converged: boolean;
  readonly iterations: number;
  /** How far the last step was to go, in standard errors. */
  readonly newtonDecrement: number;
}

/** A doubt about a model. */
export interface LogisticWarning {
  /**
   * `"separation"`: some covariates foretell the outcome without fail, so their coefficients run to infinity. `"few-events"`: fewer than five rows
   * with the rarer outcome for each coefficient. `"not-converged"`: the search gave up.
   */
  readonly code: "separation" | "few-events" | "not-converged";
  /** The coefficients it is about. */
  readonly covariates: readonly string[];
  readonly message: string;
}

/** A fitted logistic regression: plain data, frozen, that survives JSON. */
export interface LogisticModel {
  readonly kind: "logistic";
  readonly version: 1;
  readonly penalty: LogisticPenalty;
  /** Share of intervals that cover the true value. */
  readonly level: number;
  readonly covariates: readonly CoxCovariate[];
  readonly intercept: LogisticIntercept;
  readonly coefficients: readonly LogisticCoefficient[];
  /** Of the intercept (first) and the coefficients, in their order. */
  readonly covariance: readonly (readonly number[])[];
  /** Of the data alone, without the penalty. */
  readonly logLikelihood: number;
  /** What was maximised; equal to `logLikelihood` without a penalty. */
  readonly penalisedLogLikelihood: number;
  /** With an intercept only, without a penalty. */
  readonly nullLogLikelihood: number;
  /** −2 × log-likelihood. */
  readonly deviance: number;
  readonly nullDeviance: number;
  /** Intercept and coefficients; under a ridge fewer, by as much as it holds them back. */
  readonly effectiveParameters: number;
  /** Deviance + 2 × effective parameters. */
  readonly aic: number;
  /** Deviance + effective parameters × log of the weight. */
  readonly bic: number;
  /** McFadden's: 1 − deviance ÷ null deviance. */
  readonly pseudoR2: number;
  /** Whether any covariate has an effect; `null` under a penalty. */
  readonly likelihoodRatio: ChiSquareTest | null;
  /** Rows that took part, and those of them with the outcome. */
  readonly observations: number;
  readonly events: number;
  /** Sum of the weights of the rows that took part. */
  readonly weight: number;
  /** Rows left out because an outcome or a covariate was missing or could not be used. */
  readonly skipped: number;
  readonly convergence: LogisticConvergence;
  readonly warnings: readonly LogisticWarning[];
}
