import { DataError } from "../rows/data-error.ts";
import { quoted } from "../rows/issue.ts";
import { type ArrowTable, isArrowTable } from "./arrow-table.ts";
import type { Transaction, TransactionColumnArrays } from "./columns.ts";

/** A part of a stream of transactions: rows, columns, or a table or record batch of Arrow. */
export type TransactionBatch<Row = Transaction> = Iterable<Row> | TransactionColumnArrays | ArrowTable;

/** The name of a part of a stream: of a file, a page, a partition. No part with the same name is counted twice. */
export type BatchId = string | number;

/** What is wrong with something that was taken for a batch; `null` if nothing, or nothing that a hint would help with. */
export function batchTrouble(batch: unknown): string | null {
  if (typeof batch !== "object" || batch === null || Symbol.iterator in batch) return null;
  if ("then" in batch) return "This is a promise and holds no rows yet: await it.";
  if (Symbol.asyncIterator in batch)
    return "There are no rows here yet, they are still to come: give a source of batches to addAll.";
  if ("kind" in batch && batch.kind === "transaction-log")
    return "This is a log, and there are no rows in it any more: pass the rows it was made of.";
  if ("batch" in batch)
    return "There are no rows here but in its batch: call add(batch, { id }), or let addAll take it with an id that is a text or a number.";
  return "customer" in batch || isArrowTable(batch) ? null : NO_BATCH;
}

const NO_BATCH =
  "These are no rows: pass a list of rows (addAll takes a list of such lists), columns { customer, date, amount }, or a table of Arrow.";

/** Where a batch stands in its stream, for messages: by number from 1, and by name if it has one. */
export function batchName(number: number, id: BatchId | undefined): string {
  return id === undefined ? `batch ${number}` : `batch ${number} (${quoted(id)})`;
}

/** The same error, with each message saying in which batch. */
export function inBatch(error: DataError, name: string): DataError {
  const issues = error.issues.map((issue) => ({ ...issue, message: `${issue.message} (In ${name}.)` }));
  return new DataError(issues, { total: error.total, byCode: error.byCode });
}
