import type { CustomerId } from "../rows/customer-id.ts";
import { idFault, MISSING_ID } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";

/**
 * The ids of rows of one customer each, as the library has them: a whole number of 64 bits becomes a number, if one can hold it. Notes
 * rows that name none, and customers who stand in two rows.
 */
export function rowIds(
  rows: readonly { readonly customer_id: CustomerId | bigint }[],
  collector: IssueCollector,
): readonly CustomerId[] {
  const seen = new Set<unknown>();
  return rows.map(({ customer_id: value }, row) => {
    const id = typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
    const fault = idFault(id);
    if (fault !== 0) {
      const missing = fault === MISSING_ID;
      collector.add(missing ? "missing_customer" : "invalid_customer", row, "customer_id", value, () =>
        missing
          ? "The customer id is missing."
          : `${quoted(value)} is no customer id: ids are texts or numbers of at most 2^53; cast larger ones to text in a view.`,
      );
    } else if (seen.size === seen.add(id).size)
      collector.add(
        "duplicate_customer",
        row,
        "customer_id",
        value,
        () =>
          `${quoted(value)} stands in an earlier row already: ask one query for all customers, and read its rows once.`,
      );
    return id as CustomerId;
  });
}
