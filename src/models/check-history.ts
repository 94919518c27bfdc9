import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";

/** What is wrong with a history, and in which field. */
export interface HistoryFault {
  readonly field: string;
  readonly trouble: string;
}

/** Refuses a single customer's history that cannot be. */
export function refuseHistory(customer: object, fault: HistoryFault | null): void {
  if (fault === null) return;
  const value = plainValue(valueIn(customer, fault.field));
  throw new DataError([
    { code: "invalid_history", row: null, field: fault.field, value, message: fault.trouble },
  ]);
}

/** Notes the history of a row that cannot be. */
export function reportHistory(
  collector: IssueCollector,
  row: number,
  customer: object,
  fault: HistoryFault,
): void {
  collector.add("invalid_history", row, fault.field, valueIn(customer, fault.field), () => fault.trouble);
}

/** The fault of what is no record at all. */
export const NO_HISTORY: HistoryFault = {
  field: "customer",
  trouble: "This is no customer: pass a record such as { frequency: 2, recency: 30, T: 39 }.",
};

export function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function valueIn(customer: unknown, field: string): unknown {
  return isRecord(customer) ? (customer as Readonly<Record<string, unknown>>)[field] : customer;
}
