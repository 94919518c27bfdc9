import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { ID_FIELD, uniqueCustomers } from "../rows/unique-customers.ts";
import type { CustomerValue } from "./candidate-options.ts";

/** The caller's values by customer; all that is wrong with the rows is thrown at once. */
export function givenValues(rows: Iterable<CustomerValue>, path: string): ReadonlyMap<CustomerId, number> {
  const list = objectRows(rows, path);
  const collector = new IssueCollector();
  const ids = uniqueCustomers<CustomerValue>(list, ID_FIELD, path, collector);
  const values = readNumbers<CustomerValue>(list, "value", path, collector);
  collector.throwIfAny();
  return new Map(ids.map((id, i) => [id, values[i] as number]));
}
