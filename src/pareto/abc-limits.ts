import type { AbcBy } from "./abc-options.ts";
import type { AbcOrder } from "./abc-order.ts";

/** Shares nearer than this count as equal: those of amounts in cents are rounded. */
const ROUNDING = 1e-12;

/** Where a class ends in descending order of value. */
export interface AbcEnd {
  /** The place after its last customer. */
  readonly end: number;
  /** How many customers have the value among which the limit lies; 0 if it parts no equals. */
  readonly tied: number;
}

/**
 * Where the customers end before whom less than a share has been reached: the one that crosses it still belongs.
 *
 * Equal values go with the first of them. Who brings nothing never belongs.
 */
export function endAtShare(order: AbcOrder, by: AbcBy, limit: number): AbcEnd {
  const { values, positives, cumulative, positiveTotal } = order;
  if (limit === 1) return { end: positives, tied: 0 };
  const isReached = (before: number): boolean => {
    if (by === "customers") return before / values.length >= limit - ROUNDING;
    return before > 0 && (cumulative[before - 1] as number) / positiveTotal >= limit - ROUNDING;
  };
  let end = 0;
  while (end < positives && !isReached(end)) end += 1;
  const wanted = end;
  if (end > 0) while (end < positives && values[end] === values[end - 1]) end += 1;
  return { end, tied: end === wanted ? 0 : equalsBefore(values, end) };
}

function equalsBefore(values: Float64Array, end: number): number {
  let start = end - 1;
  while (start > 0 && values[start - 1] === values[end - 1]) start -= 1;
  return end - start;
}
