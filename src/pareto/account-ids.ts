import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { ID_FIELD, uniqueCustomers } from "../rows/unique-customers.ts";

/** The id of each row; notes rows without one, and customers who stand in two rows. */
export function readAccountIds<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, CustomerId> | undefined,
  collector: IssueCollector,
): readonly CustomerId[] {
  return uniqueCustomers(rows, accessor ?? (ID_FIELD as Accessor<Row, CustomerId>), "id", collector);
}
