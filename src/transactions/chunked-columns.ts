import { checkOption } from "../rows/options.ts";
import { chunkedDates } from "./chunked-dates.ts";
import { chunkedIds } from "./chunked-ids.ts";
import { chunkedNumbers } from "./chunked-numbers.ts";
import type { ChunkedColumn } from "./column-chunk.ts";
import type { TransactionColumnArrays } from "./columns.ts";
import type { TransactionColumn } from "./row-faults.ts";

/** Columns of a store as the columns of transactions. */
export function chunkedColumns(
  columnOf: (column: TransactionColumn) => ChunkedColumn,
  has: (column: TransactionColumn) => boolean,
): TransactionColumnArrays {
  return {
    customer: chunkedIds(columnOf("customer")),
    date: chunkedDates(columnOf("date")),
    amount: chunkedNumbers(columnOf("amount")),
    ...(has("order") ? { order: chunkedIds(columnOf("order")) } : {}),
    ...(has("margin") ? { margin: chunkedNumbers(columnOf("margin")) } : {}),
  };
}

/** Refuses a column that the store does not have, and lists those it has; one that it has twice could be the wrong one. */
export function checkStoreColumn(column: TransactionColumn, name: unknown, names: readonly string[]): void {
  const places = names.filter((each) => each === name).length;
  const trouble =
    typeof name !== "string"
      ? `This is no name of a column; ${listed(names)}.`
      : places === 0
        ? `There is no column ${JSON.stringify(name)}; ${listed(names)}.`
        : `There are ${places} columns ${JSON.stringify(name)}: give each a name of its own, as with AS in SQL.`;
  checkOption(`columns.${column}`, name, places === 1 ? null : trouble);
}

function listed(names: readonly string[]): string {
  return names.length === 0
    ? "there is none at all"
    : `there are ${names.map((name) => JSON.stringify(name)).join(", ")}`;
}
