import type { DesignColumn } from "./design-matrix.ts";
import { standardisedDesign } from "./standardised-design.ts";

/** What the likelihood sees of the rows; the intercept has no column. */
export interface LogisticSample {
  readonly rows: number;
  readonly columns: number;
  /** Covariates row after row, centred and scaled, so that their units do not matter to the search. */
  readonly x: Float64Array;
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly outcome: Uint8Array;
  readonly weight: Float64Array;
  readonly totalWeight: number;
  /** Sum of the weights of the rows with the outcome. */
  readonly eventWeight: number;
}

/** The rows that take part, side by side with their covariates. */
export function logisticSample(
  design: readonly DesignColumn[],
  outcome: Uint8Array,
  weight: Float64Array,
  kept: Int32Array,
): LogisticSample {
  const rows = kept.length;
  const y = new Uint8Array(rows);
  const w = new Float64Array(rows);
  let totalWeight = 0;
  let eventWeight = 0;
  for (let i = 0; i < rows; i++) {
    const row = kept[i] as number;
    y[i] = outcome[row] as number;
    w[i] = weight[row] as number;
    totalWeight += w[i] as number;
    if (y[i] === 1) eventWeight += w[i] as number;
  }
  const standardised = standardisedDesign(design, kept, w);
  return { rows, columns: design.length, ...standardised, outcome: y, weight: w, totalWeight, eventWeight };
}

/** β₀ + β · x of every row; the intercept is the first of `beta`. */
export function logOddsOf({ rows, columns, x }: LogisticSample, beta: ArrayLike<number>): Float64Array {
  const eta = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = beta[0] as number;
    for (let c = 0; c < columns; c++) sum += (x[i * columns + c] as number) * (beta[c + 1] as number);
    eta[i] = sum;
  }
  return eta;
}
