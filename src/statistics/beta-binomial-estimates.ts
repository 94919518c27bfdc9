import type { Maximum } from "../math/trust-region-newton.ts";
import type { BetaBinomialFit } from "./beta-binomial-fit.ts";
import { binomialLogLikelihood } from "./beta-binomial-maximum.ts";
import type { RatePrior } from "./rate-prior.ts";

/** What a maximum of the likelihood says; its value still lacks the binomial coefficients. */
export type BetaBinomialEstimates = Pick<
  BetaBinomialFit,
  keyof RatePrior | "standardErrors" | "covariance" | "logLikelihood" | "convergence"
>;

/** The estimates at a top of finite precision. */
export function estimatesAtTop({
  point: [logOdds = 0, logPrecision = 0],
  value,
  hessian,
  converged,
  evaluations,
  newtonDecrement,
}: Maximum): BetaBinomialEstimates {
  const precision = Math.exp(logPrecision);
  const mean = 1 / (1 + Math.exp(-logOdds));
  const rest = 1 / (1 + Math.exp(logOdds));
  const alpha = precision * mean;
  const beta = precision * rest;
  // The observed information of log-odds and log-precision, and its inverse.
  const [odds = 0, crossed = 0, spread = 0] = [hessian[0]?.[0], hessian[0]?.[1], hessian[1]?.[1]];
  const determinant = odds * spread - crossed * crossed;
  const [varOdds, both, varSpread] = [-spread / determinant, crossed / determinant, -odds / determinant];
  const known = determinant > 0 && varOdds > 0;
  // d log α = rest · d log-odds + d log-precision, d log β = −mean · d log-odds + d log-precision.
  const alphaAlpha = alpha * alpha * (rest * rest * varOdds + 2 * rest * both + varSpread);
  const betaBeta = beta * beta * (mean * mean * varOdds - 2 * mean * both + varSpread);
  const alphaBeta = alpha * beta * (-mean * rest * varOdds + (rest - mean) * both + varSpread);
  return {
    alpha,
    beta,
    // From the rounded parameters, so that all who compute them so agree to the last digit.
    mean: alpha / (alpha + beta),
    precision: alpha + beta,
    standardErrors: {
      alpha: known ? Math.sqrt(alphaAlpha) : null,
      beta: known ? Math.sqrt(betaBeta) : null,
      mean: known ? mean * rest * Math.sqrt(varOdds) : null,
      precision: known ? precision * Math.sqrt(varSpread) : null,
    },
    covariance: known
      ? [
          [alphaAlpha, alphaBeta],
          [alphaBeta, betaBeta],
        ]
      : null,
    logLikelihood: value,
    convergence: { converged: converged && known, evaluations, newtonDecrement },
  };
}

/** The estimates where all groups have one rate: the spread is 0 and the precision without end. */
export function oneRate(successes: number, failures: number): BetaBinomialEstimates {
  const trials = successes + failures;
  return {
    alpha: null,
    beta: null,
    mean: trials === 0 ? null : successes / trials,
    precision: null,
    ...withoutSearch(successes, failures),
  };
}

/** The estimates where each group's rate is 0 or 1: the limit of a beta distribution whose parameters go to 0. */
export function onlyZeroAndOne(groupsOfOnes: number, groupsOfZeros: number): BetaBinomialEstimates {
  return {
    alpha: 0,
    beta: 0,
    mean: groupsOfOnes / (groupsOfOnes + groupsOfZeros),
    precision: 0,
    ...withoutSearch(groupsOfOnes, groupsOfZeros),
  };
}

function withoutSearch(
  successes: number,
  failures: number,
): Pick<BetaBinomialEstimates, "standardErrors" | "covariance" | "logLikelihood" | "convergence"> {
  const trials = successes + failures;
  const variance = (successes / trials) * (failures / trials);
  return {
    // Where all is of one kind the formula says 0, which would be too sure.
    standardErrors: {
      alpha: null,
      beta: null,
      mean: variance > 0 ? Math.sqrt(variance / trials) : null,
      precision: null,
    },
    covariance: null,
    logLikelihood: binomialLogLikelihood(successes, failures),
    convergence: { converged: true, evaluations: 0, newtonDecrement: null },
  };
}
