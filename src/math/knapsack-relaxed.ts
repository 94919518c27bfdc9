import { CompensatedSums } from "./compensated-sums.ts";
import { finiteRatio } from "./finite-ratio.ts";

/** What a capacity would bring if items could be taken in part: the bound of Dantzig (1957). */
export interface RelaxedFill {
  readonly bound: number;
  /** Profit ÷ cost of the item that the next bit of capacity would go to; 0 if there is none. */
  readonly shadowPrice: number;
}

/**
 * Takes items in the order of their density until the capacity is used up; what alone exceeds it is never taken.
 *
 * @param room The capacity and what may exceed it by rounding.
 */
export function relaxedFill(
  profits: Float64Array,
  costs: Float64Array,
  order: Int32Array,
  capacity: number,
  room: number = capacity,
): RelaxedFill {
  const sums = new CompensatedSums(2);
  for (const item of order) {
    const profit = profits[item] as number;
    const cost = costs[item] as number;
    if (cost > room) continue;
    const used = sums.at(1);
    if (used + cost > room) {
      sums.add(0, profit * (Math.max(capacity - used, 0) / cost));
      return { bound: sums.at(0), shadowPrice: finiteRatio(profit, cost) };
    }
    sums.add(0, profit);
    sums.add(1, cost);
  }
  return { bound: sums.at(0), shadowPrice: 0 };
}
