import { type Column, missingFieldHint, readValue } from "../rows/accessor.ts";
import { INVALID_ID, MISSING_ID } from "../rows/id-index.ts";
import { type IssueCode, quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { numberFault, numberTrouble } from "../rows/number-fault.ts";
import { dateTrouble, isCivilDay } from "../time/read-civil-day.ts";
import type { ResolvedColumns } from "./resolve-columns.ts";
import { NO_END } from "./subscription-book.ts";
import { NO_ROW, type SubscriptionLines } from "./subscription-lines.ts";

/** The rows as they came in, for telling the user what was wrong with them. */
export interface SubscriptionInput<Row> {
  readonly rows: readonly Row[];
  readonly columns: ResolvedColumns<Row>;
  readonly lines: SubscriptionLines<Row>;
}

/** Whether a line has a fault of its own; an id that another line has is not among them. */
export function isFaulty<Row>(lines: SubscriptionLines<Row>, i: number): boolean {
  const start = lines.starts[i] as number;
  const end = lines.ends[i] as number;
  if ((lines.customers.codes[i] as number) < 0) return true;
  // An end before a start that is no day is also told as one, but the line is refused anyway.
  if (!isCivilDay(start) || (end !== NO_END && !isCivilDay(end)) || end < start) return true;
  // NaN fails this test too.
  if (!((lines.amounts[i] as number) >= 0)) return true;
  if (lines.ids !== null && (lines.ids.codes[i] as number) < 0) return true;
  for (const { codes } of lines.keys) if (codes[i] === INVALID_ID) return true;
  return false;
}

/** Tells all faults of a line. */
export function reportFaults<Row>(
  input: SubscriptionInput<Row>,
  row: number,
  collector: IssueCollector,
): void {
  const { columns, lines } = input;
  const customer = lines.customers.codes[row] as number;
  if (customer === NO_ROW) {
    collector.add("invalid_row", row, "row", null, () => "The row is null or undefined.");
    return;
  }
  if (customer < 0) {
    const missing = customer === MISSING_ID;
    reportId(
      input,
      columns.customer,
      row,
      missing ? "missing_customer" : "invalid_customer",
      "customer id",
      collector,
    );
  }
  reportDays(input, row, collector);
  reportAmount(input, row, collector);
  if (columns.id !== null && lines.ids !== null && (lines.ids.codes[row] as number) < 0) {
    const missing = lines.ids.codes[row] === MISSING_ID;
    reportId(
      input,
      columns.id,
      row,
      missing ? "missing_key" : "invalid_key",
      "id of a subscription",
      collector,
    );
  }
  for (const { name, column, codes } of lines.keys) {
    if (codes[row] === INVALID_ID) reportId(input, column, row, "invalid_key", name, collector);
  }
}

/** Tells that a line has the id of an earlier one. */
export function reportDuplicate<Row>(
  { rows, columns }: SubscriptionInput<Row>,
  row: number,
  earlier: number,
  collector: IssueCollector,
): void {
  const value = columns.id === null ? null : readValue(rows[row], columns.id);
  collector.add("duplicate_subscription", row, columns.id?.field ?? "id", value, () => {
    const what = `${quoted(value)} is also the id of row ${earlier}`;
    return `${what}: give each subscription a row of its own, or name another column as id.`;
  });
}

function reportId<Row>(
  { rows }: SubscriptionInput<Row>,
  column: Column<Row>,
  row: number,
  code: IssueCode,
  what: string,
  collector: IssueCollector,
): void {
  const value = readValue(rows[row], column);
  collector.add(code, row, column.field, value, () =>
    code.startsWith("missing")
      ? `The ${what} is missing.${missingFieldHint(rows[row], column.key)}`
      : `${quoted(value)} is no ${what}: pass a text or a finite number.`,
  );
}

function reportDays<Row>(
  { rows, columns, lines }: SubscriptionInput<Row>,
  row: number,
  collector: IssueCollector,
): void {
  const start = lines.starts[row] as number;
  const end = lines.ends[row] as number;
  const report = (column: Column<Row>, result: number): void => {
    const value = readValue(rows[row], column);
    const { code, message } = dateTrouble(result);
    collector.add(code, row, column.field, value, () =>
      code === "missing_date"
        ? message + missingFieldHint(rows[row], column.key)
        : `${quoted(value)}: ${message}`,
    );
  };
  if (!isCivilDay(start)) report(columns.start, start);
  if (end !== NO_END && !isCivilDay(end)) report(columns.end, end);
  if (!isCivilDay(start) || !isCivilDay(end) || end >= start) return;
  const value = readValue(rows[row], columns.end);
  collector.add("end_before_start", row, columns.end.field, value, () => {
    const first = quoted(readValue(rows[row], columns.start));
    return `The end ${quoted(value)} lies before the start ${first}: has the row been mixed up?`;
  });
}

function reportAmount<Row>(
  { rows, columns, lines }: SubscriptionInput<Row>,
  row: number,
  collector: IssueCollector,
): void {
  const amount = lines.amounts[row] as number;
  if (amount >= 0) return;
  const { field, key } = columns.amount;
  const value = readValue(rows[row], columns.amount);
  if (amount < 0) {
    collector.add("negative_amount", row, field, value, () => {
      return `${amount} is below 0: a subscription costs 0 or more; a credit or a refund is no subscription.`;
    });
    return;
  }
  const fault = numberFault(value);
  collector.add(`${fault}_amount`, row, field, value, () =>
    fault === "missing"
      ? `The monthly amount is missing.${missingFieldHint(rows[row], key)}`
      : numberTrouble(fault, value),
  );
}
