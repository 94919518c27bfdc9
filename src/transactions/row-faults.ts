import { idFault, MISSING_ID } from "../rows/id-index.ts";
import { type IssueCode, quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { numberFault, numberTrouble } from "../rows/number-fault.ts";
import { dateTrouble } from "../time/read-civil-day.ts";

/** The columns of a transaction. */
export type TransactionColumn = "customer" | "date" | "amount" | "margin" | "order";

/** Where the values of the input stand, for telling the user what was wrong with them. */
export interface InputRows {
  /** What the user calls a column. */
  fieldOf(column: TransactionColumn): string;
  valueOf(column: TransactionColumn, row: number): unknown;
  /** A remark when the row has no such field at all, else "". */
  hint(column: TransactionColumn, row: number): string;
}

export function reportId(
  collector: IssueCollector,
  input: InputRows,
  column: "customer" | "order",
  row: number,
): void {
  const value = input.valueOf(column, row);
  const missing = idFault(value) === MISSING_ID;
  const what = column === "customer" ? "customer id" : "order id";
  collector.add(missing ? `missing_${column}` : `invalid_${column}`, row, input.fieldOf(column), value, () =>
    missing
      ? `The ${what} is missing.${input.hint(column, row)}`
      : `${quoted(value)} is no ${what}: ids are texts or finite numbers.`,
  );
}

export function reportDate(
  collector: IssueCollector,
  input: InputRows,
  row: number,
  readResult: number,
): void {
  const value = input.valueOf("date", row);
  const { code, message } = dateTrouble(readResult);
  collector.add(code, row, input.fieldOf("date"), value, () =>
    code === "missing_date" ? message + input.hint("date", row) : `${quoted(value)}: ${message}`,
  );
}

export function reportNumber(
  collector: IssueCollector,
  input: InputRows,
  column: "amount" | "margin",
  row: number,
): void {
  const value = input.valueOf(column, row);
  const fault = numberFault(value);
  const code: IssueCode = `${fault}_${column}`;
  collector.add(code, row, input.fieldOf(column), value, () =>
    fault === "missing" ? `The ${column} is missing.${input.hint(column, row)}` : numberTrouble(fault, value),
  );
}
