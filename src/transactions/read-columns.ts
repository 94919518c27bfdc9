import { DataError } from "../rows/data-error.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import { FIRST_CIVIL_DAY, LAST_CIVIL_DAY } from "../time/civil-day.ts";
import { IMPOSSIBLE_DATE, readCivilDay } from "../time/read-civil-day.ts";
import type { ZoneClock } from "../time/time-zone.ts";
import type { EpochDayColumn, TransactionColumnArrays } from "./columns.ts";
import { idAt, idsLength } from "./encode-ids.ts";
import type { InputRows, TransactionColumn } from "./row-faults.ts";

const NAMES = { customer: true, date: true, amount: true, order: true, margin: true } satisfies Record<
  keyof TransactionColumnArrays,
  true
>;

/** How many rows the columns have; refuses columns that differ in length. */
export function checkedLength(columns: TransactionColumnArrays): number {
  checkNames("columns", columns, NAMES);
  const lengths: Partial<Record<TransactionColumn, number>> = {
    customer: idsLength(present(columns, "customer")),
    date: daysLength(present(columns, "date")),
    amount: present(columns, "amount").length,
  };
  if (columns.order !== undefined) lengths.order = idsLength(present(columns, "order"));
  if (columns.margin !== undefined) lengths.margin = present(columns, "margin").length;
  const rows = lengths.customer ?? 0;
  for (const [field, length] of Object.entries(lengths)) {
    if (length === rows) continue;
    const message = `The column has ${length} rows, but customer has ${rows}: all columns must have the same length.`;
    throw new DataError([{ code: "unequal_columns", row: null, field, value: length ?? null, message }]);
  }
  return rows;
}

/** A column that must be there, for callers without types. */
function present<Name extends TransactionColumn>(
  columns: TransactionColumnArrays,
  name: Name,
): NonNullable<TransactionColumnArrays[Name]> {
  const column = columns[name];
  if (column !== undefined && isColumn(column)) return column;
  throw invalidOption(`columns.${name}`, column, "This is no column: pass a list or a typed array.");
}

/** A list, ids as whole codes with their list, or whole days in an array of integers. */
function isColumn(column: unknown): boolean {
  if (typeof column !== "object" || column === null) return false;
  if ("codes" in column)
    return column.codes instanceof Int32Array && "dictionary" in column && Array.isArray(column.dictionary);
  return "epochDays" in column ? column.epochDays instanceof Int32Array : "length" in column;
}

function daysLength(dates: TransactionColumnArrays["date"]): number {
  return "epochDays" in dates ? dates.epochDays.length : dates.length;
}

/** The civil day of each row, or a number beyond the calendar that says what is wrong with it. */
export function readColumnDays(
  dates: TransactionColumnArrays["date"],
  rows: number,
  clock: ZoneClock,
): Int32Array {
  if ("epochDays" in dates) return daysInCalendar(dates);
  const days = new Int32Array(rows);
  for (let i = 0; i < rows; i++) days[i] = readCivilDay(dates[i], clock);
  return days;
}

/** The user's array itself if all is well: it is only read from here on. */
function daysInCalendar({ epochDays }: EpochDayColumn): Int32Array {
  let faults = 0;
  for (let i = 0; i < epochDays.length; i++) {
    const day = epochDays[i] as number;
    if (day < FIRST_CIVIL_DAY || day > LAST_CIVIL_DAY) faults += 1;
  }
  if (faults === 0) return epochDays;
  return epochDays.map((day) => (day < FIRST_CIVIL_DAY || day > LAST_CIVIL_DAY ? IMPOSSIBLE_DATE : day));
}

/** The number of each row, NaN where there is none; the user's array itself if all is well. */
export function readColumnNumbers(values: ArrayLike<unknown>, rows: number): Float64Array {
  if (values instanceof Float64Array && isSound(values)) return values;
  const numbers = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const value = values[i];
    // Adding 0 turns −0 into 0.
    numbers[i] = typeof value === "number" && Number.isFinite(value) ? value + 0 : Number.NaN;
  }
  return numbers;
}

/** The user's array can be used as it is: finite, and without −0. */
function isSound(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value) || (value === 0 && 1 / value < 0)) return false;
  }
  return true;
}

/** Where the values of columns stand, for telling what was wrong with them. */
export function inputOfColumns(columns: TransactionColumnArrays): InputRows {
  return {
    fieldOf: (column) => column,
    valueOf: (column, row): unknown => {
      if (column === "customer") return idAt(columns.customer, row);
      if (column === "order") return columns.order === undefined ? null : idAt(columns.order, row);
      if (column === "date")
        return "epochDays" in columns.date ? columns.date.epochDays[row] : columns.date[row];
      return columns[column]?.[row];
    },
    hint: () => "",
  };
}
