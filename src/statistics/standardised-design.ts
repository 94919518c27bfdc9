import type { DesignColumn } from "./design-matrix.ts";

/** Columns centred and scaled, so that their units do not matter to a search. */
export interface StandardisedDesign {
  /** Row after row. */
  readonly x: Float64Array;
  /** Weighted means and standard deviations by which columns were centred and scaled; a constant column has scale 0. */
  readonly means: readonly number[];
  readonly scales: readonly number[];
}

/** Lays columns side by side, row after row, for the rows `rowAt` of the input; `weight` is in the order of `rowAt`. */
export function standardisedDesign(
  design: readonly DesignColumn[],
  rowAt: Int32Array,
  weight: Float64Array,
): StandardisedDesign {
  const rows = rowAt.length;
  const columns = design.length;
  const x = new Float64Array(rows * columns);
  const total = weight.reduce((sum, w) => sum + w, 0);
  const means: number[] = [];
  const scales: number[] = [];
  const column = new Float64Array(rows);
  design.forEach(({ values }, c) => {
    // The first value is taken off before anything is summed: of dates in milliseconds little else would be left.
    const origin = values[rowAt[0] as number] as number;
    let sum = 0;
    let largest = 0;
    for (let i = 0; i < rows; i++) {
      const value = (values[rowAt[i] as number] as number) - origin;
      column[i] = value;
      sum += (weight[i] as number) * value;
      largest = Math.max(largest, Math.abs(value));
    }
    const mean = sum / total;
    let squares = 0;
    for (let i = 0; i < rows; i++) {
      // In units of the largest: squares of tiny or huge values would be lost.
      const deviation = ((column[i] as number) - mean) / largest;
      squares += (weight[i] as number) * deviation * deviation;
    }
    const scale = largest > 0 ? largest * Math.sqrt(squares / total) : 0;
    for (let i = 0; i < rows; i++)
      x[i * columns + c] = scale > 0 ? ((column[i] as number) - mean) / scale : 0;
    means.push(origin + mean);
    scales.push(scale);
  });
  return { x, means, scales };
}
