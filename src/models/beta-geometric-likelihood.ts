import type { Objective } from "../math/trust-region-newton.ts";
import { betaGeometricObjective } from "./beta-geometric-objective.ts";
import type { Sums } from "./beta-geometric-sums.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/** The log-likelihood of a base under the BG/NBD model as a function of (log r, log α, log a, log b). */
export function bgNbdLikelihood(cells: PurchaseCells): Objective {
  return betaGeometricLikelihood(cells, 0);
}

/** The log-likelihood of a base under the MBG/NBD model as a function of (log r, log α, log a, log b). */
export function mbgNbdLikelihood(cells: PurchaseCells): Objective {
  return betaGeometricLikelihood(cells, 1);
}

/**
 * The log-likelihood with gradient and Hessian; `early` is the number of chances to leave before the first repeat purchase: 0 for BG/NBD, 1
 * for MBG/NBD.
 *
 * Fader, Hardie & Lee (2005), equation 6, summed over customers and rearranged so that no gamma function is left:
 *
 *     N r ln α + Σ_j N_{x>j} ln(r+j) + Σ_j N_{x+early>j} [ln(b+j) − ln(a+b+j)] − Σ_T (n_T r + X_T) ln(α+T) + Σ ln(1 + eᵉ)
 *
 * where N counts customers by their repeat purchases, n_T and X_T count customers and purchases by age, and e is the log odds of having
 * left. Everything but the last sum needs only counts; the last sum runs over the cells of customers who can have left, and its
 * derivatives are sums of products of what does not change within one x.
 */
function betaGeometricLikelihood(cells: PurchaseCells, early: 0 | 1): Objective {
  return betaGeometricObjective(cells, 1, early, (sums, logs, inverses, { r, a, b }) =>
    addDropouts(sums, cells, early, logs, inverses, r, a, b),
  );
}

/** Σ ln(1 + eᵉ) with e = ln a − ln(b+x+early−1) + (r+x) [ln(α+T) − ln(α+tx)], where x + early > 0 */
function addDropouts(
  sums: Sums,
  cells: PurchaseCells,
  early: 0 | 1,
  logs: Float64Array,
  inverses: Float64Array,
  r: number,
  a: number,
  b: number,
): void {
  const { frequency, recencyAt, ageAt, weight, size } = cells;
  let i = 0;
  while (early === 0 && i < size && frequency[i] === 0) i++;
  while (i < size) {
    const x = frequency[i] as number;
    const k = r + x;
    // b + (x − 1), not b + x − 1: the difference must not swallow a small b.
    const byB = 1 / (b + (x + early - 1));
    const start = Math.log(a * byB);
    // Sums over the cells of this x of w and v (first and second derivative of ln(1 + eᵉ)) times the derivatives of e.
    let value = 0;
    let product = 1;
    let w1 = 0;
    let v1 = 0;
    let wLog = 0;
    let vLog = 0;
    let vLogLog = 0;
    let wInverse = 0;
    let vInverse = 0;
    let vInverse2 = 0;
    let vLogInverse = 0;
    let wSquare = 0;
    for (; i < size && frequency[i] === x; i++) {
      const last = recencyAt[i] as number;
      const age = ageAt[i] as number;
      const m = weight[i] as number;
      const log = (logs[age] as number) - (logs[last] as number);
      const inverseAge = inverses[age] as number;
      const inverseLast = inverses[last] as number;
      const inverse = inverseAge - inverseLast;
      const e = start + k * log;
      const small = Math.exp(e > 0 ? -e : e);
      const total = 1 + small;
      if (e > 0) value += m * e;
      // One logarithm for hundreds of cells: factors are at most 2.
      if (m === 1) {
        product *= total;
        if (product > 1e280) {
          value += Math.log(product);
          product = 1;
        }
      } else value += m * Math.log1p(small);
      // One division: with s = small, w is 1 ÷ (1+s) or s ÷ (1+s), and v is s ÷ (1+s)² either way.
      const share = m / total;
      const w = e > 0 ? share : share * small;
      const v = (share * small) / total;
      w1 += w;
      v1 += v;
      wLog += w * log;
      const vl = v * log;
      vLog += vl;
      vLogLog += vl * log;
      wInverse += w * inverse;
      const vi = v * inverse;
      vInverse += vi;
      vInverse2 += vi * inverse;
      vLogInverse += vl * inverse;
      wSquare += w * (inverseLast * inverseLast - inverseAge * inverseAge);
    }
    const byA = 1 / a;
    sums.value += value + Math.log(product);
    sums.r += wLog;
    sums.alpha += k * wInverse;
    sums.a += w1 * byA;
    sums.b -= w1 * byB;
    sums.rr += vLogLog;
    sums.rAlpha += k * vLogInverse + wInverse;
    sums.rA += vLog * byA;
    sums.rB -= vLog * byB;
    sums.alphaAlpha += k * (k * vInverse2 + wSquare);
    sums.alphaA += k * vInverse * byA;
    sums.alphaB -= k * vInverse * byB;
    sums.aa += (v1 - w1) * byA * byA;
    sums.ab -= v1 * byA * byB;
    sums.bb += (v1 + w1) * byB * byB;
  }
}
