import type { Fields } from "../rows/accessor.ts";
import { type CodedColumn, codedColumn } from "../rows/coded-column.ts";
import { encodeList } from "../rows/encode-list.ts";
import { MISSING_ID } from "../rows/id-index.ts";
import type { CodedKey } from "../rows/named-columns.ts";
import { MISSING_DATE, readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";
import type { ResolvedColumns } from "./resolve-columns.ts";
import { NO_END } from "./subscription-book.ts";

/**
 * Rows on their way into a book, column by column, as they were written.
 *
 * Faults stand where values should be: a code below 0, a day beyond the calendar, an amount that is NaN or below 0.
 */
export interface SubscriptionLines<Row> {
  readonly customers: CodedColumn;
  readonly starts: Int32Array;
  /** As written, the last day of service or the first without it; `NO_END` where there is none. */
  readonly ends: Int32Array;
  readonly amounts: Float64Array;
  readonly ids: CodedColumn | null;
  readonly keys: readonly CodedKey<Row>[];
}

/** Code of the customer of a row that is null or undefined. */
export const NO_ROW = -3;

export function readLines<Row>(
  rows: readonly Row[],
  columns: ResolvedColumns<Row>,
  timeZone: string,
): SubscriptionLines<Row> {
  const clock = zoneClock(timeZone);
  const customers = new Array<unknown>(rows.length);
  const codes = new Int32Array(rows.length);
  const starts = new Int32Array(rows.length);
  const ends = new Int32Array(rows.length);
  const amounts = new Float64Array(rows.length);
  const { key: customerKey, read: readCustomer } = columns.customer;
  const { key: startKey, read: readStart } = columns.start;
  const { key: endKey, read: readEnd } = columns.end;
  const { key: amountKey, read: readAmount } = columns.amount;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (row === null || row === undefined) continue;
    const fields = row as Fields;
    customers[i] = customerKey === null ? readCustomer?.(row) : fields[customerKey];
    starts[i] = readCivilDay(startKey === null ? readStart?.(row) : fields[startKey], clock);
    const end = readCivilDay(endKey === null ? readEnd?.(row) : fields[endKey], clock);
    ends[i] = end === MISSING_DATE ? NO_END : end;
    const amount = amountKey === null ? readAmount?.(row) : fields[amountKey];
    amounts[i] = typeof amount === "number" && Number.isFinite(amount) ? amount : Number.NaN;
  }
  const customerIds = encodeList(customers, codes);
  for (let i = 0; i < rows.length; i++) if (rows[i] === null || rows[i] === undefined) codes[i] = NO_ROW;
  return {
    customers: { codes, ids: customerIds },
    starts,
    ends,
    amounts,
    ids: columns.id === null ? null : codedColumn(rows, columns.id),
    keys: readKeys(rows, columns),
  };
}

/** The plan, if it was named or any row has one, and the other keys. */
function readKeys<Row>(rows: readonly Row[], columns: ResolvedColumns<Row>): readonly CodedKey<Row>[] {
  const plan: CodedKey<Row> = { name: "plan", column: columns.plan, ...codedColumn(rows, columns.plan) };
  const others = columns.keys.map((key) => ({ ...key, ...codedColumn(rows, key.column) }));
  const hasPlan = columns.planNamed || plan.codes.some((code) => code !== MISSING_ID);
  return hasPlan ? [plan, ...others] : others;
}
