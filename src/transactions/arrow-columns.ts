import { checkNames, checkOption, invalidOption } from "../rows/options.ts";
import { arrowChunks, arrowTypeName } from "./arrow-chunks.ts";
import { type ArrowTable, type ArrowVector, isArrowTable } from "./arrow-table.ts";
import { checkStoreColumn, chunkedColumns } from "./chunked-columns.ts";
import type { ChunkedColumn } from "./column-chunk.ts";
import type { TransactionColumnArrays } from "./columns.ts";
import type { TransactionColumn } from "./row-faults.ts";

/** Names of the columns of a table that hold what a transaction has. */
export interface TransactionColumnNames {
  /** Ids: texts, integers, floating-point numbers, or dictionary-encoded. Default `"customerId"`. */
  readonly customer?: string;
  /** Dates, timestamps or ISO texts. Default `"date"`. */
  readonly date?: string;
  /** Money, in integers, floating-point numbers or decimals. Default `"amount"`. */
  readonly amount?: string;
  /** Order ids: lines with one order id become one transaction. Default: none. */
  readonly order?: string;
  /** Margin in money. Default: none. */
  readonly margin?: string;
}

/** The columns of a transaction, as options are checked. */
export const TRANSACTION_COLUMN_NAMES: Readonly<Record<TransactionColumn, true>> = {
  customer: true,
  date: true,
  amount: true,
  order: true,
  margin: true,
};

/**
 * Reads the columns of transactions from an Arrow table or record batch, for `transactionLogFromColumns` and for reducers.
 *
 * No object is made for a row, and columns of one chunk are shared with the table where they can be: do not write to them. A date or a timestamp
 * without a zone is the civil day it names. A timestamp with a zone is an instant, and the `timeZone` of the log's options says on which day it
 * falls; the zone in the type of the column only tells programs how to show it. Decimals become the nearest numbers. Nulls stay, and the log
 * reports them. Batches with the same dictionary get the same list of ids, which grows with what they use of it.
 *
 * @param table - A `Table` or a `RecordBatch` of apache-arrow, or anything of the same shape; its chunks are joined.
 * @param columns - Names of the columns for customer, date, amount and, if wanted, order and margin.
 * @returns `{ customer, date, amount }`, with `order` and `margin` if they were named: all of as many rows as the table.
 * @throws {@link DataError} if the table has no such column or two of the name, if its type cannot be read, or for integer ids beyond 2^53, which no number holds.
 *
 * @example
 * import { transactionColumnsFromArrow } from "clientele";
 *
 * // A table as tableFromIPC of apache-arrow gives it, made by hand: two columns of integers, and days.
 * const int32 = { typeId: 2, bitWidth: 32, isSigned: true };
 * const column = (type: { typeId: number }, ...numbers: number[]) => ({
 *   type,
 *   length: numbers.length,
 *   data: [{ length: numbers.length, offset: 0, values: Int32Array.from(numbers) }],
 *   get: (row: number) => numbers[row],
 * });
 * const children = new Map([
 *   ["kundennr", column(int32, 7, 8, 7)],
 *   ["datum", column({ typeId: 8, unit: 0 } as { typeId: number }, 20_148, 20_190, 20_200)],
 *   ["netto", column(int32, 120, 80, 30)],
 * ]);
 * const table = {
 *   numRows: 3,
 *   schema: { fields: [...children.keys()].map((name) => ({ name })) },
 *   getChild: (name: string) => children.get(name) ?? null,
 * };
 * const columns = transactionColumnsFromArrow(table, { customer: "kundennr", date: "datum", amount: "netto" });
 * columns.customer; // => Int32Array.of(7, 8, 7)
 */
export function transactionColumnsFromArrow(
  table: ArrowTable,
  columns: TransactionColumnNames = {},
): TransactionColumnArrays {
  const noTable = "This is neither a table nor a record batch of Arrow: pass what tableFromIPC returns.";
  checkOption("table", table, isArrowTable(table) ? null : noTable);
  checkNames("columns", columns, TRANSACTION_COLUMN_NAMES);
  const { customer = "customerId", date = "date", amount = "amount", order, margin } = columns;
  const nameOf = { customer, date, amount, order, margin };
  const names = table.schema.fields.map(({ name }) => name);
  return chunkedColumns(
    (column) => arrowColumn(table, column, nameOf[column], names),
    (column) => nameOf[column] !== undefined,
  );
}

function arrowColumn(
  table: ArrowTable,
  column: TransactionColumn,
  name: unknown,
  names: readonly string[],
): ChunkedColumn {
  checkStoreColumn(column, name, names);
  const vector = table.getChild(name as string);
  // A table without rows need not have the columns of its schema.
  if (isMissing(vector) && table.numRows === 0)
    return { column, name: name as string, typeName: "nothing", rows: 0, chunks: [] };
  if (isMissing(vector) || !Array.isArray(vector.data))
    throw invalidOption(`columns.${column}`, name, NO_CHUNKS);
  return {
    column,
    name: name as string,
    typeName: arrowTypeName(vector),
    rows: vector.length,
    chunks: arrowChunks(vector),
  };
}

const NO_CHUNKS =
  "The column is in the schema, but the table has no chunks of it as apache-arrow has: read the table by tableFromIPC.";

function isMissing(vector: ArrowVector | null | undefined): vector is null | undefined {
  return vector === null || vector === undefined;
}
