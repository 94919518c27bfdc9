import { DataError } from "../rows/data-error.ts";
import { quoted } from "../rows/issue.ts";
import type { ArrowTable } from "./arrow-table.ts";
import type { Transaction, TransactionColumnArrays } from "./columns.ts";

/** A part of a stream of transactions: rows, columns, or a table or record batch of Arrow. */
export type TransactionBatch<Row = Transaction> = Iterable<Row> | TransactionColumnArrays | ArrowTable;

/** The name of a part of a stream: of a file, a page, a partition. No part with the same name is counted twice. */
export type BatchId = string | number;

/** Where a batch stands in its stream, for messages: by number from 1, and by name if it has one. */
export function batchName(number: number, id: BatchId | undefined): string {
  return id === undefined ? `batch ${number}` : `batch ${number} (${quoted(id)})`;
}

/** The same error, with each message saying in which batch. */
export function inBatch(error: DataError, name: string): DataError {
  const issues = error.issues.map((issue) => ({ ...issue, message: `${issue.message} (In ${name}.)` }));
  return new DataError(issues, { total: error.total, byCode: error.byCode });
}
