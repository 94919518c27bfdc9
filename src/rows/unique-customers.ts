import { type Accessor, checkAccessor, column, readValue } from "./accessor.ts";
import type { CustomerId } from "./customer-id.ts";
import { encodeList } from "./encode-list.ts";
import { MISSING_ID } from "./id-index.ts";
import { quoted } from "./issue.ts";
import type { IssueCollector } from "./issue-collector.ts";

/** The field that rows of customers call their id by. */
export const ID_FIELD = "customerId";

/** Whether any of the rows has a field. */
export function anyHasField(rows: readonly unknown[], field: string): boolean {
  return rows.some((row) => typeof row === "object" && row !== null && field in row);
}

/** The customers of one list of rows or of several, numbered in order of first appearance. */
export interface CustomerCodes {
  readonly ids: readonly CustomerId[];
  /** For each list the number of each row's customer. */
  readonly codes: readonly Int32Array[];
}

/** The customer of each row; notes rows that name none, and customers who stand in two rows. */
export function uniqueCustomers<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, CustomerId>,
  path: string,
  collector: IssueCollector,
): readonly CustomerId[] {
  // Each row has a customer of its own, or is at fault; so without faults ids stand at the places of their rows.
  return customerCodes([rows], accessor, path, collector).ids;
}

/** Numbers the customers of lists; notes rows that name none, and customers who stand in two rows of a list. */
export function customerCodes<Row>(
  lists: readonly (readonly Row[])[],
  accessor: Accessor<Row, CustomerId>,
  path: string,
  collector: IssueCollector,
): CustomerCodes {
  checkAccessor(path, accessor);
  const id = column<Row>(accessor, path);
  const values = lists.flatMap((rows) => {
    const own = new Array<unknown>(rows.length);
    for (let i = 0; i < rows.length; i++) {
      own[i] = readValue(rows[i], id);
    }
    return own;
  });
  const all = new Int32Array(values.length);
  const ids = encodeList(values, all);
  let start = 0;
  const codes = lists.map((rows) => {
    const own = all.subarray(start, start + rows.length);
    start += rows.length;
    noteFaults(own, ids, (row, code, first) => {
      const value = values[start - rows.length + row];
      if (code >= 0) {
        collector.add("duplicate_customer", row, id.field, value, () => {
          return `${quoted(value)} stands in row ${first} already: add up the rows of a customer first.`;
        });
        return;
      }
      const missing = code === MISSING_ID;
      collector.add(missing ? "missing_customer" : "invalid_customer", row, id.field, value, () =>
        missing
          ? `The customer id is missing: name the field that holds it, or a function of the row, in the option ${path}.`
          : `${quoted(value)} is no customer id: ids are texts or finite numbers.`,
      );
    });
    return own;
  });
  return { ids, codes };
}

/** Tells of each row without a customer, or with one who stands in an earlier row, which is told as well. */
function noteFaults(
  codes: Int32Array,
  ids: readonly CustomerId[],
  note: (row: number, code: number, first: number) => void,
): void {
  const firstRow = new Int32Array(ids.length).fill(-1);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const first = code < 0 ? -1 : (firstRow[code] as number);
    if (code < 0 || first >= 0) note(i, code, first);
    else firstRow[code] = i;
  }
}
