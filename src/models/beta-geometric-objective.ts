import type { Objective } from "../math/trust-region-newton.ts";
import {
  addAges,
  addPurchases,
  addStays,
  chancesToLeave,
  countsByAge,
  evaluation,
  Sums,
} from "./beta-geometric-sums.ts";
import { customersWithMoreThan } from "./customers-with-more-than.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/** Parameters of the models whose customers leave after a purchase, at a point of the search. */
export interface PointParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * The likelihood of a model whose customers leave after a purchase, as a function of (log r, log α, log a, log b): the part that needs only
 * counts, and what `addCells` adds cell by cell.
 *
 * @param k Events to a purchase.
 * @param early Chances to leave before the first repeat purchase.
 * @param addCells Gets ln(α+t) and 1 ÷ (α+t) of each distinct time.
 */
export function betaGeometricObjective(
  cells: PurchaseCells,
  k: number,
  early: 0 | 1,
  addCells: (sums: Sums, logs: Float64Array, inverses: Float64Array, parameters: PointParameters) => void,
): Objective {
  const moreThan = customersWithMoreThan(cells);
  const chances = chancesToLeave(moreThan, cells, early);
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
    addPurchases(sums, moreThan, r, k);
    addStays(sums, chances, a, b);
    addAges(sums, cells, customersAt, purchasesAt, logs, inverses, r, alpha, k);
    addCells(sums, logs, inverses, { r, alpha, a, b });
    return evaluation(sums, [r, alpha, a, b]);
  };
}
