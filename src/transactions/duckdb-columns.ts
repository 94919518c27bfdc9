import { checkNames, checkOption } from "../rows/options.ts";
import { TRANSACTION_COLUMN_NAMES } from "./arrow-columns.ts";
import { checkStoreColumn, chunkedColumns } from "./chunked-columns.ts";
import type { ChunkedColumn } from "./column-chunk.ts";
import type { TransactionColumnArrays } from "./columns.ts";
import { type DuckDbChunk, type DuckDbResult, isDuckDbChunk, isDuckDbResult } from "./duckdb-chunk.ts";
import { duckDbChunk, duckDbTypeName } from "./duckdb-chunks.ts";
import type { TransactionColumn } from "./row-faults.ts";

/** Which columns of a query hold what a transaction has: names, or places counted from 0. */
export interface DuckDbColumns {
  /** The names of the query's columns in order, `result.columnNames()`: chunks do not know them. Needed for names of columns only. */
  readonly columnNames?: readonly string[];
  /** VARCHAR, integers, floating-point numbers, ENUM or UUID. Default `"customerId"`. */
  readonly customer?: string | number;
  /** DATE, TIMESTAMP of any kind, or ISO texts. Default `"date"`. */
  readonly date?: string | number;
  /** Money, in integers, floating-point numbers or DECIMAL. Default `"amount"`. */
  readonly amount?: string | number;
  /** Order ids: lines with one order id become one transaction. Default: none. */
  readonly order?: string | number;
  /** Margin in money. Default: none. */
  readonly margin?: string | number;
}

const NAMES = { columnNames: true, ...TRANSACTION_COLUMN_NAMES } satisfies Record<keyof DuckDbColumns, true>;

/**
 * Reads the columns of transactions from what a query of DuckDB returns, for `transactionLogFromColumns` and for reducers.
 *
 * No object is made for a row, and the values are copied out of DuckDB's memory. A DATE, or a TIMESTAMP without a zone, is the civil day it names.
 * A TIMESTAMPTZ is an instant, and the `timeZone` of the log's options says on which day it falls. Decimals become the nearest numbers. Nulls
 * stay, and the log reports them.
 *
 * @param source - The result of `connection.run(sql)` of @duckdb/node-api, one chunk of a `connection.stream(sql)`, or a list of chunks as
 *   `fetchAllChunks` gives it.
 * @param columns - Names or places of the columns for customer, date, amount and, if wanted, order and margin; for chunks with names also
 *   `columnNames`.
 * @returns `{ customer, date, amount }`, with `order` and `margin` if they were named: all of as many rows as the chunks have together.
 * @throws {@link DataError} if there is no such column or two of the name, if its type cannot be read, or for integer ids beyond 2^53, which no number holds.
 *
 * @example
 * import { transactionColumnsFromDuckDb } from "clientele";
 *
 * // A chunk as `for await (const chunk of await connection.stream(sql))` gives it, made by hand.
 * const integers = (...items: number[]) => ({
 *   type: { typeId: 4 },
 *   itemCount: items.length,
 *   items: Int32Array.from(items),
 *   getItem: (row: number) => items[row],
 * });
 * const vectors = [integers(7, 8, 7), { ...integers(20_148, 20_190, 20_200), type: { typeId: 13 } }, integers(120, 80, 30)];
 * const chunk = { columnCount: 3, rowCount: 3, getColumnVector: (place: number) => vectors[place] ?? integers() };
 * const columns = transactionColumnsFromDuckDb(chunk, { customer: 0, date: 1, amount: 2 });
 * columns.date; // => { epochDays: Int32Array.of(20_148, 20_190, 20_200) }
 */
export function transactionColumnsFromDuckDb(
  source: DuckDbChunk | DuckDbResult | readonly DuckDbChunk[],
  columns: DuckDbColumns,
): TransactionColumnArrays {
  checkNames("columns", columns, NAMES);
  const { customer = "customerId", date = "date", amount = "amount", order, margin } = columns;
  const places = { customer, date, amount, order, margin };
  const chunks = chunksOf(source);
  const names = namesOf(source, columns.columnNames, chunks[0]?.columnCount ?? null);
  return chunkedColumns(
    (column) => duckDbColumn(chunks, column, places[column], names),
    (column) => places[column] !== undefined,
  );
}

function chunksOf(source: unknown): readonly DuckDbChunk[] {
  if (isDuckDbChunk(source)) return [source];
  if (isDuckDbResult(source)) return Array.from({ length: source.chunkCount }, (_, i) => source.getChunk(i));
  const isList = Array.isArray(source) && source.every(isDuckDbChunk);
  checkOption("source", source, isList ? null : NO_CHUNKS);
  const chunks = source as readonly DuckDbChunk[];
  const isOne = chunks.every(({ columnCount }) => columnCount === chunks[0]?.columnCount);
  checkOption(
    "source",
    "[object]",
    isOne ? null : "The chunks have different columns: read each query by itself.",
  );
  return chunks;
}

const NO_CHUNKS =
  "These are no chunks of DuckDB: pass the result of connection.run(sql), a chunk of connection.stream(sql), or what await result.fetchAllChunks() gives.";

function namesOf(
  source: unknown,
  given: readonly string[] | undefined,
  count: number | null,
): readonly string[] | null {
  if (given === undefined) return isDuckDbResult(source) ? source.columnNames() : null;
  const isList = Array.isArray(given) && given.every((name) => typeof name === "string");
  checkOption("columns.columnNames", given, isList ? null : "Pass the names in order: result.columnNames().");
  const trouble = `There are ${given.length} names for ${count} columns: pass result.columnNames() of the same query.`;
  checkOption("columns.columnNames", given, count === null || given.length === count ? null : trouble);
  return given;
}

function duckDbColumn(
  chunks: readonly DuckDbChunk[],
  column: TransactionColumn,
  wanted: string | number | undefined,
  names: readonly string[] | null,
): ChunkedColumn {
  const place = placeOf(column, wanted, names, chunks[0]?.columnCount ?? names?.length ?? null);
  const vectors = chunks.filter(({ rowCount }) => rowCount > 0).map((chunk) => chunk.getColumnVector(place));
  return {
    column,
    name: names?.[place] ?? String(wanted),
    typeName: duckDbTypeName(vectors[0]),
    rows: vectors.reduce((rows, { itemCount }) => rows + itemCount, 0),
    chunks: vectors.map(duckDbChunk),
  };
}

function placeOf(
  column: TransactionColumn,
  wanted: string | number | undefined,
  names: readonly string[] | null,
  count: number | null,
): number {
  if (typeof wanted === "number") {
    const fits = Number.isInteger(wanted) && wanted >= 0 && (count === null || wanted < count);
    const trouble = `There is no such place; the query has ${count} columns, counted from 0.`;
    checkOption(`columns.${column}`, wanted, fits ? null : trouble);
    return wanted;
  }
  checkOption(`columns.${column}`, wanted, names === null ? NAMELESS : null);
  checkStoreColumn(column, wanted, names ?? []);
  return (names ?? []).indexOf(wanted as string);
}

const NAMELESS =
  "Chunks do not know the names of their columns: pass columnNames: result.columnNames(), or places such as customer: 0.";
