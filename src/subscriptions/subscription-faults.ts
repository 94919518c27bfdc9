import { missingFieldHint, readValue } from "../rows/accessor.ts";
import { INVALID_ID } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { numberFault, numberTrouble } from "../rows/number-fault.ts";
import { reportId } from "../rows/report-id.ts";
import { isCivilDay } from "../time/read-civil-day.ts";
import { reportDate } from "../time/report-date.ts";
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
  const { columns, lines, rows } = input;
  const customer = lines.customers.codes[row] as number;
  if (customer === NO_ROW) {
    collector.add("invalid_row", row, "row", null, () => "The row is null or undefined.");
    return;
  }
  if (customer < 0) reportId(rows[row], row, columns.customer, CUSTOMER_CODES, "customer id", collector);
  reportDays(input, row, collector);
  reportAmount(input, row, collector);
  if (columns.id !== null && lines.ids !== null && (lines.ids.codes[row] as number) < 0) {
    reportId(rows[row], row, columns.id, KEY_CODES, "id of a subscription", collector);
  }
  for (const { name, column, codes } of lines.keys) {
    if (codes[row] === INVALID_ID) reportId(rows[row], row, column, KEY_CODES, name, collector);
  }
}

const CUSTOMER_CODES = { missing: "missing_customer", invalid: "invalid_customer" } as const;
const KEY_CODES = { missing: "missing_key", invalid: "invalid_key" } as const;

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

function reportDays<Row>(
  { rows, columns, lines }: SubscriptionInput<Row>,
  row: number,
  collector: IssueCollector,
): void {
  const start = lines.starts[row] as number;
  const end = lines.ends[row] as number;
  if (!isCivilDay(start)) reportDate(rows[row], row, columns.start, start, collector);
  if (end !== NO_END && !isCivilDay(end)) reportDate(rows[row], row, columns.end, end, collector);
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
