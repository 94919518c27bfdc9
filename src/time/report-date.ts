import { type Column, missingFieldHint, readValue } from "../rows/accessor.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { dateTrouble } from "./read-civil-day.ts";

/** Tells why a row's value is no day: `result` is what `readCivilDay` made of it. */
export function reportDate<Row>(
  row: Row | undefined,
  at: number,
  column: Column<Row>,
  result: number,
  collector: IssueCollector,
): void {
  const value = readValue(row, column);
  const { code, message } = dateTrouble(result);
  collector.add(code, at, column.field, value, () =>
    code === "missing_date" ? message + missingFieldHint(row, column.key) : `${quoted(value)}: ${message}`,
  );
}
