import { type IssueCode, quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { dateTrouble } from "../time/read-civil-day.ts";
import { idFault, MISSING_ID } from "./id-index.ts";

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
    fault === "missing"
      ? `The ${column} is missing.${input.hint(column, row)}`
      : `${quoted(value)} ${NUMBER_TROUBLE[fault]}`,
  );
}

type NumberFault = "missing" | "text" | "nan" | "infinite" | "invalid";

function numberFault(value: unknown): NumberFault {
  if (value === null || value === undefined || value === "") return "missing";
  if (typeof value === "string") return "text";
  if (typeof value !== "number") return "invalid";
  return Number.isNaN(value) ? "nan" : "infinite";
}

const NUMBER_TROUBLE: Readonly<Record<Exclude<NumberFault, "missing">, string>> = {
  text: "is text: convert it to a number first, with the decimal mark that your data uses.",
  nan: "is not a number: a calculation or a conversion before this step failed.",
  infinite: "is not finite: a calculation before this step overflowed or divided by 0.",
  invalid: "is no number.",
};
