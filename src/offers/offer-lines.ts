import type { Fields } from "../rows/accessor.ts";
import { type CodedColumn, codedColumn } from "../rows/coded-column.ts";
import { encodeList } from "../rows/encode-list.ts";
import { MISSING_ID } from "../rows/id-index.ts";
import type { CodedKey } from "../rows/named-columns.ts";
import { readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";
import { type AmountLine, readAmounts } from "./offer-amounts.ts";
import type { ResolvedColumns } from "./resolve-columns.ts";
import { LEFT_OUT, type StatusWords, UNKNOWN_STATUS } from "./status-words.ts";

/** Code of the status of a row that is null or undefined. */
export const NO_ROW = 7;

/**
 * Rows on their way into a book, column by column, as they were written.
 *
 * Faults stand where values should be: a status beyond the four, a day beyond the calendar, a number that is not finite or below 0.
 */
export interface OfferLines<Row> {
  readonly customers: CodedColumn;
  readonly statuses: Uint8Array;
  readonly submitted: Int32Array;
  readonly decided: Int32Array;
  readonly amounts: readonly AmountLine<Row>[];
  readonly ids: CodedColumn | null;
  readonly keys: readonly CodedKey<Row>[];
}

export function readLines<Row>(
  rows: readonly Row[],
  columns: ResolvedColumns<Row>,
  words: StatusWords,
  timeZone: string,
): OfferLines<Row> {
  const clock = zoneClock(timeZone);
  const codeOfStatus = new Map<unknown, number>();
  const customers = new Array<unknown>(rows.length);
  const statuses = new Uint8Array(rows.length);
  const submitted = new Int32Array(rows.length);
  const decided = new Int32Array(rows.length);
  const { key: customerKey, read: readCustomer } = columns.customer;
  const { key: statusKey, read: readStatus } = columns.status;
  const { key: submittedKey, read: readSubmitted } = columns.submitted;
  const { key: decidedKey, read: readDecided } = columns.decided;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (row === null || row === undefined) {
      statuses[i] = NO_ROW;
      continue;
    }
    const fields = row as Fields;
    customers[i] = customerKey === null ? readCustomer?.(row) : fields[customerKey];
    const status = statusKey === null ? readStatus?.(row) : fields[statusKey];
    let code = codeOfStatus.get(status);
    if (code === undefined) {
      code = words.codeOf(status);
      // What is unknown may be different in every row, and need not be remembered.
      if (code !== UNKNOWN_STATUS) codeOfStatus.set(status, code);
    }
    statuses[i] = code;
    submitted[i] = readCivilDay(submittedKey === null ? readSubmitted?.(row) : fields[submittedKey], clock);
    decided[i] = readCivilDay(decidedKey === null ? readDecided?.(row) : fields[decidedKey], clock);
  }
  const codes = new Int32Array(rows.length);
  return {
    customers: { ids: encodeList(customers, codes), codes },
    statuses,
    submitted,
    decided,
    amounts: readAmounts(rows, columns, statuses),
    ids: columns.id === null ? null : codedColumn(rows, columns.id),
    keys: readKeys(rows, columns, statuses),
  };
}

/** The stage, if it was named or any offer has one, and the other keys. */
function readKeys<Row>(
  rows: readonly Row[],
  columns: ResolvedColumns<Row>,
  statuses: Uint8Array,
): readonly CodedKey<Row>[] {
  const stage = { name: "stage", column: columns.stage, ...codedColumn(rows, columns.stage) };
  const others = columns.keys.map((key) => ({ ...key, ...codedColumn(rows, key.column) }));
  const hasStage =
    columns.stageNamed || stage.codes.some((code, i) => code !== MISSING_ID && statuses[i] !== LEFT_OUT);
  return hasStage ? [stage, ...others] : others;
}
