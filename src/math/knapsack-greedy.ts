import { CompensatedSums } from "./compensated-sums.ts";

/**
 * A good set that fits, of items in the order of their density.
 *
 * Of a ladder of classes of items (all that cost no more than a power of 2, and all there are) it looks at the first items of each by density, and at those
 * with one later item besides: which sets these are depends on the items alone, so more room can only add some. The best of them brings at least a third
 * of what can be had: of the items above the last power of 2 within the room only one fits, and the others miss their bound by less than one item.
 */
export function densestFill(
  profits: Float64Array,
  costs: Float64Array,
  order: Int32Array,
  room: number,
): Int32Array {
  let best: Int32Array = new Int32Array(0);
  let bestProfit = Number.NEGATIVE_INFINITY;
  for (const limit of rungs(costs, order)) {
    const items = order.filter((item) => (costs[item] as number) <= limit);
    const found = firstWithOneLater(profits, costs, items, room);
    if (found.profit > bestProfit) {
      bestProfit = found.profit;
      best = found.items;
    }
  }
  return best;
}

/** The powers of 2 that costs lie below, from the highest, which all do. */
function rungs(costs: Float64Array, order: Int32Array): readonly number[] {
  const found = new Set<number>();
  for (const item of order) {
    const cost = costs[item] as number;
    if (cost > 0) found.add(2 ** Math.ceil(Math.log2(cost)));
  }
  return [Number.POSITIVE_INFINITY, ...[...found].sort((a, b) => b - a)];
}

/** The best that fits of: the first k items for any k, and these with one later item. */
function firstWithOneLater(
  profits: Float64Array,
  costs: Float64Array,
  items: Int32Array,
  room: number,
): { readonly profit: number; readonly items: Int32Array } {
  const { costOf, profitOf } = runningSums(profits, costs, items);
  let first = 0;
  while (first < items.length && (costOf[first + 1] as number) <= room) first += 1;
  let profit = profitOf[first] as number;
  let kept = first;
  let extra = -1;
  // An item among the first adds nothing to them, so only later ones matter; fewer first items leave room for dearer ones.
  const later = items.slice(first).sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b);
  let richest = -1;
  let at = 0;
  for (let k = first; k >= 0; k--) {
    for (; at < later.length; at++) {
      const item = later[at] as number;
      if ((costOf[k] as number) + (costs[item] as number) > room) break;
      if (richest < 0 || (profits[item] as number) > (profits[richest] as number)) richest = item;
    }
    const total = richest < 0 ? 0 : (profitOf[k] as number) + (profits[richest] as number);
    if (total > profit) {
      profit = total;
      kept = k;
      extra = richest;
    }
  }
  const chosen = items.subarray(0, kept);
  return { profit, items: extra < 0 ? chosen : Int32Array.from([...chosen, extra]) };
}

/** Costs and profits of the first 0, 1, 2, … items. */
function runningSums(
  profits: Float64Array,
  costs: Float64Array,
  items: Int32Array,
): { readonly costOf: Float64Array; readonly profitOf: Float64Array } {
  const costOf = new Float64Array(items.length + 1);
  const profitOf = new Float64Array(items.length + 1);
  const sums = new CompensatedSums(2);
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    sums.add(0, profits[item] as number);
    sums.add(1, costs[item] as number);
    profitOf[k + 1] = sums.at(0);
    costOf[k + 1] = sums.at(1);
  }
  return { costOf, profitOf };
}
