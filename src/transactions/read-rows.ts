import {
  type Column,
  checkAccessors,
  column,
  type Fields,
  missingFieldHint,
  readValue,
} from "../rows/accessor.ts";
import { readCivilDay } from "../time/read-civil-day.ts";
import type { ZoneClock } from "../time/time-zone.ts";
import type { InputRows, TransactionColumn } from "./row-faults.ts";

/** Where rows hold what, before it has been checked. */
export type LooseColumns<Row> = {
  readonly [Name in TransactionColumn]?: string | ((row: Row) => unknown);
};

/** Where rows hold what, made ready for loops. */
export interface ResolvedColumns<Row> {
  readonly customer: Column<Row>;
  readonly date: Column<Row>;
  readonly amount: Column<Row>;
  readonly margin: Column<Row> | null;
  readonly order: Column<Row> | null;
}

const COLUMNS = { customer: true, date: true, amount: true, margin: true, order: true } satisfies Record<
  TransactionColumn,
  true
>;

/** Checks the names and accessors of columns and fills in the default fields. */
export function resolveColumns<Row>(columns: LooseColumns<Row> = {}): ResolvedColumns<Row> {
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

/** What rows hold, column by column; ids are not looked at, days and numbers that are none say so. */
export interface RowFields {
  readonly customers: readonly unknown[];
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly margins: Float64Array | null;
}

/** Reads rows into columns, each in a loop of its own shape. */
export function readRowFields<Row>(
  rows: readonly Row[],
  columns: ResolvedColumns<Row>,
  clock: ZoneClock,
): RowFields {
  const customers = new Array<unknown>(rows.length);
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
  const margins = columns.margin === null ? null : readNumbers(rows, columns.margin);
  return { customers, days, amounts, margins };
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

/** Where the values of rows stand, for telling what was wrong with them. */
export function inputOfRows<Row>(rows: readonly Row[], columns: ResolvedColumns<Row>): InputRows {
  const named = (name: TransactionColumn): Column<Row> => columns[name] ?? column<Row>(name, name);
  return {
    fieldOf: (name) => named(name).field,
    valueOf: (name, row) => readValue(rows[row], named(name)),
    hint: (name, row) => missingFieldHint(rows[row], named(name).key),
  };
}
