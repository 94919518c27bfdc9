import type { Objective } from "../math/trust-region-newton.ts";
import { betaGeometricObjective } from "./beta-geometric-objective.ts";
import type { Sums } from "./beta-geometric-sums.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/**
 * The log-likelihood of a base under BG/CNBD-k (early = 0) or MBG/CNBD-k (early = 1) with gradient and Hessian, as a function of
 * (log r, log α, log a, log b).
 *
 * That of BG/NBD with k events to a purchase and, for each customer, the factor R = Σ_{j<k} (r+kx)ⱼ uʲ ÷ j! with u = (T − tx) ÷ (α + T): a
 * silence is more probable the more stages the next purchase takes. The part of the times between purchases, (k−1)·Σ ln − x·ln Γ(k), does
 * not depend on the parameters and is left to the caller.
 */
export function cnbdKLikelihood(cells: PurchaseCells, k: number, early: 0 | 1): Objective {
  return betaGeometricObjective(cells, k, early, (sums, logs, inverses, { r, a, b }) =>
    addSilences(sums, cells, k, early, logs, inverses, r, a, b),
  );
}

/**
 * Σ ln R + ln(1 + eᵉ) with e = ln a − ln(b+x+early−1) + (r+kx) [ln(α+T) − ln(α+tx)] − ln R; the second term where x + early > 0.
 */
function addSilences(
  sums: Sums,
  cells: PurchaseCells,
  k: number,
  early: 0 | 1,
  logs: Float64Array,
  inverses: Float64Array,
  r: number,
  a: number,
  b: number,
): void {
  const { frequency, recencyAt, ageAt, weight, times, size } = cells;
  const byA = 1 / a;
  for (let i = 0; i < size; i++) {
    const x = frequency[i] as number;
    const last = recencyAt[i] as number;
    const age = ageAt[i] as number;
    const m = weight[i] as number;
    const shape = r + k * x;
    const byAge = inverses[age] as number;
    const byLast = inverses[last] as number;
    const u = ((times[age] as number) - (times[last] as number)) * byAge;

    // R and its derivatives: a term (shape)ⱼ uʲ ÷ j! grows with r by Σ 1 ÷ (shape+i), and with α by −j ÷ (α+T).
    let term = 1;
    let harmonic = 0;
    let squares = 0;
    let total = 1;
    let byR = 0;
    let byRR = 0;
    let byAlpha = 0;
    let byRAlpha = 0;
    let byAlphaAlpha = 0;
    for (let j = 1; j < k; j++) {
      const next = shape + j - 1;
      term *= (next * u) / j;
      harmonic += 1 / next;
      squares += 1 / (next * next);
      total += term;
      byR += term * harmonic;
      byRR += term * (harmonic * harmonic - squares);
      byAlpha -= term * j;
      byRAlpha -= term * j * harmonic;
      byAlphaAlpha += term * j * (j + 1);
    }
    const logR = Math.log(total);
    const r1 = byR / total;
    const alpha1 = (byAlpha * byAge) / total;
    const rr = byRR / total - r1 * r1;
    const rAlpha = (byRAlpha * byAge) / total - r1 * alpha1;
    const alphaAlpha = (byAlphaAlpha * byAge * byAge) / total - alpha1 * alpha1;

    let w = 0;
    let v = 0;
    sums.value += m * logR;
    if (x + early > 0) {
      const log = (logs[age] as number) - (logs[last] as number);
      const inverse = byAge - byLast;
      const byB = 1 / (b + (x + early - 1));
      const e = Math.log(a * byB) + shape * log - logR;
      const small = Math.exp(-Math.abs(e));
      sums.value += m * (Math.max(e, 0) + Math.log1p(small));
      w = e > 0 ? 1 / (1 + small) : small / (1 + small);
      v = (m * small) / ((1 + small) * (1 + small));
      w *= m;
      const eR = log - r1;
      const eAlpha = shape * inverse - alpha1;
      sums.r += w * log;
      sums.alpha += w * shape * inverse;
      sums.a += w * byA;
      sums.b -= w * byB;
      sums.rr += v * eR * eR;
      sums.rAlpha += v * eR * eAlpha + w * inverse;
      sums.alphaAlpha += v * eAlpha * eAlpha + w * shape * (byLast * byLast - byAge * byAge);
      sums.rA += v * eR * byA;
      sums.rB -= v * eR * byB;
      sums.alphaA += v * eAlpha * byA;
      sums.alphaB -= v * eAlpha * byB;
      sums.aa += (v - w) * byA * byA;
      sums.ab -= v * byA * byB;
      sums.bb += (v + w) * byB * byB;
    }
    const rest = m - w;
    sums.r += rest * r1;
    sums.alpha += rest * alpha1;
    sums.rr += rest * rr;
    sums.rAlpha += rest * rAlpha;
    sums.alphaAlpha += rest * alphaAlpha;
  }
}
