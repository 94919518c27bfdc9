/** How many sets are written down, and how many looked at, before the search is given up: some 12 MB and a tenth of a second. */
const MOST_SETS = 1 << 20;
const MOST_LOOKS = 1 << 23;

/**
 * The best set that fits, or `null` if there are too many to look at.
 *
 * Of all sets only those are kept to which no other is cheaper and at least as good (Nemhauser & Ullmann 1969). The capacity plays no part before the
 * last line, so that whether the search succeeds depends on the items alone.
 */
export function bestFill(
  profits: Float64Array,
  costs: Float64Array,
  order: Int32Array,
  room: number,
): Int32Array | null {
  const sets = new ParetoSets();
  for (const item of order) {
    if (!sets.offer(item, profits[item] as number, costs[item] as number)) return null;
  }
  return sets.best(room);
}

/** The sets to which no other is cheaper and at least as good, by ascending cost and so by ascending profit. */
class ParetoSets {
  // Of the current list: cost, profit, and the place of the last item in the family tree of all sets.
  #costs: Float64Array<ArrayBuffer> = new Float64Array(64);
  #profits: Float64Array<ArrayBuffer> = new Float64Array(64);
  #nodes: Int32Array<ArrayBuffer> = new Int32Array(64).fill(-1);
  #count = 1;
  // The tree: the item that made a set, and the set that it was added to.
  #items: Int32Array<ArrayBuffer> = new Int32Array(1024);
  #parents: Int32Array<ArrayBuffer> = new Int32Array(1024);
  #born = 0;
  #looks = 0;

  /** Adds to every set the same with the item; false if there are too many. */
  offer(item: number, profit: number, cost: number): boolean {
    const count = this.#count;
    this.#looks += 2 * count;
    if (this.#born + count > MOST_SETS || this.#looks > MOST_LOOKS) return false;
    while (this.#born + count > this.#items.length) {
      this.#items = enlarged(this.#items);
      this.#parents = enlarged(this.#parents);
    }
    const costs = new Float64Array(2 * count);
    const profits = new Float64Array(2 * count);
    const nodes = new Int32Array(2 * count);
    let kept = 0;
    let without = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let withItem = 0; withItem < count || without < count; ) {
      const costWith = withItem < count ? (this.#costs[withItem] as number) + cost : Number.POSITIVE_INFINITY;
      const profitWith = withItem < count ? (this.#profits[withItem] as number) + profit : 0;
      const old = without < count ? (this.#costs[without] as number) : Number.POSITIVE_INFINITY;
      const oldProfit = without < count ? (this.#profits[without] as number) : 0;
      // Of two that cost the same the better comes first, so that it alone is kept; if they are equal, the older one.
      if (old < costWith || (old === costWith && oldProfit >= profitWith)) {
        if (oldProfit > best) {
          costs[kept] = old;
          profits[kept] = best = oldProfit;
          nodes[kept++] = this.#nodes[without] as number;
        }
        without += 1;
      } else {
        if (profitWith > best) {
          costs[kept] = costWith;
          profits[kept] = best = profitWith;
          nodes[kept++] = this.#born;
          this.#items[this.#born] = item;
          this.#parents[this.#born++] = this.#nodes[withItem] as number;
        }
        withItem += 1;
      }
    }
    this.#costs = costs;
    this.#profits = profits;
    this.#nodes = nodes;
    this.#count = kept;
    return true;
  }

  /** The items of the most expensive set that fits, which is the best one. */
  best(room: number): Int32Array {
    let at = this.#count - 1;
    while (at > 0 && (this.#costs[at] as number) > room) at -= 1;
    const taken: number[] = [];
    for (let node = this.#nodes[at] as number; node >= 0; node = this.#parents[node] as number) {
      taken.push(this.#items[node] as number);
    }
    return Int32Array.from(taken);
  }
}

function enlarged(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const next = new Int32Array(old.length * 2);
  next.set(old);
  return next;
}
