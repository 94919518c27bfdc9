import { type Accessor, checkAccessor, column, type Fields } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { idFault } from "../rows/id-index.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { readAccountIds } from "./account-ids.ts";

/** The id of each row; `null` if rows have no field `customerId` and no other one is named. */
export function abcIds(
  rows: readonly unknown[],
  accessor: unknown,
  collector: IssueCollector,
): readonly CustomerId[] | null {
  if (accessor === undefined && !rows.some((row) => "customerId" in (row as object))) return null;
  checkAccessor("id", accessor ?? "customerId");
  const id = (accessor ?? "customerId") as Accessor<unknown, CustomerId>;
  // Most lists are sound, and a set sees that in half the time that an index takes to say what is wrong, and where.
  return soundIds(rows, id) ?? readAccountIds(rows, id, collector);
}

/** `null` if a row has no id, or one that another row has. */
function soundIds(
  rows: readonly unknown[],
  accessor: Accessor<unknown, CustomerId>,
): readonly CustomerId[] | null {
  const { key, read } = column<unknown>(accessor, "id");
  const ids = new Array<CustomerId>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = key === null ? read?.(rows[i]) : (rows[i] as Fields)[key];
    if (idFault(value) !== 0) return null;
    ids[i] = value === 0 ? 0 : (value as CustomerId);
  }
  return new Set(ids).size === ids.length ? ids : null;
}
