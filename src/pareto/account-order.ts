import { countingOrder } from "../math/counting-order.ts";
import { denseRanks } from "../math/dense-ranks.ts";

/** Customers in descending order of a figure, in groups of equals. */
export interface AccountOrder {
  /** The row at each place; equals stand as they came. */
  readonly rows: Int32Array;
  /** The place at which each group of equals begins, and after the last one the number of rows. */
  readonly starts: Int32Array;
}

/** Puts figures (no NaN) in descending order. */
export function descendingOrder(figures: Float64Array): AccountOrder {
  const { ranks, distinct } = denseRanks(figures);
  const starts = new Int32Array(distinct.length + 1);
  for (let i = 0; i < ranks.length; i++) {
    const fromTop = distinct.length - 1 - (ranks[i] as number);
    ranks[i] = fromTop;
    starts[fromTop + 1] = (starts[fromTop + 1] as number) + 1;
  }
  for (let group = 0; group < distinct.length; group++) {
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  }
  return { rows: countingOrder(ranks), starts };
}
