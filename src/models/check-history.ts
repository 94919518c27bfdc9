import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";

/** Refuses a single customer's history that cannot be. */
export function refuseHistory(
  customer: object,
  fault: { readonly field: string; readonly trouble: string } | null,
): void {
  if (fault === null) return;
  const value = (customer as Record<string, unknown>)[fault.field];
  throw new DataError([
    {
      code: "invalid_history",
      row: null,
      field: fault.field,
      value: plainValue(value),
      message: fault.trouble,
    },
  ]);
}
