import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { anyHasField, ID_FIELD, uniqueCustomers } from "../rows/unique-customers.ts";
import type { RfmRowOptions } from "./rfm-options.ts";
import type { RfmValues } from "./rfm-values.ts";

/** Reads what is scored from rows of the caller's, and throws all that is wrong with their numbers, or else with their ids. */
export function valuesOfRows<Row>(
  rows: readonly Row[],
  { recency, frequency, monetary, id }: RfmRowOptions<Row, string>,
): RfmValues {
  const collector = new IssueCollector();
  const values = {
    recency: readNumbers(rows, recency, "recency", collector),
    frequency: readNumbers(rows, frequency, "frequency", collector),
    monetary: readNumbers(rows, monetary, "monetary", collector),
  };
  // Whoever reads ids may take it that rows are rows.
  collector.throwIfAny();
  const ids = idsOf(rows, id, collector);
  collector.throwIfAny();
  return { ...values, ids };
}

function idsOf<Row>(
  rows: readonly Row[],
  id: Accessor<Row, CustomerId> | undefined,
  collector: IssueCollector,
): readonly (CustomerId | null)[] {
  if (id === undefined && !anyHasField(rows, ID_FIELD)) return new Array<null>(rows.length).fill(null);
  return uniqueCustomers(rows, id ?? (ID_FIELD as Accessor<Row, CustomerId>), "id", collector);
}
