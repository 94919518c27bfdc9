import { type Accessor, type Column, checkAccessor, column, type Fields } from "../rows/accessor.ts";
import { DataError } from "../rows/data-error.ts";
import { type GroupValue, isGroupValue } from "../rows/group-value.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { invalidOption } from "../rows/options.ts";
import { lengthOf } from "./read-durations.ts";

/** The groups of rows, numbered in the order in which they first appear. */
export interface GroupCodes {
  readonly groups: readonly GroupValue[];
  /** For each row the number of its group; −1 for rows that stand for nobody. */
  readonly codes: Int32Array;
}

/** Reads the group of each row by an accessor, and notes values that are none. */
export function groupsOfRows<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, GroupValue>,
  name: string,
  weight: Float64Array | null,
  collector: IssueCollector,
): GroupCodes {
  checkAccessor(name, accessor);
  const { field, key, read }: Column<Row> = column<Row>(accessor, name);
  const values = new Array<unknown>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    // Rows that are none have been noted by whoever read the durations.
    if (typeof row !== "object" || row === null) values[i] = false;
    else values[i] = key === null ? read?.(row) : (row as Fields)[key];
  }
  return encodeGroups(values, field, weight, collector);
}

/** Reads the group of each row from a column. */
export function groupsOfColumn(
  values: unknown,
  rows: number,
  field: string,
  weight: Float64Array | null,
  collector: IssueCollector,
): GroupCodes {
  const length = lengthOf(values);
  if (length === null) {
    throw invalidOption(field, values, "This is no column: pass an array with a value for each row.");
  }
  if (length !== rows) {
    const message = `The column has ${length} rows, but duration has ${rows}: all columns must have the same length.`;
    throw new DataError([{ code: "unequal_columns", row: null, field, value: length, message }]);
  }
  return encodeGroups(values as ArrayLike<unknown>, field, weight, collector);
}

function encodeGroups(
  values: ArrayLike<unknown>,
  field: string,
  weight: Float64Array | null,
  collector: IssueCollector,
): GroupCodes {
  const groups: GroupValue[] = [];
  const codeOf = new Map<unknown, number>();
  const codes = new Int32Array(values.length).fill(-1);
  // Rows of one group often follow each other.
  let last: unknown;
  let lastCode = -1;
  for (let i = 0; i < values.length; i++) {
    if (weight !== null && weight[i] === 0) continue;
    const value = values[i];
    if (value !== last || lastCode < 0) {
      const known = codeOf.get(value);
      if (known === undefined && !isGroupValue(value)) {
        report(collector, i, field, value);
        continue;
      }
      last = value;
      lastCode = known ?? groups.push(value === 0 ? 0 : (value as GroupValue)) - 1;
      if (known === undefined) codeOf.set(value, lastCode);
    }
    codes[i] = lastCode;
  }
  return { groups, codes };
}

function report(collector: IssueCollector, row: number, field: string, value: unknown): void {
  const missing = value === null || value === undefined || value === "";
  collector.add(missing ? "missing_group" : "invalid_group", row, field, value, () =>
    missing
      ? "The group is missing: name it, or leave the row out."
      : `${quoted(value)} is no group: groups are texts, finite numbers, true or false.`,
  );
}
