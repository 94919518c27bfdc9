import {
  type Accessor,
  type Column,
  checkAccessor,
  column,
  missingFieldHint,
  readValue,
} from "./accessor.ts";
import { DataError } from "./data-error.ts";
import { type GroupValue, isGroupValue } from "./group-value.ts";
import { quoted } from "./issue.ts";
import type { IssueCollector } from "./issue-collector.ts";
import { anyHasField } from "./unique-customers.ts";

/** What the rows of a group say under a key; `null` if they say nothing. */
export type GroupKey = GroupValue | null;

/** The groups of rows, numbered in the order in which they first appear. */
export interface GroupCodes<Group> {
  readonly groups: readonly Group[];
  /** For each row the number of its group. */
  readonly codes: Int32Array;
}

/** Reads the group of each row under one key, and notes what cannot be a group; what is missing or empty is the group `null`. */
export function codesByKey<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, GroupValue>,
  path: string,
  collector: IssueCollector,
): GroupCodes<GroupKey> {
  checkAccessor(path, accessor);
  const key = column<Row>(accessor, path);
  refuseUnknownField(rows, key);
  const groups: GroupKey[] = [];
  const codeOf = new Map<unknown, number>();
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const read = readValue(rows[i], key);
    const value = read === undefined || read === "" ? null : read;
    let code = codeOf.get(value);
    if (code === undefined) {
      if (value !== null && !isGroupValue(value)) {
        const message = `${quoted(value)} is no group: it must be text, a finite number, true or false, or missing.`;
        collector.add("invalid_group", i, key.field, value, () => message);
        continue;
      }
      code = groups.push(value === 0 ? 0 : value) - 1;
      codeOf.set(value, code);
    }
    codes[i] = code;
  }
  return { groups, codes };
}

/** A misspelt name of a field would put everybody into one nameless group. */
function refuseUnknownField(rows: readonly unknown[], { key }: Column<never>): void {
  if (key === null || rows.length === 0 || anyHasField(rows, key)) return;
  const message = `No row has the field.${missingFieldHint(rows[0], key)}`;
  throw new DataError([{ code: "missing_key", row: null, field: key, value: null, message }]);
}

/** Groups by several keys at once: one for each combination that occurs. */
export function codesByKeys<Row>(
  rows: readonly Row[],
  accessors: readonly Accessor<Row, GroupValue>[],
  collector: IssueCollector,
): GroupCodes<readonly GroupKey[]> {
  // Before the first key all rows are one group, if there are any.
  let crossed: GroupCodes<readonly GroupKey[]> = {
    groups: rows.length === 0 ? [] : [[]],
    codes: new Int32Array(rows.length),
  };
  for (const [at, accessor] of accessors.entries()) {
    crossed = cross(crossed, codesByKey(rows, accessor, `keys[${at}]`, collector));
  }
  return crossed;
}

function cross(
  { groups: outer, codes: outerCodes }: GroupCodes<readonly GroupKey[]>,
  { groups: inner, codes: innerCodes }: GroupCodes<GroupKey>,
): GroupCodes<readonly GroupKey[]> {
  const groups: (readonly GroupKey[])[] = [];
  const codeOf = new Map<number, number>();
  const codes = new Int32Array(outerCodes.length);
  for (let i = 0; i < codes.length; i++) {
    const outerCode = outerCodes[i] as number;
    const innerCode = innerCodes[i] as number;
    const pair = outerCode * inner.length + innerCode;
    let code = codeOf.get(pair);
    if (code === undefined) {
      code = groups.push([...(outer[outerCode] ?? []), inner[innerCode] ?? null]) - 1;
      codeOf.set(pair, code);
    }
    codes[i] = code;
  }
  return { groups, codes };
}
