import { checkOneOf, checkOption } from "../rows/options.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { type Duration, durationTrouble, subtractDuration } from "../time/duration.ts";
import type { SqlSyntax } from "./syntax.ts";
import { writtenDay } from "./table-day.ts";
import type { TransactionTable } from "./transaction-table.ts";

/** Which money of a table is looked at. */
export type TableValue = "revenue" | "margin";

/** Refuses a value that the table does not have. */
export function checkTableValue(source: TransactionTable, value: TableValue): void {
  checkOneOf("value", value, ["revenue", "margin"]);
  const missing = value === "margin" && source.columns.margin === undefined;
  checkOption(
    "value",
    value,
    missing ? "The table names no margin: name its column in columns.margin." : null,
  );
}

/** The condition of a window that ends on a day, as a WHERE after `transaction_lines`; empty for all history. */
export function insideWindow(syntax: SqlSyntax, window: Duration | undefined, asOf: CivilDay): string {
  if (window === undefined) return "";
  checkOption("window", window, durationTrouble(window));
  return `\nWHERE day > ${syntax.day(writtenDay(subtractDuration(asOf, window)))}`;
}
