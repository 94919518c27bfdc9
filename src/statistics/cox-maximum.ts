import { cholesky, invertCholesky, solveCholesky } from "../math/cholesky.ts";
import type { Matrix } from "../math/symmetric-eigen.ts";
import { type CoxEvaluation, coxLikelihood } from "./cox-likelihood.ts";
import { type CoxSample, linearPredictors } from "./cox-sample.ts";
import type { CoxTies } from "./cox-ties.ts";

/** Where the search ended, in centred and scaled covariates. */
export interface CoxMaximum {
  readonly beta: readonly number[];
  readonly start: CoxEvaluation;
  readonly end: CoxEvaluation;
  /** Inverse of the information. */
  readonly covariance: Matrix;
  readonly iterations: number;
  readonly converged: boolean;
  /** How far the search was from the top in its last step, in standard errors. */
  readonly newtonDecrement: number;
  /** The direction in which the likelihood rises for ever, if there is one. */
  readonly runaway: readonly number[] | null;
}

const MAX_ITERATIONS = 60;
const MAX_HALVINGS = 30;

/** Squared distance from the top, in standard errors, at which the last step is taken and nothing more is to be gained. */
const AT_TOP = 1e-24;

/** So near the top rounding hides the rise, and Newton's steps need no check. */
const NEAR_TOP = 1e-8;

/** Nothing is gained any more that a test could show, and the coefficients still move: they run to infinity. */
const NO_GAIN = 1e-10;
const STILL_MOVING = 0.1;

/** Newton's method from 0, with steps halved that lose likelihood. The log partial likelihood is concave, so there is one top at most. */
export function maximiseCox(sample: CoxSample, ties: CoxTies, start: CoxEvaluation): CoxMaximum {
  const origin = new Array<number>(sample.columns).fill(0);
  let at: Point = { beta: origin, end: start, factor: cholesky(start.information).factor };
  let before = Number.POSITIVE_INFINITY;
  for (let iterations = 1; ; iterations++) {
    const { beta, end, factor } = at;
    const step = solveCholesky(factor, end.gradient);
    const decrement = Math.max(0, dot(step, end.gradient));
    const stop = (converged: boolean, runaway: boolean): CoxMaximum => ({
      beta: converged ? moved(beta, step, 1) : beta,
      start,
      end,
      covariance: invertCholesky(factor),
      iterations,
      converged,
      newtonDecrement: Math.sqrt(decrement),
      runaway: runaway ? step : null,
    });
    if (decrement <= NO_GAIN && spread(linearPredictors(sample, step)) > STILL_MOVING) {
      return stop(false, true);
    }
    // Where rounding is all that is left of the gradient, steps do not get shorter.
    const atTop = decrement <= AT_TOP || (decrement <= NO_GAIN && decrement > before / 2);
    if (atTop) return stop(true, false);
    if (iterations === MAX_ITERATIONS) return stop(false, false);
    const next = climb(sample, ties, at, step, decrement);
    if (next === null) return stop(false, false);
    if (next === "no-information") return stop(false, true);
    at = next;
    before = decrement;
  }
}

/** A place on the way up, with the factor of its information. */
interface Point {
  readonly beta: readonly number[];
  readonly end: CoxEvaluation;
  readonly factor: Matrix;
}

function climb(
  sample: CoxSample,
  ties: CoxTies,
  { beta: from, end: { value } }: Point,
  step: readonly number[],
  decrement: number,
): Point | "no-information" | null {
  for (let halving = 0, length = 1; halving < MAX_HALVINGS; halving++, length /= 2) {
    const beta = moved(from, step, length);
    const end = coxLikelihood(sample, beta, ties);
    if (!(end.value >= value || decrement <= NEAR_TOP)) continue;
    const { factor, failedAt } = cholesky(end.information);
    return failedAt === null ? { beta, end, factor } : "no-information";
  }
  return null;
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, c) => sum + value * (right[c] as number), 0);
}

function moved(from: readonly number[], step: readonly number[], length: number): number[] {
  return from.map((b, c) => b + length * (step[c] as number));
}

function spread(eta: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < eta.length; i++) {
    least = Math.min(least, eta[i] as number);
    most = Math.max(most, eta[i] as number);
  }
  return most - least;
}
