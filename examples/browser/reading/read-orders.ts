import { orderRowReader } from "../../demo/csv-columns.ts";
import type { OrderRow } from "../../demo/order-row.ts";
import { textsEn } from "../../demo/texts-en.ts";
import { Failure } from "../failure.ts";
import { distinctHeading, visitRecords } from "./csv-records.ts";
import type { Reading } from "./reading.ts";

/** The orders of a file, and on which line of it each one stands. */
export interface FileOrders {
  /** `null` for a row that does not fit under the heading. */
  readonly rows: readonly (OrderRow | null)[];
  readonly lines: readonly number[];
  readonly hasOrders: boolean;
}

const ROWS_PER_TICK = 5_000;

/** Reads all orders of a CSV text; what is wrong with a row is left for the library to find. */
export function readOrders(text: string, reading: Reading, tick: (rows: number) => void): FileOrders {
  const rows: (OrderRow | null)[] = [];
  const lines: number[] = [];
  let read: ((row: readonly string[]) => OrderRow | null) | null = null;
  visitRecords(text, reading.delimiter, (record, line) => {
    if (read === null) {
      read = rowReader(record, reading);
      return;
    }
    rows.push(read(record));
    lines.push(line);
    if (rows.length % ROWS_PER_TICK === 0) tick(rows.length);
  });
  if (rows.length === 0) throw new Failure({ code: "empty" });
  return { rows, lines, hasOrders: reading.columns.order !== null };
}

/** The demo's reader; it refuses columns that are not there, and the page offers only those that are. */
function rowReader(record: readonly string[], reading: Reading): (row: readonly string[]) => OrderRow | null {
  const { delimiter, decimalMark, dateFormat, columns } = reading;
  const file = {
    path: "",
    delimiter,
    decimalMark,
    dateFormat,
    columns: {
      customer: columns.customer ?? "",
      date: columns.date ?? "",
      amount: { kind: "column", amount: columns.amount ?? "" },
      order: columns.order,
    },
  } as const;
  return orderRowReader(distinctHeading(record), file, textsEn.errors);
}
