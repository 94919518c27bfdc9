import { CompensatedSums } from "./compensated-sums.ts";
import { densestFill } from "./knapsack-greedy.ts";
import { densityOrder } from "./knapsack-order.ts";
import { bestFill } from "./knapsack-pareto.ts";
import { relaxedFill } from "./knapsack-relaxed.ts";

/** What a capacity is filled with. */
export interface CapacityFill {
  /** For each item 1 if it is chosen, else 0. */
  readonly chosen: Uint8Array<ArrayBuffer>;
  /** Sum of the profits chosen. */
  readonly profit: number;
  /** Sum of the costs chosen, at most the capacity. */
  readonly cost: number;
  /** No choice can bring more: the profit if items could be taken in part. */
  readonly bound: number;
  /** Profit of one more unit of capacity at the edge, if items could be taken in part; 0 if there is room for all. */
  readonly shadowPrice: number;
  /** Whether no other choice brings more; else `bound` says how much more there may be. */
  readonly exact: boolean;
}

/** Decimal fractions such as 0.1 + 0.2 miss their sum by rounding; what exceeds a capacity by less than this share of it fits. */
const ROUNDING = 1e-12;

/**
 * Chooses items of the highest total profit whose costs fit into a capacity (the 0/1 knapsack problem).
 *
 * More capacity never lowers the profit: both ways of choosing pick the best that fits from a family of sets that depends on the items alone, and so does
 * the question which of the two is used. Items without profit are never chosen, items that cost nothing always are. Of equally good sets the one is
 * chosen that was found first in the order by density (profit ÷ cost), equal ones as they came.
 *
 * @param profits Finite; what is 0 or less is left out.
 * @param costs Finite, 0 or more.
 * @param capacity 0 or more; may be infinite.
 */
export function fillCapacity(profits: Float64Array, costs: Float64Array, capacity: number): CapacityFill {
  const room = capacity * (1 + ROUNDING);
  const order = densityOrder(profits, costs);
  const best = fitsWhole(costs, order, room) ? order : bestFill(profits, costs, order, room);
  const taken = best ?? densestFill(profits, costs, order, room);
  const chosen = new Uint8Array(profits.length);
  for (const item of taken) chosen[item] = 1;
  const sums = new CompensatedSums(2);
  for (let i = 0; i < chosen.length; i++) {
    if (chosen[i] === 0) continue;
    sums.add(0, profits[i] as number);
    sums.add(1, costs[i] as number);
  }
  const profit = sums.at(0);
  const { bound, shadowPrice } = relaxedFill(profits, costs, order, capacity, room);
  return {
    chosen,
    profit,
    cost: Math.min(sums.at(1), capacity),
    bound: Math.max(bound, profit),
    shadowPrice,
    exact: best !== null || profit >= bound * (1 - ROUNDING),
  };
}

/** Then nothing need be weighed, and no profit is so small that it is lost beside the others. */
function fitsWhole(costs: Float64Array, order: Int32Array, room: number): boolean {
  const sum = new CompensatedSums(1);
  for (const item of order) sum.add(0, costs[item] as number);
  return sum.at(0) <= room;
}
