/** A square matrix as rows. */
export type Matrix = number[][];

/** Eigenvalues of a symmetric matrix, and the eigenvectors as columns in the same order. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/** Jacobi's rotations (Golub & Van Loan, section 8.5): the most exact method for the small matrices of a fit. */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const n = matrix.length;
  const a: Matrix = matrix.map((row) => [...row]);
  const v: Matrix = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) if (rotate(a, v, p, q)) rotated = true;
    }
    if (!rotated) break;
  }
  return { values: a.map((row, i) => row[i] as number), vectors: v };
}

const MAX_SWEEPS = 60;

/** Makes a[p][q] zero; false if it is already nothing beside the diagonal. */
function rotate(a: Matrix, v: Matrix, p: number, q: number): boolean {
  const rowP = a[p] as number[];
  const rowQ = a[q] as number[];
  const apq = rowP[q] as number;
  const app = rowP[p] as number;
  const aqq = rowQ[q] as number;
  if (Math.abs(apq) <= 1e-17 * Math.sqrt(Math.abs(app) * Math.abs(aqq)) || apq === 0) return false;
  const tau = (aqq - app) / (2 * apq);
  const t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  for (const row of a) turn(row, p, q, c, s);
  for (let k = 0; k < a.length; k++) {
    const x = rowP[k] as number;
    const y = rowQ[k] as number;
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  rowP[q] = 0;
  rowQ[p] = 0;
  for (const row of v) turn(row, p, q, c, s);
  return true;
}

function turn(row: number[], p: number, q: number, c: number, s: number): void {
  const x = row[p] as number;
  const y = row[q] as number;
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}
