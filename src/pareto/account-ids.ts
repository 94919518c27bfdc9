import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { ID_FIELD, uniqueCustomers } from "../rows/unique-customers.ts";

/** Rows as a list of objects; what is no row is refused before anything is read from it. */
export function accountRows<Row>(rows: Iterable<Row>): readonly Row[] {
  const list = listOfRows(rows);
  const collector = new IssueCollector();
  for (let i = 0; i < list.length; i++) {
    const row: unknown = list[i];
    if (typeof row === "object" && row !== null) continue;
    collector.add("invalid_row", i, "row", row, () => "This is no row: pass objects, one for each customer.");
  }
  collector.throwIfAny();
  return list;
}

/** The id of each row; notes rows without one, and customers who stand in two rows. */
export function readAccountIds<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, CustomerId> | undefined,
  collector: IssueCollector,
): readonly CustomerId[] {
  return uniqueCustomers(rows, accessor ?? (ID_FIELD as Accessor<Row, CustomerId>), "id", collector);
}
