import type { Evaluation } from "../math/trust-region-newton.ts";
import { inLogParameters } from "./log-parameters.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/** Value, gradient and Hessian while they are being added up, in natural parameters. */
export class Sums {
  value = 0;
  r = 0;
  alpha = 0;
  a = 0;
  b = 0;
  rr = 0;
  rAlpha = 0;
  alphaAlpha = 0;
  aa = 0;
  ab = 0;
  bb = 0;
  rA = 0;
  rB = 0;
  alphaA = 0;
  alphaB = 0;
}

/** Σ_j N_{kx>j} ln(r+j), with k events to a purchase */
export function addPurchases(sums: Sums, moreThan: Float64Array, r: number, k: number): void {
  for (let x = 0; x < moreThan.length; x++) {
    const n = moreThan[x] as number;
    for (let j = k * x; j < k * (x + 1); j++) {
      const byR = 1 / (r + j);
      sums.value += n * Math.log(r + j);
      sums.r += n * byR;
      sums.rr -= n * byR * byR;
    }
  }
}

/** For each j, how many customers had more than j chances to leave: as many as repeat purchases, and `early` before the first. */
export function chancesToLeave(moreThan: Float64Array, cells: PurchaseCells, early: 0 | 1): Float64Array {
  if (early === 0) return moreThan;
  const chances = new Float64Array(moreThan.length + 1);
  chances[0] = cells.customers;
  chances.set(moreThan, 1);
  return chances;
}

/** Σ_j N_{x+early>j} [ln(b+j) − ln(a+b+j)] */
export function addStays(sums: Sums, chancesTaken: Float64Array, a: number, b: number): void {
  for (let j = 0; j < chancesTaken.length; j++) {
    const n = chancesTaken[j] as number;
    const byB = 1 / (b + j);
    const byAB = 1 / (a + b + j);
    sums.value -= n * Math.log1p(a * byB);
    sums.a -= n * byAB;
    // 1/(b+j) − 1/(a+b+j), which subtraction would lose for a small a.
    const step = a * byB * byAB;
    sums.b += n * step;
    const curve = n * byAB * byAB;
    sums.aa += curve;
    sums.ab += curve;
    sums.bb -= n * step * (byB + byAB);
  }
}

/** N r ln α − Σ_T (n_T r + k X_T) ln(α+T), with k events to a purchase */
export function addAges(
  sums: Sums,
  cells: PurchaseCells,
  customersAt: Float64Array,
  purchasesAt: Float64Array,
  logs: Float64Array,
  inverses: Float64Array,
  r: number,
  alpha: number,
  k: number,
): void {
  const logAlpha = Math.log(alpha);
  for (let t = 0; t < logs.length; t++) {
    const n = customersAt[t] as number;
    if (n === 0) continue;
    const purchases = k * (purchasesAt[t] as number);
    const events = n * r + purchases;
    const log = logs[t] as number;
    const inverse = inverses[t] as number;
    sums.value += n * r * (logAlpha - log) - purchases * log;
    sums.r += n * (logAlpha - log);
    sums.alpha -= events * inverse;
    sums.rAlpha -= n * inverse;
    sums.alphaAlpha += events * inverse * inverse;
  }
  sums.alpha += (cells.customers * r) / alpha;
  sums.rAlpha += cells.customers / alpha;
  sums.alphaAlpha -= (cells.customers * r) / (alpha * alpha);
}

/** The sums in the order of the parameters, by their logarithms. */
export function evaluation(sums: Sums, parameters: readonly number[]): Evaluation {
  const { value, r, alpha, a, b, rr, rAlpha, alphaAlpha, aa, ab, bb, rA, rB, alphaA, alphaB } = sums;
  const curvature = [
    [rr, rAlpha, rA, rB],
    [rAlpha, alphaAlpha, alphaA, alphaB],
    [rA, alphaA, aa, ab],
    [rB, alphaB, ab, bb],
  ];
  return inLogParameters(value, [r, alpha, a, b], curvature, parameters);
}

export function countsByAge(cells: PurchaseCells): { customersAt: Float64Array; purchasesAt: Float64Array } {
  const customersAt = new Float64Array(cells.times.length);
  const purchasesAt = new Float64Array(cells.times.length);
  for (let i = 0; i < cells.size; i++) {
    const age = cells.ageAt[i] as number;
    const weight = cells.weight[i] as number;
    customersAt[age] = (customersAt[age] as number) + weight;
    purchasesAt[age] = (purchasesAt[age] as number) + weight * (cells.frequency[i] as number);
  }
  return { customersAt, purchasesAt };
}
