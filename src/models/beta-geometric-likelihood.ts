import type { Evaluation, Objective } from "../math/trust-region-newton.ts";
import { inLogParameters } from "./log-parameters.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/**
 * The log-likelihood of a base under the BG/NBD model with gradient and Hessian, as a function of (log r, log α, log a, log b).
 *
 * Fader, Hardie & Lee (2005), equation 6, summed over customers and rearranged so that no gamma function is left:
 *
 *     N r ln α + Σ_j N_{>j} [ln(r+j) + ln(b+j) − ln(a+b+j)] − Σ_T (n_T r + X_T) ln(α+T) + Σ_{x>0} ln(1 + eᵉ)
 *
 * where N_{>j} counts customers with more than j repeat purchases, n_T and X_T count customers and purchases by age, and e is the log odds
 * of having left. Everything but the last sum needs only counts; the last sum runs over cells, and its derivatives are sums of products
 * of what does not change within one x.
 */
export function bgNbdLikelihood(cells: PurchaseCells): Objective {
  const moreThan = customersWithMoreThan(cells);
  const { customersAt, purchasesAt } = countsByAge(cells);
  const { times } = cells;
  const logs = new Float64Array(times.length);
  const inverses = new Float64Array(times.length);

  return (point) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = point.map(Math.exp);
    for (let t = 0; t < times.length; t++) {
      const shifted = alpha + (times[t] as number);
      logs[t] = Math.log(shifted);
      inverses[t] = 1 / shifted;
    }
    const sums = new Sums();
    addPurchases(sums, moreThan, r, a, b);
    addAges(sums, cells, customersAt, purchasesAt, logs, inverses, r, alpha);
    addDropouts(sums, cells, logs, inverses, r, a, b);
    return evaluation(sums, [r, alpha, a, b]);
  };
}

/** Value, gradient and Hessian while they are being added up, in natural parameters. */
class Sums {
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

/** Σ_j N_{>j} [ln(r+j) + ln(b+j) − ln(a+b+j)] */
function addPurchases(sums: Sums, moreThan: Float64Array, r: number, a: number, b: number): void {
  for (let j = 0; j < moreThan.length; j++) {
    const n = moreThan[j] as number;
    const byR = 1 / (r + j);
    const byB = 1 / (b + j);
    const byAB = 1 / (a + b + j);
    sums.value += n * Math.log((r + j) * (b + j) * byAB);
    sums.r += n * byR;
    sums.rr -= n * byR * byR;
    sums.a -= n * byAB;
    sums.b += n * (byB - byAB);
    const curve = n * byAB * byAB;
    sums.aa += curve;
    sums.ab += curve;
    sums.bb += curve - n * byB * byB;
  }
}

/** N r ln α − Σ_T (n_T r + X_T) ln(α+T) */
function addAges(
  sums: Sums,
  cells: PurchaseCells,
  customersAt: Float64Array,
  purchasesAt: Float64Array,
  logs: Float64Array,
  inverses: Float64Array,
  r: number,
  alpha: number,
): void {
  const logAlpha = Math.log(alpha);
  for (let t = 0; t < logs.length; t++) {
    const n = customersAt[t] as number;
    if (n === 0) continue;
    const events = n * r + (purchasesAt[t] as number);
    const log = logs[t] as number;
    const inverse = inverses[t] as number;
    sums.value += n * r * (logAlpha - log) - (purchasesAt[t] as number) * log;
    sums.r += n * (logAlpha - log);
    sums.alpha -= events * inverse;
    sums.rAlpha -= n * inverse;
    sums.alphaAlpha += events * inverse * inverse;
  }
  sums.alpha += (cells.customers * r) / alpha;
  sums.rAlpha += cells.customers / alpha;
  sums.alphaAlpha -= (cells.customers * r) / (alpha * alpha);
}

/** Σ_{x>0} ln(1 + eᵉ) with e = ln a − ln(b+x−1) + (r+x) [ln(α+T) − ln(α+tx)] */
function addDropouts(
  sums: Sums,
  cells: PurchaseCells,
  logs: Float64Array,
  inverses: Float64Array,
  r: number,
  a: number,
  b: number,
): void {
  const { frequency, recencyAt, ageAt, weight, size } = cells;
  let i = 0;
  while (i < size && frequency[i] === 0) i++;
  while (i < size) {
    const x = frequency[i] as number;
    const k = r + x;
    const byB = 1 / (b + (x - 1));
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

/** The sums in the order of the parameters. */
function evaluation(sums: Sums, parameters: readonly number[]): Evaluation {
  const { value, r, alpha, a, b, rr, rAlpha, alphaAlpha, aa, ab, bb, rA, rB, alphaA, alphaB } = sums;
  const curvature = [
    [rr, rAlpha, rA, rB],
    [rAlpha, alphaAlpha, alphaA, alphaB],
    [rA, alphaA, aa, ab],
    [rB, alphaB, ab, bb],
  ];
  return inLogParameters(value, [r, alpha, a, b], curvature, parameters);
}

/** For each j, how many customers made more than j repeat purchases. */
function customersWithMoreThan({ frequency, weight, size }: PurchaseCells): Float64Array {
  const most = size === 0 ? 0 : (frequency[size - 1] as number);
  const counts = new Float64Array(most);
  let customers = 0;
  let cell = size - 1;
  for (let j = most - 1; j >= 0; j--) {
    for (; cell >= 0 && (frequency[cell] as number) > j; cell--) customers += weight[cell] as number;
    counts[j] = customers;
  }
  return counts;
}

function countsByAge(cells: PurchaseCells): { customersAt: Float64Array; purchasesAt: Float64Array } {
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
