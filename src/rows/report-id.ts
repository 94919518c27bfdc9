import { type Column, missingFieldHint, readValue } from "./accessor.ts";
import { idFault, MISSING_ID } from "./id-index.ts";
import { type IssueCode, quoted } from "./issue.ts";
import type { IssueCollector } from "./issue-collector.ts";

/** Tells that a row's value is no id: that it is missing, or that it is neither text nor a finite number. */
export function reportId<Row>(
  row: Row | undefined,
  at: number,
  column: Column<Row>,
  codes: { readonly missing: IssueCode; readonly invalid: IssueCode },
  what: string,
  collector: IssueCollector,
): void {
  const value = readValue(row, column);
  const missing = idFault(value) === MISSING_ID;
  collector.add(missing ? codes.missing : codes.invalid, at, column.field, value, () =>
    missing
      ? `The ${what} is missing.${missingFieldHint(row, column.key)}`
      : `${quoted(value)} is no ${what}: pass a text or a finite number.`,
  );
}
