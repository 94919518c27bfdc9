import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { anyHasField, ID_FIELD } from "../rows/unique-customers.ts";
import { readAccountIds } from "./account-ids.ts";

/** The id of each row; `null` if rows have no field `customerId` and no other one is named. */
export function abcIds(
  rows: readonly unknown[],
  accessor: unknown,
  collector: IssueCollector,
): readonly CustomerId[] | null {
  if (accessor === undefined && !anyHasField(rows, ID_FIELD)) return null;
  return readAccountIds(rows, accessor as Accessor<unknown, CustomerId> | undefined, collector);
}
