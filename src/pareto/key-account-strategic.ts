import { type Accessor, column, type Fields } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { idFault } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { checkOption, invalidOption } from "../rows/options.ts";
import type { KeyAccountOptions } from "./key-account-options.ts";

/** Marks that somebody set by hand. */
export interface StrategicMarks {
  /** 1 for each row that is marked. */
  readonly marked: Uint8Array;
  /** How many ids of the list no row has. */
  readonly unknown: number;
}

/** Reads who is marked, by a list of ids or from the rows. */
export function readStrategic<Row>(
  rows: readonly Row[],
  ids: readonly CustomerId[],
  strategic: KeyAccountOptions<Row>["strategic"],
  collector: IssueCollector,
): StrategicMarks {
  if (strategic === undefined) return { marked: new Uint8Array(rows.length), unknown: 0 };
  if (typeof strategic === "string" || typeof strategic === "function") {
    return { marked: marksOfRows(rows, strategic, collector), unknown: 0 };
  }
  const isList = typeof strategic === "object" && strategic !== null && Symbol.iterator in strategic;
  const trouble =
    "This is no list or Set of ids, nor a field or function of the row that says true or false.";
  checkOption("strategic", strategic, isList ? null : trouble);
  const listed = new Set<CustomerId>(strategic);
  for (const id of listed) {
    if (idFault(id) !== 0) throw invalidOption("strategic", id, `${quoted(id)} is no customer id.`);
  }
  const marked = new Uint8Array(rows.length);
  let known = 0;
  for (let i = 0; i < ids.length; i++) {
    if (!listed.has(ids[i] as CustomerId)) continue;
    marked[i] = 1;
    known += 1;
  }
  return { marked, unknown: listed.size - known };
}

function marksOfRows<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, boolean>,
  collector: IssueCollector,
): Uint8Array {
  const { field, key, read } = column<Row>(accessor, "strategic");
  const marked = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    const value: unknown = key === null ? read?.(row) : (row as Fields)[key];
    if (typeof value === "boolean") {
      marked[i] = value ? 1 : 0;
      continue;
    }
    const missing = value === null || value === undefined;
    const advice = "pass true or false for each customer, e.g. (row) => row.mark === true, or a list of ids.";
    collector.add(missing ? "missing_value" : "invalid_value", i, field, value, () =>
      missing ? `The mark is missing: ${advice}` : `${quoted(value)} is no mark: ${advice}`,
    );
  }
  return marked;
}
