import type { BetaBinomialWarning } from "./beta-binomial-warning.ts";
import type { RatePrior } from "./rate-prior.ts";

/** The beta distribution that explains the counts of several groups best, as plain data. */
export interface BetaBinomialFit extends RatePrior {
  readonly kind: "beta-binomial";
  /** Version of this record's form. */
  readonly version: 1;
  /** Standard errors of the estimates; `null` where the data do not determine one. */
  readonly standardErrors: BetaBinomialErrors;
  /** Covariance of alpha and beta; `null` if the data do not determine both. */
  readonly covariance: readonly (readonly number[])[] | null;
  /** Sum over groups of the log-probability of the count, binomial coefficients included. */
  readonly logLikelihood: number;
  /** Groups with trials; others tell nothing. */
  readonly groups: number;
  /** Successes of all groups. */
  readonly successes: number;
  /** Trials of all groups. */
  readonly trials: number;
  readonly convergence: BetaBinomialConvergence;
  readonly warnings: readonly BetaBinomialWarning[];
}

/** Standard errors of a fitted beta distribution. */
export interface BetaBinomialErrors {
  readonly alpha: number | null;
  readonly beta: number | null;
  /** Standard error of the mean rate. */
  readonly mean: number | null;
  /** Standard error of alpha + beta. Its distribution is skew: it says how vaguely the spread is known, and is no interval. */
  readonly precision: number | null;
}

/** How the search for the maximum of the likelihood ended. */
export interface BetaBinomialConvergence {
  readonly converged: boolean;
  /** Evaluations of the likelihood; 0 where the answer was known without a search. */
  readonly evaluations: number;
  /** Squared distance from the maximum in standard errors, as the last step saw it; `null` without a search. */
  readonly newtonDecrement: number | null;
}
