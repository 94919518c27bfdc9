import { IssueCollector } from "./issue-collector.ts";
import { listOfRows } from "./list-of-rows.ts";

/** Rows as a list of objects; what is no row is refused before a function of the caller's is asked about it. */
export function objectRows<Row>(rows: Iterable<Row>, path?: string): readonly Row[] {
  const list = listOfRows(rows, path);
  const collector = new IssueCollector();
  for (let i = 0; i < list.length; i++) {
    const row: unknown = list[i];
    if (typeof row === "object" && row !== null) continue;
    collector.add(
      "invalid_row",
      i,
      path ?? "row",
      row,
      () => "This is no row: pass objects, one for each customer.",
    );
  }
  collector.throwIfAny();
  return list;
}
