import { missingFieldHint, readValue } from "../rows/accessor.ts";
import { INVALID_ID } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { reportId } from "../rows/report-id.ts";
import { isCivilDay, MISSING_DATE } from "../time/read-civil-day.ts";
import { reportDate } from "../time/report-date.ts";
import { isFaultyAmount, reportAmount } from "./offer-amounts.ts";
import { NO_ROW, type OfferLines } from "./offer-lines.ts";
import { OFFER_STATUSES, OPEN, WITHDRAWN } from "./offer-status.ts";
import type { ResolvedColumns } from "./resolve-columns.ts";
import { LEFT_OUT, MISSING_STATUS, type StatusWords } from "./status-words.ts";

/** The rows as they came in, for telling the user what was wrong with them. */
export interface OfferInput<Row> {
  readonly rows: readonly Row[];
  readonly columns: ResolvedColumns<Row>;
  readonly words: StatusWords;
  readonly lines: OfferLines<Row>;
}

/** Whether a line has a fault of its own, or is no offer; an id that another line has is not among the faults. */
export function isFaulty<Row>(lines: OfferLines<Row>, i: number): boolean {
  const status = lines.statuses[i] as number;
  if (status > WITHDRAWN) return true;
  if (lines.customers.codes[i] === INVALID_ID) return true;
  const submitted = lines.submitted[i] as number;
  const decided = lines.decided[i] as number;
  if (status === OPEN) {
    if (!isCivilDay(submitted) && submitted !== MISSING_DATE) return true;
    if (decided !== MISSING_DATE) return true;
  } else if (!isCivilDay(submitted) || !isCivilDay(decided) || decided < submitted) return true;
  if (lines.ids !== null && (lines.ids.codes[i] as number) < 0) return true;
  for (const amount of lines.amounts) if (isFaultyAmount(amount, i, status)) return true;
  for (const { codes } of lines.keys) if (codes[i] === INVALID_ID) return true;
  return false;
}

/** Tells all faults of a line; one that is no offer has none. */
export function reportFaults<Row>(input: OfferInput<Row>, at: number, collector: IssueCollector): void {
  const { columns, lines, rows } = input;
  const status = lines.statuses[at] as number;
  if (status === LEFT_OUT) return;
  if (status === NO_ROW) {
    collector.add("invalid_row", at, "row", null, () => "The row is null or undefined.");
    return;
  }
  const row = rows[at];
  if (status > WITHDRAWN) reportStatus(input, at, collector);
  if (lines.customers.codes[at] === INVALID_ID) {
    reportId(row, at, columns.customer, CUSTOMER_CODES, "customer id", collector);
  }
  reportDays(input, at, collector);
  for (const amount of lines.amounts) {
    if (isFaultyAmount(amount, at, status)) reportAmount(row, at, amount, collector);
  }
  if (columns.id !== null && lines.ids !== null && (lines.ids.codes[at] as number) < 0) {
    reportId(row, at, columns.id, KEY_CODES, "id of an offer", collector);
  }
  for (const { name, column, codes } of lines.keys) {
    if (codes[at] === INVALID_ID) reportId(row, at, column, KEY_CODES, name, collector);
  }
}

const CUSTOMER_CODES = { missing: "missing_customer", invalid: "invalid_customer" } as const;
const KEY_CODES = { missing: "missing_key", invalid: "invalid_key" } as const;

/** Tells that a line has the id of an earlier one. */
export function reportDuplicate<Row>(
  { rows, columns }: OfferInput<Row>,
  at: number,
  earlier: number,
  collector: IssueCollector,
): void {
  const value = columns.id === null ? null : readValue(rows[at], columns.id);
  collector.add("duplicate_offer", at, columns.id?.field ?? "id", value, () => {
    return `${quoted(value)} is also the id of row ${earlier}: give each offer one row, or name another column as id.`;
  });
}

function reportStatus<Row>(
  { rows, columns: { status }, lines, words }: OfferInput<Row>,
  at: number,
  collector: IssueCollector,
): void {
  const value = readValue(rows[at], status);
  const missing = lines.statuses[at] === MISSING_STATUS;
  collector.add(missing ? "missing_status" : "unknown_status", at, status.field, value, () =>
    missing ? `The status is missing.${missingFieldHint(rows[at], status.key)}` : words.trouble(value),
  );
}

/** Where the status is not known, only what is no day can be told. */
function reportDays<Row>(
  { rows, columns, lines }: OfferInput<Row>,
  at: number,
  collector: IssueCollector,
): void {
  const row = rows[at];
  const status = lines.statuses[at] as number;
  const submitted = lines.submitted[at] as number;
  const decided = lines.decided[at] as number;
  const isDecided = status > OPEN && status <= WITHDRAWN;
  if (!isCivilDay(submitted) && (isDecided || submitted !== MISSING_DATE)) {
    reportDate(row, at, columns.submitted, submitted, collector);
  }
  if (!isCivilDay(decided) && decided !== MISSING_DATE) {
    reportDate(row, at, columns.decided, decided, collector);
    return;
  }
  const { field, key } = columns.decided;
  const value = readValue(row, columns.decided);
  if (isDecided && decided === MISSING_DATE) {
    collector.add("missing_decision", at, field, value, () => {
      const what = `The offer is ${OFFER_STATUSES[status]}, but the day of the decision is missing.`;
      return what + missingFieldHint(row, key);
    });
  }
  if (status === OPEN && decided !== MISSING_DATE) {
    collector.add("decision_of_open", at, field, value, () => {
      return `The offer is open, but was decided on ${quoted(value)}: correct the status, or leave the day empty.`;
    });
  }
  if (isDecided && isCivilDay(decided) && isCivilDay(submitted) && decided < submitted) {
    collector.add("decided_before_submitted", at, field, value, () => {
      const first = quoted(readValue(row, columns.submitted));
      return `The decision ${quoted(value)} lies before the submission ${first}: has the row been mixed up?`;
    });
  }
}
