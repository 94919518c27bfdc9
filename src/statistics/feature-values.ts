import { type Accessor, checkAccessor } from "../rows/accessor.ts";
import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { numberFault, numberTrouble } from "../rows/number-fault.ts";
import { invalidOption } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import type { NumberAccessor } from "./feature-spec.ts";

/** Rows or columns, seen alike. */
export interface FeatureSource {
  readonly rows: number;
  /** The rows themselves; `null` of columns. */
  readonly list: readonly unknown[] | null;
  /** The finite number of each row; what is none is noted and stands as NaN. */
  read(accessor: NumberAccessor, name: string, collector: IssueCollector): Float64Array;
}

/** Sees rows and columns alike; refuses what is neither. */
export function featureSource(data: unknown): FeatureSource {
  const isRecord = typeof data === "object" && data !== null && !Array.isArray(data);
  if (isRecord && !(Symbol.iterator in data))
    return sourceOfColumns(data as Readonly<Record<string, unknown>>);
  const list = listOfRows(data as Iterable<Readonly<Record<string, number>>>);
  const read: FeatureSource["read"] = (accessor, name, collector) =>
    readNumbers(list, accessor as Accessor<Readonly<Record<string, number>>, number>, name, collector);
  return { rows: list.length, list, read };
}

function sourceOfColumns(columns: Readonly<Record<string, unknown>>): FeatureSource {
  const lengths = new Map<string, number>();
  for (const [name, column] of Object.entries(columns)) {
    const length = lengthOf(column);
    if (length === null) throw invalidOption(name, column, NO_COLUMN);
    lengths.set(name, length);
  }
  const [[first, rows] = ["rows", 0]] = lengths;
  if (lengths.size === 0) throw invalidOption("rows", columns, NO_COLUMN);
  for (const [name, length] of lengths) {
    if (length === rows) continue;
    const message = `The column has ${length} rows, but ${first} has ${rows}: all columns must have the same length.`;
    throw new DataError([
      { code: "unequal_columns", row: null, field: name, value: plainValue(length), message },
    ]);
  }
  return {
    rows,
    list: null,
    read: (accessor, name, collector) => readColumn(columns, accessor, name, collector),
  };
}

const NO_COLUMN =
  "This is no column: pass rows as an array, or columns as a record of arrays of numbers by name.";

function lengthOf(values: unknown): number | null {
  if (Array.isArray(values)) return values.length;
  if (!ArrayBuffer.isView(values) || values instanceof DataView) return null;
  return (values as Float64Array).length;
}

function readColumn(
  columns: Readonly<Record<string, unknown>>,
  accessor: NumberAccessor,
  name: string,
  collector: IssueCollector,
): Float64Array {
  checkAccessor(name, accessor);
  if (typeof accessor === "function") {
    throw invalidOption(name, null, "Columns have no rows to be read by a function: name a column.");
  }
  if (!Object.hasOwn(columns, accessor)) {
    const known = Object.keys(columns).map((column) => JSON.stringify(column));
    throw invalidOption(accessor, null, `There is no such column; there are ${known.join(", ")}.`);
  }
  const column = columns[accessor] as ArrayLike<unknown>;
  const numbers = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    if (typeof value === "number" && Number.isFinite(value)) {
      // Adding 0 turns −0 into 0.
      numbers[i] = value + 0;
      continue;
    }
    const fault = numberFault(value);
    collector.add(fault === "missing" ? "missing_value" : "invalid_value", i, accessor, value, () =>
      fault === "missing" ? "The value is missing." : numberTrouble(fault, value),
    );
  }
  return numbers;
}
