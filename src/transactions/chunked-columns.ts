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
    amount: moneyOf(columnOf("amount")),
    ...(has("order") ? { order: chunkedIds(columnOf("order")) } : {}),
    ...(has("margin") ? { margin: moneyOf(columnOf("margin")) } : {}),
  };
}

/** The door takes a null for a missing amount and says so, though its type promises numbers only. */
function moneyOf(column: ChunkedColumn): ArrayLike<number> {
  return chunkedNumbers(column) as ArrayLike<number>;
}

/** Refuses a column that the store does not have, and lists those it has. */
export function checkStoreColumn(column: TransactionColumn, name: unknown, names: readonly string[]): void {
  const trouble =
    typeof name === "string"
      ? `There is no column ${JSON.stringify(name)}; ${listed(names)}.`
      : `This is no name of a column; ${listed(names)}.`;
  checkOption(`columns.${column}`, name, typeof name === "string" && names.includes(name) ? null : trouble);
}

function listed(names: readonly string[]): string {
  return names.length === 0
    ? "there is none at all"
    : `there are ${names.map((name) => JSON.stringify(name)).join(", ")}`;
}
