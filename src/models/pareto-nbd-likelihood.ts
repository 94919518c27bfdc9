import type { Objective } from "../math/trust-region-newton.ts";
import { customersWithMoreThan } from "./customers-with-more-than.ts";
import { type DeparturePairs, departurePairs } from "./pareto-departure-pairs.ts";
import { DepartureTable, FIRST_ORDER, SECOND_ORDER } from "./pareto-departure-table.ts";
import { ParetoSums, recenciesOf } from "./pareto-nbd-sums.ts";
import { addSilences } from "./pareto-silences.ts";
import { fillTimes, TIME_COLUMNS } from "./pareto-times.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/**
 * The log-likelihood of a base under the Pareto/NBD model with gradient and Hessian, as a function of (log r, log α, log s, log β).
 *
 * Schmittlein, Morrison & Colombo (1987), summed over customers and rearranged so that all terms are small and positive:
 *
 *     Σ_j N_{>j} ln(r+j) − Σ_tx [n (r ln(1+tx/α) + s ln(1+tx/β)) + X ln(α+tx)] + Σ ln M
 *     M = H_x(tx) + (1 − H_x(T)) e^−d,   d = (r+x) ln((α+T) ÷ (α+tx)) + s ln((β+T) ÷ (β+tx))
 *
 * where H is the probability of leaving before the next purchase. M is 1 where tx = T, and only cells with tx < T enter the last sum. Its
 * first derivatives are added cell by cell; second derivatives of H only need the weight that all cells together give to a pair (x, t).
 */
export function paretoNbdLikelihood(cells: PurchaseCells): Objective {
  const moreThan = customersWithMoreThan(cells);
  const recencies = recenciesOf(cells);
  const pairs = departurePairs(cells);
  const table = new DepartureTable(pairs);
  const weights = new Float64Array(pairs.purchases.length);
  const { times } = cells;
  const columns = new Float64Array(TIME_COLUMNS * times.length);

  return (point) => {
    const [r = 0, alpha = 0, s = 0, beta = 0] = point.map(Math.exp);
    fillTimes(columns, times, alpha, beta);
    for (let t = 0; t < times.length; t++) table.fill(t, times[t] as number, r, alpha, s, beta);
    const sums = new ParetoSums();
    sums.addPurchases(moreThan, r);
    sums.addRecencies(recencies, columns, r, alpha, s, beta);
    weights.fill(0);
    addSilences(sums, pairs, table.first, weights, columns, r, s);
    addCurvatureOfPairs(sums, pairs, table, weights, columns);
    return sums.evaluation([r, alpha, s, beta]);
  };
}

/** What the second derivatives of H add, each pair by its weight; z depends on the time only. */
function addCurvatureOfPairs(
  sums: ParetoSums,
  pairs: DeparturePairs,
  table: DepartureTable,
  weights: Float64Array,
  columns: Float64Array,
): void {
  const { byTime, from } = pairs;
  const { first, second } = table;
  for (let t = 0; t + 1 < from.length; t++) {
    let z = 0;
    let rr = 0;
    let rs = 0;
    let ss = 0;
    let rz = 0;
    let sz = 0;
    let zz = 0;
    const end = from[t + 1] as number;
    for (let i = from[t] as number; i < end; i++) {
      const pair = byTime[i] as number;
      const w = weights[pair] as number;
      const at = SECOND_ORDER * pair;
      z += w * (first[FIRST_ORDER * pair + 3] as number);
      rr += w * (second[at] as number);
      rs += w * (second[at + 1] as number);
      ss += w * (second[at + 2] as number);
      rz += w * (second[at + 3] as number);
      sz += w * (second[at + 4] as number);
      zz += w * (second[at + 5] as number);
    }
    const by = columns[TIME_COLUMNS * t + 2] as number;
    // z_α; z_β is −by, z_αα is −2 z_α by, z_αβ is by², z_ββ is 0
    const slope = by * (columns[TIME_COLUMNS * t + 4] as number);
    sums.rr += rr;
    sums.rAlpha += rz * slope;
    sums.rS += rs;
    sums.rBeta -= rz * by;
    sums.alphaAlpha += slope * (zz * slope - 2 * z * by);
    sums.alphaS += sz * slope;
    sums.alphaBeta += by * (z * by - zz * slope);
    sums.ss += ss;
    sums.sBeta -= sz * by;
    sums.betaBeta += zz * by * by;
  }
}
