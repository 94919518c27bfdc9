import { type Column, readValue } from "../rows/accessor.ts";
import { encodeList } from "../rows/encode-list.ts";
import { IdIndex } from "../rows/id-index.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { zoneClock } from "../time/time-zone.ts";
import type { Transaction, TransactionColumns } from "./columns.ts";
import { finishLog } from "./finish-log.ts";
import type { Lines } from "./lines.ts";
import { checkedLogOptions, type TransactionLogOptions } from "./options.ts";
import {
  inputOfRows,
  type LooseColumns,
  type ResolvedColumns,
  readRowFields,
  resolveColumns,
} from "./read-rows.ts";
import { NO_ROW } from "./sift-lines.ts";
import type { TransactionLog } from "./transaction-log.ts";

/**
 * Reads transactions (orders, invoices, line items) from rows into a checked log.
 *
 * An amount of 0 or more is a purchase, below 0 a return. Rows with the same order id and customer are line items of one transaction. An
 * instant falls on the civil day that `timeZone` says; a plain date is that day.
 *
 * @param rows - The rows, in any order: an array or any other iterable.
 * @param columns - Where a row holds customer, date, amount and, if wanted, order and margin: field names or functions. Defaults are the
 *   fields `customerId`, `date` and `amount`.
 * @param options - Time zone, what to do with rows that cannot be read, what to do with returns.
 * @returns The log: transactions by customer and day, in days since 1970-01-01 and in the money of the rows, with counts of what was
 *   skipped.
 * @throws {@link DataError} with all faulty rows (unless `invalid: "skip"`), for options that are none, or if the amounts overflow.
 *
 * @example
 * import { transactionLog } from "clientele";
 *
 * const invoices = [
 *   { kundennr: 7, datum: "2025-03-01", netto: 120, belegnr: "R-1" },
 *   { kundennr: 7, datum: "2025-03-01", netto: 30, belegnr: "R-1" },
 *   { kundennr: 8, datum: "2025-04-12", netto: 80, belegnr: "R-2" },
 * ];
 * const log = transactionLog(invoices, { customer: "kundennr", date: "datum", amount: "netto", order: "belegnr" });
 * log.customerIds; // => [7, 8]
 * [...log.amounts]; // => [150, 80]
 * log.until; // => "2025-04-12"
 */
export function transactionLog<Row extends Transaction>(
  rows: Iterable<Row>,
  columns?: TransactionColumns<Row>,
  options?: TransactionLogOptions,
): TransactionLog;
export function transactionLog<Row>(
  rows: Iterable<Row>,
  columns: TransactionColumns<Row>,
  options?: TransactionLogOptions,
): TransactionLog;
export function transactionLog<Row>(
  rows: Iterable<Row>,
  columns?: TransactionColumns<Row>,
  options: TransactionLogOptions = {},
): TransactionLog {
  const checkedOptions = checkedLogOptions(options);
  const list = listOfRows(rows);
  const resolved = resolveColumns<Row>(columns as LooseColumns<Row> | undefined);
  return finishLog(
    readRows(list, resolved, checkedOptions.timeZone),
    inputOfRows(list, resolved),
    checkedOptions,
  );
}

function readRows<Row>(rows: readonly Row[], columns: ResolvedColumns<Row>, timeZone: string): Lines {
  const { customers, days, amounts, margins } = readRowFields(rows, columns, zoneClock(timeZone));
  const codes = new Int32Array(rows.length);
  const customerIds = encodeList(customers, codes);
  for (let i = 0; i < rows.length; i++) if (rows[i] === null || rows[i] === undefined) codes[i] = NO_ROW;
  return {
    customerIds,
    codes,
    days,
    amounts,
    margins,
    orders: columns.order === null ? null : readCodes(rows, columns.order),
    rowOf: null,
    rowsPerLine: null,
  };
}

function readCodes<Row>(rows: readonly Row[], column: Column<Row>): Int32Array {
  const index = new IdIndex();
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = index.codeOf(readValue(rows[i], column));
  return codes;
}
