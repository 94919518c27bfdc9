import { MISSING_ID } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";

/** Reports a customer id that is none; `code` is what the index of ids said of it. */
export function reportPerson(
  collector: IssueCollector,
  code: number,
  row: number,
  field: string,
  value: unknown,
): void {
  if (code === MISSING_ID) {
    collector.add("missing_customer", row, field, value, () => "The customer id is missing.");
    return;
  }
  const message = (): string => `${quoted(value)} is no customer id: ids are texts or finite numbers.`;
  collector.add("invalid_customer", row, field, value, message);
}
