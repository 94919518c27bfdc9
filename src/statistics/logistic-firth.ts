import type { Matrix } from "../math/symmetric-eigen.ts";
import { squareOf } from "./cox-likelihood.ts";
import type { LogisticEvaluation } from "./logistic-likelihood.ts";
import type { LogisticSample } from "./logistic-sample.ts";

/** An evaluation with Firth's penalty, and a matrix to step by. */
export interface FirthEvaluation {
  readonly end: LogisticEvaluation;
  /**
   * The information if each row weighed its leverage more, as in the data with half a row of each outcome for each leverage whose score this is. By the
   * plain information steps are up to twice too long.
   */
  readonly augmented: Matrix;
}

/**
 * Adds Firth's penalty, half the logarithm of the determinant of the information, to an evaluation.
 *
 * Firth (1993), Biometrika 80(1); the score as Heinze & Schemper (2002), Statistics in Medicine 21, equation 2: each row pulls with its leverage
 * towards one half. `factor` is Cholesky's of the information.
 */
export function withFirth(
  { rows, columns, x, weight }: LogisticSample,
  evaluation: LogisticEvaluation,
  factor: Matrix,
): FirthEvaluation {
  const { eta, logLikelihood } = evaluation;
  const gradient = [...evaluation.gradient];
  const size = columns + 1;
  const lower = Float64Array.from(factor.flat());
  const solved = new Float64Array(size);
  const triangle = new Float64Array((size * (size + 1)) / 2);
  for (let i = 0; i < rows; i++) {
    const leverage = squaredLength(lower, x, i, size, solved);
    const odds = eta[i] as number;
    const small = Math.exp(-Math.abs(odds));
    // ½ − probability.
    const half = (Math.sign(-odds) * (1 - small)) / (2 * (1 + small));
    const curvature = ((weight[i] as number) * small) / ((1 + small) * (1 + small));
    // The leverage is that of one of the rows for which the weighted row stands.
    const share = (curvature * leverage * small) / ((1 + small) * (1 + small));
    const pull = curvature * leverage * half;
    let place = 0;
    for (let a = 0; a < size; a++) {
      const value = a === 0 ? 1 : (x[i * columns + a - 1] as number);
      gradient[a] = (gradient[a] as number) + pull * value;
      for (let b = 0; b <= a; b++, place++) {
        const other = b === 0 ? 1 : (x[i * columns + b - 1] as number);
        triangle[place] = (triangle[place] as number) + share * value * other;
      }
    }
  }
  const halfLogDeterminant = factor.reduce((sum, row, c) => sum + Math.log(row[c] as number), 0);
  const more = squareOf(triangle, size);
  const augmented = evaluation.information.map((row, a) =>
    row.map((value, b) => value + (more[a]?.[b] as number)),
  );
  return { end: { ...evaluation, value: logLikelihood + halfLogDeterminant, gradient }, augmented };
}

/** xᵀ I⁻¹ x of a row with its intercept. */
function squaredLength(
  lower: Float64Array,
  x: Float64Array,
  row: number,
  size: number,
  solved: Float64Array,
): number {
  const at = row * (size - 1) - 1;
  let sum = 0;
  for (let a = 0; a < size; a++) {
    let rest = a === 0 ? 1 : (x[at + a] as number);
    for (let b = 0; b < a; b++) rest -= (lower[a * size + b] as number) * (solved[b] as number);
    const value = rest / (lower[a * size + a] as number);
    solved[a] = value;
    sum += value * value;
  }
  return sum;
}
