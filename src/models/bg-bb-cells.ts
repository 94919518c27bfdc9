import { countingOrder } from "../math/counting-order.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/** Cells of a base whose times are whole numbers of opportunities, by ascending x, then T, then descending tx. */
export interface OpportunityCells {
  readonly size: number;
  readonly frequency: Int32Array;
  readonly recency: Int32Array;
  readonly age: Int32Array;
  readonly weight: Float64Array;
  /** The largest age. */
  readonly longest: number;
}

/** Orders the cells so that one walk back from T serves all cells of equal x and T. */
export function opportunityCells(cells: PurchaseCells): OpportunityCells {
  const { size, times } = cells;
  const whole = Int32Array.from(times);
  const longest = whole.reduce((most, time) => Math.max(most, time), 0);
  // Counting sorts keep the order of equal numbers: the last key first.
  const byRecency = countingOrder(cells.recencyAt.map((at) => longest - (whole[at] as number)));
  const ages = byRecency.map((cell) => whole[cells.ageAt[cell] as number] as number);
  const byAge = countingOrder(ages).map((place) => byRecency[place] as number);
  const frequencies = byAge.map((cell) => cells.frequency[cell] as number);
  const order = countingOrder(frequencies).map((place) => byAge[place] as number);
  return {
    size,
    frequency: order.map((cell) => cells.frequency[cell] as number),
    recency: order.map((cell) => whole[cells.recencyAt[cell] as number] as number),
    age: order.map((cell) => whole[cells.ageAt[cell] as number] as number),
    weight: Float64Array.from(order, (cell) => cells.weight[cell] as number),
    longest,
  };
}
