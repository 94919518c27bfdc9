import { cholesky, invertCholesky, solveCholesky } from "../math/cholesky.ts";
import type { Matrix } from "../math/symmetric-eigen.ts";
import { withFirth } from "./logistic-firth.ts";
import { type LogisticEvaluation, logisticLikelihood } from "./logistic-likelihood.ts";
import type { LogisticPenalty } from "./logistic-model.ts";
import { ridgeOf } from "./logistic-options.ts";
import { type LogisticSample, logOddsOf } from "./logistic-sample.ts";

/** Where the search ended, in centred and scaled covariates, the intercept first. */
export interface LogisticMaximum {
  readonly beta: readonly number[];
  readonly end: LogisticEvaluation;
  /** Inverse of the information. */
  readonly covariance: Matrix;
  readonly iterations: number;
  readonly converged: boolean;
  /** How far the search was from the top in its last step, in standard errors. */
  readonly newtonDecrement: number;
  /** The direction in which the likelihood rises for ever, if there is one. */
  readonly runaway: readonly number[] | null;
}

const MAX_ITERATIONS = 100;
/** Firth's steps leave out a part of the curvature, so they close in more slowly. */
const MAX_FIRTH_ITERATIONS = 1000;
const MAX_HALVINGS = 40;

/** Squared distance from the top, in standard errors of one row's weight, at which the last step is taken and nothing more is to be gained. */
const AT_TOP = 1e-26;

/** So near the top rounding hides the rise, and steps need no check. */
const NEAR_TOP = 1e-8;

/** Nothing is gained any more that a test could show, and the log odds still move: they run to infinity. */
const NO_GAIN = 1e-10;
const STILL_MOVING = 0.1;

/** A place on the way up, with the factor of its information. */
interface Point {
  readonly beta: readonly number[];
  readonly end: LogisticEvaluation;
  readonly factor: Matrix;
  /** The factor of the matrix that steps are made by: under Firth's penalty another one. */
  readonly stepFactor: Matrix;
}

/** Newton's method from the overall rate, with steps shortened that lose likelihood. The log-likelihood is concave, so there is one top at most. */
export function maximiseLogistic(sample: LogisticSample, penalty: LogisticPenalty): LogisticMaximum {
  const firth = penalty === "firth";
  const most = firth ? MAX_FIRTH_ITERATIONS : MAX_ITERATIONS;
  const { eventWeight, totalWeight } = sample;
  const origin = new Array<number>(sample.columns + 1).fill(0);
  origin[0] = Math.log(eventWeight / (totalWeight - eventWeight));
  // Thresholds are about a row of mean weight.
  const unit = totalWeight / sample.rows;
  let at = pointAt(sample, origin, penalty);
  if (at === null) throw new RangeError("The information at the start has a factor.");
  let before = Number.POSITIVE_INFINITY;
  for (let iterations = 1; ; iterations++) {
    const { beta, end, factor, stepFactor } = at;
    const step = solveCholesky(stepFactor, end.gradient);
    const decrement = Math.max(0, dot(step, end.gradient)) / unit;
    const stop = (converged: boolean, runaway: boolean): LogisticMaximum => ({
      beta: converged ? moved(beta, step, 1) : beta,
      end,
      covariance: invertCholesky(factor),
      iterations,
      converged,
      newtonDecrement: Math.sqrt(decrement * unit),
      runaway: runaway ? step : null,
    });
    if (penalty === "none" && decrement <= NO_GAIN && reach(sample, step) > STILL_MOVING) {
      return stop(false, true);
    }
    // Where rounding is all that is left of the gradient, steps do not get shorter.
    const stalled = decrement <= NO_GAIN && decrement > before * (firth ? 0.999 : 0.5);
    if (decrement <= AT_TOP || stalled) return stop(true, false);
    if (iterations === most) return stop(false, false);
    const next = climb(sample, penalty, at, step, decrement);
    if (next === null) return stop(false, penalty === "none" && decrement <= NEAR_TOP);
    at = next;
    before = decrement;
  }
}

function climb(
  sample: LogisticSample,
  penalty: LogisticPenalty,
  { beta: from, end: { value } }: Point,
  step: readonly number[],
  decrement: number,
): Point | null {
  for (let halving = 0, length = 1; halving < MAX_HALVINGS; halving++, length /= 2) {
    const point = pointAt(sample, moved(from, step, length), penalty);
    if (point !== null && (point.end.value >= value || decrement <= NEAR_TOP)) return point;
  }
  return null;
}

/** The likelihood at a point; `null` if the information is lost in rounding there. */
function pointAt(sample: LogisticSample, beta: readonly number[], penalty: LogisticPenalty): Point | null {
  const end = logisticLikelihood(sample, beta, ridgeOf(penalty));
  const { factor, failedAt } = cholesky(end.information);
  if (failedAt !== null) return null;
  if (penalty !== "firth") return { beta, end, factor, stepFactor: factor };
  const firth = withFirth(sample, end, factor);
  return { beta, end: firth.end, factor, stepFactor: cholesky(firth.augmented).factor };
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, c) => sum + value * (right[c] as number), 0);
}

function moved(from: readonly number[], step: readonly number[], length: number): number[] {
  return from.map((b, c) => b + length * (step[c] as number));
}

/** By how much a step moves the log odds of a row at most. */
function reach(sample: LogisticSample, step: readonly number[]): number {
  return logOddsOf(sample, step).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
