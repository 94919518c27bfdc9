import {
  type Column,
  checkAccessors,
  column,
  type Fields,
  missingFieldHint,
  readValue,
} from "../rows/accessor.ts";
import { encodeList } from "../rows/encode-list.ts";
import { IdIndex } from "../rows/id-index.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";
import type { Transaction, TransactionColumns } from "./columns.ts";
import { finishLog } from "./finish-log.ts";
import type { Lines } from "./lines.ts";
import { checkedLogOptions, type TransactionLogOptions } from "./options.ts";
import type { InputRows, TransactionColumn } from "./row-faults.ts";
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
    inputOf(list, resolved),
    checkedOptions,
  );
}

type LooseColumns<Row> = { readonly [Name in TransactionColumn]?: string | ((row: Row) => unknown) };

const COLUMNS = { customer: true, date: true, amount: true, margin: true, order: true } satisfies Record<
  TransactionColumn,
  true
>;

interface ResolvedColumns<Row> {
  readonly customer: Column<Row>;
  readonly date: Column<Row>;
  readonly amount: Column<Row>;
  readonly margin: Column<Row> | null;
  readonly order: Column<Row> | null;
}

function resolveColumns<Row>(columns: LooseColumns<Row> = {}): ResolvedColumns<Row> {
  checkAccessors("columns", columns, COLUMNS);
  const { customer = "customerId", date = "date", amount = "amount", margin, order } = columns;
  return {
    customer: column(customer, "customer"),
    date: column(date, "date"),
    amount: column(amount, "amount"),
    margin: margin === undefined ? null : column(margin, "margin"),
    order: order === undefined ? null : column(order, "order"),
  };
}

function readRows<Row>(rows: readonly Row[], columns: ResolvedColumns<Row>, timeZone: string): Lines {
  const clock = zoneClock(timeZone);
  const customers = new Array<unknown>(rows.length);
  const codes = new Int32Array(rows.length);
  const days = new Int32Array(rows.length);
  const amounts = new Float64Array(rows.length);
  const { key: customerKey, read: readCustomer } = columns.customer;
  const { key: dateKey, read: readDate } = columns.date;
  const { key: amountKey, read: readAmount } = columns.amount;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (row === null || row === undefined) continue;
    const fields = row as Fields;
    const id = customerKey === null ? readCustomer?.(row) : fields[customerKey];
    const date = dateKey === null ? readDate?.(row) : fields[dateKey];
    const amount = amountKey === null ? readAmount?.(row) : fields[amountKey];
    customers[i] = id;
    days[i] = readCivilDay(date, clock);
    amounts[i] = finiteOrNaN(amount);
  }
  const customerIds = encodeList(customers, codes);
  for (let i = 0; i < rows.length; i++) if (rows[i] === null || rows[i] === undefined) codes[i] = NO_ROW;
  return {
    customerIds,
    codes,
    days,
    amounts,
    margins: columns.margin === null ? null : readNumbers(rows, columns.margin),
    orders: columns.order === null ? null : readCodes(rows, columns.order),
    rowOf: null,
    rowsPerLine: null,
  };
}

/** Adding 0 turns −0 into 0. */
function finiteOrNaN(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value + 0 : Number.NaN;
}

function readNumbers<Row>(rows: readonly Row[], column: Column<Row>): Float64Array {
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) numbers[i] = finiteOrNaN(readValue(rows[i], column));
  return numbers;
}

function readCodes<Row>(rows: readonly Row[], column: Column<Row>): Int32Array {
  const index = new IdIndex();
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = index.codeOf(readValue(rows[i], column));
  return codes;
}

function inputOf<Row>(rows: readonly Row[], columns: ResolvedColumns<Row>): InputRows {
  const named = (name: TransactionColumn): Column<Row> => columns[name] ?? column<Row>(name, name);
  return {
    fieldOf: (name) => named(name).field,
    valueOf: (name, row) => readValue(rows[row], named(name)),
    hint: (name, row) => missingFieldHint(rows[row], named(name).key),
  };
}
