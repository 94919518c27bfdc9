import type { Matrix } from "../math/symmetric-eigen.ts";
import { visitRiskSets } from "./cox-risk-sets.ts";
import { type CoxSample, linearPredictors } from "./cox-sample.ts";
import { addVariance, type CoxTies, haveTies, sumTies, tieSums } from "./cox-ties.ts";

/** The log partial likelihood at a point, its slopes, and minus its second derivatives. */
export interface CoxEvaluation {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly information: Matrix;
}

/** The log partial likelihood of Cox (1972) with ties as Efron (1977) or Breslow (1974), in one pass over the sorted rows. */
export function coxLikelihood(sample: CoxSample, beta: ArrayLike<number>, ties: CoxTies): CoxEvaluation {
  const { columns, x, weight } = sample;
  const eta = linearPredictors(sample, beta);
  const tie = tieSums();
  const triangle = new Float64Array((columns * (columns + 1)) / 2);
  const gradient = new Float64Array(columns);
  let value = 0;
  visitRiskSets(sample, eta, true, (sums) => {
    sumTies(tie, sums, ties);
    const tied = haveTies(sums, ties);
    value -= tie.logs;
    for (let i = sums.first; i < sums.last; i++) {
      const w = weight[i] as number;
      value += w * ((eta[i] as number) - sums.shift);
      for (let c = 0; c < columns; c++) {
        gradient[c] = (gradient[c] as number) + w * (x[i * columns + c] as number);
      }
    }
    for (let c = 0; c < columns; c++) {
      const left = tied ? tie.a1 * (sums.d1[c] as number) : 0;
      gradient[c] = (gradient[c] as number) - tie.a0 * (sums.s1[c] as number) + left;
    }
    addVariance(triangle, sums, tie, tied, 1);
  });
  return { value, gradient: Array.from(gradient), information: squareOf(triangle, columns) };
}

/** A symmetric matrix from its lower triangle, row after row. */
export function squareOf(triangle: Float64Array, size: number): Matrix {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => {
      const [low, high] = i < j ? [i, j] : [j, i];
      return triangle[(high * (high + 1)) / 2 + low] as number;
    }),
  );
}
