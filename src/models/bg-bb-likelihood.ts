import type { Evaluation, Objective } from "../math/trust-region-newton.ts";
import { type OpportunityCells, opportunityCells } from "./bg-bb-cells.ts";
import { OpportunitySlopes } from "./bg-bb-slopes.ts";
import { StartingTerms } from "./bg-bb-starts.ts";
import { inLogParameters } from "./log-parameters.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/**
 * The log-likelihood of a base under the BG/BB model with gradient and Hessian, as a function of (log α, log β, log γ, log δ).
 *
 * Fader, Hardie & Shang (2010), equation 5, summed over customers. Times must be whole numbers and purchases no more than tx. For one
 * customer it is the log of a sum of terms w_j: he left right after opportunity j = tx, …, T−1, or is alive at T. Customers of equal x
 * and T share all terms from the largest tx on. So one walk back from T to the smallest tx serves them all: it adds one term at a time,
 * each relative to the one before, and keeps the weighted mean of the slopes of log w_j, and the mean of their curvature plus the
 * covariance of their slopes, which are gradient and Hessian of the log of the sum. All terms are positive and nothing cancels.
 */
export function bgBbLikelihood(cells: PurchaseCells): Objective {
  const ordered = opportunityCells(cells);
  const starts = new StartingTerms(ordered);
  const slopes = new OpportunitySlopes(ordered.longest);

  return (point) => {
    const [alpha = 0, beta = 0, gamma = 0, delta = 0] = point.map(Math.exp);
    slopes.fill(alpha, beta, gamma, delta);
    const sums = new Sums();
    sums.value = starts.value(alpha, beta, gamma, delta);
    for (let i = 0; i < ordered.size; ) i = addGroup(sums, ordered, i, slopes);
    return evaluation(sums, [alpha, beta, gamma, delta]);
  };
}

/** Value, gradient and Hessian while they are being added up, in natural parameters. */
class Sums {
  value = 0;
  a = 0;
  b = 0;
  c = 0;
  d = 0;
  aa = 0;
  ab = 0;
  ac = 0;
  ad = 0;
  bb = 0;
  bc = 0;
  bd = 0;
  cc = 0;
  cd = 0;
  dd = 0;
}

/** Adds the cells from `i` on that share its x and T, and returns where the next group begins. */
function addGroup(sums: Sums, cells: OpportunityCells, i: number, slopes: OpportunitySlopes): number {
  const { size, frequency, recency, age, weight } = cells;
  const { beta, next } = slopes;
  const { first: b1, second: b2 } = slopes.ofBeta;
  const { first: ab1, second: ab2 } = slopes.ofAlphaBeta;
  const { first: d1, second: d2 } = slopes.ofDelta;
  const { first: cd1, second: cd2 } = slopes.ofGammaDelta;
  const x = frequency[i] as number;
  const T = age[i] as number;
  // The part of x alone is the same in all terms.
  const slopeOfX = slopes.ofAlpha.first[x] as number;
  const curveOfX = slopes.ofAlpha.second[x] as number;
  const byGamma = 1 / slopes.gamma;

  // Alive at T: slopes by α, β, γ and δ, and curvature.
  let total = 1;
  let a = -(ab1[T] as number);
  let b = (b1[T - x] as number) + a;
  let c = -(cd1[T] as number);
  let d = (d1[T] as number) + c;
  let aa = ab2[T] as number;
  let ab = aa;
  let bb = aa - (b2[T - x] as number);
  let cc = cd2[T] as number;
  let cd = cc;
  let dd = cc - (d2[T] as number);
  let ac = 0;
  let ad = 0;
  let bc = 0;
  let bd = 0;
  for (let j = T; ; j--) {
    if (j < T) {
      // Left right after j.
      const ratio = j === T - 1 ? slopes.alive[j] : next[j];
      const later = (beta + (j - x)) * (ratio as number) * total;
      total = 1 + later;
      const share = 1 / total;
      const rest = later * share;
      const termA = -(ab1[j] as number);
      const termC = -(cd1[j + 1] as number);
      const byA = termA - a;
      const byB = (b1[j - x] as number) + termA - b;
      const byC = byGamma + termC - c;
      const byD = (d1[j] as number) + termC - d;
      a += share * byA;
      b += share * byB;
      c += share * byC;
      d += share * byD;
      const curveAB = ab2[j] as number;
      const curveCD = cd2[j + 1] as number;
      aa += share * (curveAB - aa + rest * byA * byA);
      ab += share * (curveAB - ab + rest * byA * byB);
      ac += share * (rest * byA * byC - ac);
      ad += share * (rest * byA * byD - ad);
      bb += share * (curveAB - (b2[j - x] as number) - bb + rest * byB * byB);
      bc += share * (rest * byB * byC - bc);
      bd += share * (rest * byB * byD - bd);
      cc += share * (curveCD - byGamma * byGamma - cc + rest * byC * byC);
      cd += share * (curveCD - cd + rest * byC * byD);
      dd += share * (curveCD - (d2[j] as number) - dd + rest * byD * byD);
    }
    for (; i < size && recency[i] === j && age[i] === T && frequency[i] === x; i++) {
      const m = weight[i] as number;
      sums.value += m * Math.log(total);
      sums.a += m * (a + slopeOfX);
      sums.b += m * b;
      sums.c += m * c;
      sums.d += m * d;
      sums.aa += m * (aa - curveOfX);
      sums.ab += m * ab;
      sums.ac += m * ac;
      sums.ad += m * ad;
      sums.bb += m * bb;
      sums.bc += m * bc;
      sums.bd += m * bd;
      sums.cc += m * cc;
      sums.cd += m * cd;
      sums.dd += m * dd;
    }
    const isSameGroup = i < size && age[i] === T && frequency[i] === x;
    if (!isSameGroup || (recency[i] as number) > j) return i;
  }
}

/** The sums in the order of the parameters. */
function evaluation(sums: Sums, parameters: readonly number[]): Evaluation {
  const { value, a, b, c, d, aa, ab, ac, ad, bb, bc, bd, cc, cd, dd } = sums;
  const curvature = [
    [aa, ab, ac, ad],
    [ab, bb, bc, bd],
    [ac, bc, cc, cd],
    [ad, bd, cd, dd],
  ];
  return inLogParameters(value, [a, b, c, d], curvature, parameters);
}
