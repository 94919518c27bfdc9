import { groupOffsets } from "../rows/group-offsets.ts";

/** What decides the order of a customer's subscriptions, by row. */
export interface SortColumns {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly amounts: Float64Array;
  /** Codes of the plan; `null` without plans. */
  readonly plans: Int32Array | null;
}

/** Rows customer by customer. */
export interface LaidRows {
  readonly offsets: Int32Array;
  /** The row of each place. */
  readonly order: Int32Array;
}

/** Lays rows out customer by customer, each customer's by start, end, amount, plan, and as they came. */
export function laySubscriptions(
  kept: Int32Array,
  customerCodes: Int32Array,
  customers: number,
  columns: SortColumns,
): LaidRows {
  const offsets = groupOffsets(customerCodes, customers);
  const cursor = offsets.slice();
  const order = new Int32Array(kept.length);
  for (let i = 0; i < kept.length; i++) {
    const customer = customerCodes[i] as number;
    const place = cursor[customer] as number;
    cursor[customer] = place + 1;
    order[place] = kept[i] as number;
  }
  const compare = (a: number, b: number): number => compareRows(columns, a, b) || a - b;
  for (let c = 0; c < customers; c++) {
    const from = offsets[c] as number;
    const to = offsets[c + 1] as number;
    if (to - from > FEW) order.subarray(from, to).sort(compare);
    else sortFew(order, from, to, columns);
  }
  return { offsets, order };
}

/** Below 0 if row `a` comes first, 0 if the rows say the same. */
export function compareRows({ starts, ends, amounts, plans }: SortColumns, a: number, b: number): number {
  return (
    (starts[a] as number) - (starts[b] as number) ||
    (ends[a] as number) - (ends[b] as number) ||
    (amounts[a] as number) - (amounts[b] as number) ||
    (plans === null ? 0 : (plans[a] as number) - (plans[b] as number))
  );
}

const FEW = 24;

/** Insertion sort: most customers have a handful, mostly in order; it is stable, so that equal rows stay as they came. */
function sortFew(order: Int32Array, from: number, to: number, columns: SortColumns): void {
  for (let i = from + 1; i < to; i++) {
    const row = order[i] as number;
    let place = i;
    while (place > from && compareRows(columns, order[place - 1] as number, row) > 0) {
      order[place] = order[place - 1] as number;
      place -= 1;
    }
    order[place] = row;
  }
}
