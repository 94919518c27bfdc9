import { type Fields, missingFieldHint } from "../rows/accessor.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";

/** A number as some driver returns it: drivers hand over whole numbers of 64 bits as bigint or as text. */
export type EngineNumber = number | bigint | string;

const WRITTEN_NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The finite number that a driver's value stands for; NaN if it stands for none. */
export function engineNumber(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : Number.NaN;
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" && WRITTEN_NUMBER.test(value) ? Number(value) + 0 : Number.NaN;
}

/** The numbers of a column of rows; what is none is noted and stands as NaN. */
export function engineColumn(
  rows: readonly unknown[],
  name: string,
  collector: IssueCollector,
): Float64Array {
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = (rows[i] as Fields)[name];
    const number = engineNumber(value);
    numbers[i] = number;
    if (!Number.isNaN(number)) continue;
    const missing = value === null || value === undefined;
    collector.add(missing ? "missing_value" : "invalid_value", i, name, value, () =>
      missing
        ? `The value is missing.${columnHint(rows[i], name)}`
        : `${quoted(value)} is no finite number: pass the rows as the driver returns them.`,
    );
  }
  return numbers;
}

/** A remark for rows of another query. */
function columnHint(row: unknown, name: string): string {
  const hint = missingFieldHint(row, name);
  return hint.replace(
    "Name the columns of your rows in the second argument.",
    "Pass the rows of the query that belongs here.",
  );
}
