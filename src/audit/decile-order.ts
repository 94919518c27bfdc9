import type { CustomerId } from "../rows/customer-id.ts";
import { ascendingOrder } from "../statistics/ascending-order.ts";
import { compareIds } from "./compare-ids.ts";
import type { AuditValue } from "./differences-result.ts";
import type { PeriodSheet } from "./period-sheet.ts";

/** How many groups. */
export const DECILES = 10;

/** Customers who bought in a period by descending value, and where each tenth ends. */
export interface DecileOrder {
  readonly value: AuditValue;
  readonly values: Float64Array;
  /** Customers, best first. */
  readonly order: Int32Array;
  /** Place after the last customer of deciles 1 to 10. */
  readonly ends: readonly number[];
  /** Decile of every customer of the log, 1 to 10; 0 for those who bought nothing. */
  readonly decileOf: Uint8Array;
}

/**
 * Sorts the customers of a period by value and cuts them into tenths that differ by one customer at most, the first ones being larger.
 *
 * Equal values are ordered by more purchases, then more revenue, then the smaller id, so that the order of rows decides nothing.
 */
export function decileOrder(sheet: PeriodSheet, value: AuditValue, ids: readonly CustomerId[]): DecileOrder {
  const values = value === "margin" && sheet.margin !== null ? sheet.margin : sheet.revenue;
  const buyers = new Int32Array(sheet.buyers);
  let count = 0;
  for (let c = 0; c < sheet.orders.length; c++) if ((sheet.orders[c] as number) > 0) buyers[count++] = c;
  const order = descending(buyers, values);
  const compare = (a: number, b: number): number =>
    (sheet.orders[b] as number) - (sheet.orders[a] as number) ||
    (sheet.revenue[b] as number) - (sheet.revenue[a] as number) ||
    compareIds(ids[a] as CustomerId, ids[b] as CustomerId);
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && values[order[end] as number] === values[order[start] as number]) end++;
    if (end - start > 1) order.subarray(start, end).sort(compare);
    start = end;
  }
  const decileOf = new Uint8Array(sheet.orders.length);
  const ends: number[] = [];
  for (let decile = 1, from = 0; decile <= DECILES; decile++) {
    const size = Math.floor(count / DECILES) + (decile <= count % DECILES ? 1 : 0);
    for (let place = from; place < from + size; place++) decileOf[order[place] as number] = decile;
    from += size;
    ends.push(from);
  }
  return { value, values, order, ends, decileOf };
}

/** Customers by descending value: those above 0 from the top, then the others by how far below they lie. */
function descending(customers: Int32Array, values: Float64Array): Int32Array {
  const positive = customers.filter((c) => (values[c] as number) > 0);
  const others = customers.filter((c) => (values[c] as number) <= 0);
  const up = ascendingOrder(Float64Array.from(positive, (c) => values[c] as number)).places;
  const down = ascendingOrder(Float64Array.from(others, (c) => -(values[c] as number))).places;
  const order = new Int32Array(customers.length);
  for (let k = 0; k < up.length; k++) order[up.length - 1 - k] = positive[up[k] as number] as number;
  for (let k = 0; k < down.length; k++) order[up.length + k] = others[down[k] as number] as number;
  return order;
}
