import { type Eigen, type Matrix, symmetricEigen } from "./symmetric-eigen.ts";

/** A function to maximise, with its first and second derivatives at the same point. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: Matrix;
}

export type Objective = (point: readonly number[]) => Evaluation;

/** Limits of each coordinate. */
export interface Box {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Where a maximisation ended. */
export interface Maximum extends Evaluation {
  readonly point: readonly number[];
  readonly converged: boolean;
  readonly evaluations: number;
  /** g′(−H)⁻¹g, twice the gain that one more Newton step promises; `null` if −H is not positive definite there. */
  readonly newtonDecrement: number | null;
  /** Coordinates that lie on a limit of the box. */
  readonly atLimit: readonly number[];
}

const MAX_EVALUATIONS = 200;
/** Far below what statistics can see: the maximum is then known to 1e-7 standard errors and the next step would be rounding. */
const DECREMENT_REACHED = 1e-14;
/** Within a thousandth of a standard error: enough where rounding forbids more. */
const DECREMENT_ENOUGH = 1e-6;
const SOME_LENGTH = 0.01;

/**
 * Maximises a smooth function by Newton's method in a trust region, with the exact step.
 *
 * Moré & Sorensen (1983). The eigenvalues of the Hessian give the step for any shape of the surface, so it moves along ridges and
 * across saddles, where a line search would stall.
 */
export function maximise(objective: Objective, start: readonly number[], box: Box): Maximum {
  let point = start.map((x, i) => clamp(x, box, i));
  let here = objective(point);
  let evaluations = 1;
  let radius = 1;
  for (;;) {
    const free = freeCoordinates(point, here.gradient, box);
    const model = quadraticModel(here, free);
    const decrement = newtonDecrement(model);
    const done = decrement !== null && decrement < DECREMENT_REACHED;
    const end = (converged: boolean): Maximum => ({
      ...here,
      point,
      converged,
      evaluations,
      newtonDecrement: decrement,
      atLimit: coordinatesAtLimit(point, box),
    });
    if (done || free.length === 0) {
      // The next step is known and too small to change anything but the last digits of the point: it is taken without looking.
      point = moved(point, free, trustRegionStep(model, radius), box);
      return end(true);
    }
    if (evaluations >= MAX_EVALUATIONS) return end(false);

    const next = moved(point, free, trustRegionStep(model, radius), box);
    const step = free.map((i) => (next[i] as number) - (point[i] as number));
    const length = Math.hypot(...step);
    const predicted = predictedGain(here, free, step);
    // The surface is flat to the last bit: no step can be told from rounding.
    const noise = 4e-16 * Math.abs(here.value) + 1e-300;
    if (length === 0 || predicted <= noise) {
      const atTop = decrement !== null && decrement < DECREMENT_ENOUGH;
      if (atTop) point = next;
      // On a ridge there is no top: it is enough that no step of some length leads higher.
      return end(atTop || radius >= SOME_LENGTH);
    }
    const there = objective(next);
    evaluations += 1;
    const gain = there.value - here.value;
    const ratio = Number.isFinite(there.value) ? gain / predicted : -1;
    // Sums over millions of customers carry rounding noise larger than the gain of the last steps.
    const withinNoise = predicted < 1e-11 * Math.abs(here.value) && gain > -1e-11 * Math.abs(here.value);
    if (ratio > 1e-4 || withinNoise) {
      point = next;
      here = there;
    }
    if (ratio < 0.25 && !withinNoise) radius = 0.25 * length;
    else if (ratio > 0.75 && length > 0.8 * radius) radius = Math.min(2 * radius, MAX_RADIUS);
    if (radius < 1e-12) return end(decrement !== null && decrement < DECREMENT_ENOUGH);
  }
}

const MAX_RADIUS = 8;

/** The point after a step in its free coordinates, kept inside the box. */
function moved(
  point: readonly number[],
  free: readonly number[],
  step: readonly number[],
  box: Box,
): number[] {
  const next = [...point];
  free.forEach((i, k) => {
    next[i] = clamp((point[i] as number) + (step[k] as number), box, i);
  });
  return next;
}

function clamp(x: number, box: Box, i: number): number {
  return Math.min(Math.max(x, box.lower[i] as number), box.upper[i] as number);
}

function coordinatesAtLimit(point: readonly number[], box: Box): number[] {
  return point.flatMap((x, i) => (x <= (box.lower[i] as number) || x >= (box.upper[i] as number) ? [i] : []));
}

/** The coordinates that may move: not those that lie on a limit and are pushed against it. */
function freeCoordinates(point: readonly number[], gradient: readonly number[], box: Box): number[] {
  return point.flatMap((x, i) => {
    const slope = gradient[i] as number;
    const stuck =
      (x <= (box.lower[i] as number) && slope <= 0) || (x >= (box.upper[i] as number) && slope >= 0);
    return stuck ? [] : [i];
  });
}

/** The second-order model in the axes of its curvature: `curvature` are the eigenvalues of −H. */
interface QuadraticModel {
  readonly curvature: readonly number[];
  readonly slope: readonly number[];
  readonly axes: Eigen["vectors"];
}

function quadraticModel(here: Evaluation, free: readonly number[]): QuadraticModel {
  const negated = free.map((i) => free.map((j) => -(here.hessian[i]?.[j] as number)));
  const { values, vectors } = symmetricEigen(negated);
  const slope = values.map((_, k) => {
    let sum = 0;
    free.forEach((i, row) => {
      sum += (vectors[row]?.[k] as number) * (here.gradient[i] as number);
    });
    return sum;
  });
  return { curvature: values, slope, axes: vectors };
}

function newtonDecrement({ curvature, slope }: QuadraticModel): number | null {
  let sum = 0;
  for (let k = 0; k < curvature.length; k++) {
    const value = curvature[k] as number;
    if (!(value > 0)) return null;
    sum += (slope[k] as number) ** 2 / value;
  }
  return sum;
}

/** The best step of the model that is no longer than the radius. */
function trustRegionStep({ curvature, slope, axes }: QuadraticModel, radius: number): number[] {
  const least = Math.min(...curvature);
  const stepAt = (shift: number): number[] => slope.map((g, k) => g / ((curvature[k] as number) + shift));
  let step = stepAt(0);
  if (!(least > 0) || Math.hypot(...step) > radius) {
    // ‖step(shift)‖ falls with the shift; 1 ÷ ‖step‖ is nearly linear in it, which makes the search short.
    let low = Math.max(0, -least);
    let high = low + Math.hypot(...slope) / radius + 1e-300;
    let shift = high;
    for (let k = 0; k < 60; k++) {
      step = stepAt(shift);
      const length = Math.hypot(...step);
      if (Math.abs(length - radius) <= 0.01 * radius) break;
      if (length > radius) low = shift;
      else high = shift;
      const derivative = slope.reduce(
        (sum, g, i) => sum + g ** 2 / ((curvature[i] as number) + shift) ** 3,
        0,
      );
      const newton = shift + ((length - radius) / radius) * (length ** 2 / derivative);
      shift = newton > low && newton < high ? newton : (low + high) / 2;
    }
  }
  return axes.map((row) => row.reduce((sum, component, k) => sum + component * (step[k] as number), 0));
}

function predictedGain(here: Evaluation, free: readonly number[], step: readonly number[]): number {
  let gain = 0;
  free.forEach((i, row) => {
    gain += (here.gradient[i] as number) * (step[row] as number);
    free.forEach((j, column) => {
      gain += 0.5 * (here.hessian[i]?.[j] as number) * (step[row] as number) * (step[column] as number);
    });
  });
  return gain;
}
