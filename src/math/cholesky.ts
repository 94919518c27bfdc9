import type { Matrix } from "./symmetric-eigen.ts";

/** A Cholesky factor, or how far one exists. */
export interface Cholesky {
  /** Lower triangle L with L Lᵀ = the matrix; complete in the rows before `failedAt`. */
  readonly factor: Matrix;
  /** The first row that is, beside its diagonal, a combination of those before it; `null` if there is none. */
  readonly failedAt: number | null;
}

/** Cholesky's factor of a symmetric matrix (Golub & Van Loan, section 4.2); `tolerance` is the least share of a diagonal that must be left. */
export function cholesky(matrix: readonly (readonly number[])[], tolerance = 0): Cholesky {
  const factor: Matrix = matrix.map(() => new Array<number>(matrix.length).fill(0));
  for (let i = 0; i < matrix.length; i++) {
    const row = factor[i] as number[];
    for (let j = 0; j <= i; j++) {
      const other = factor[j] as number[];
      let rest = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k++) rest -= (row[k] as number) * (other[k] as number);
      if (j < i) row[j] = rest / (other[j] as number);
      else if (rest > tolerance * (matrix[i]?.[i] as number)) row[i] = Math.sqrt(rest);
      else return { factor, failedAt: i };
    }
  }
  return { factor, failedAt: null };
}

/** Solves L Lᵀ x = right. */
export function solveCholesky(factor: readonly (readonly number[])[], right: ArrayLike<number>): number[] {
  return solveTransposed(factor, solveLower(factor, right));
}

/** Solves L x = right, for as many rows as `right` has. */
function solveLower(factor: readonly (readonly number[])[], right: ArrayLike<number>): number[] {
  const x: number[] = [];
  for (let i = 0; i < right.length; i++) {
    let rest = right[i] as number;
    for (let k = 0; k < i; k++) rest -= (factor[i]?.[k] as number) * (x[k] as number);
    x.push(rest / (factor[i]?.[i] as number));
  }
  return x;
}

/** Solves Lᵀ x = right, for as many rows as `right` has. */
export function solveTransposed(factor: readonly (readonly number[])[], right: ArrayLike<number>): number[] {
  const x = Array.from(right);
  for (let i = x.length - 1; i >= 0; i--) {
    let rest = x[i] as number;
    for (let k = i + 1; k < x.length; k++) rest -= (factor[k]?.[i] as number) * (x[k] as number);
    x[i] = rest / (factor[i]?.[i] as number);
  }
  return x;
}

/** (L Lᵀ)⁻¹, symmetric to the last digit. */
export function invertCholesky(factor: readonly (readonly number[])[]): Matrix {
  const inverse: Matrix = factor.map((_, i) =>
    solveCholesky(
      factor,
      factor.map((__, j) => (i === j ? 1 : 0)),
    ),
  );
  for (let i = 0; i < inverse.length; i++) {
    for (let j = 0; j < i; j++) (inverse[j] as number[])[i] = inverse[i]?.[j] as number;
  }
  return inverse;
}
