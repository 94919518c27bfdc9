/** What is read of the type of a DuckDB column. */
export interface DuckDbType {
  readonly typeId: number;
}

/** What is read of a column of a DuckDB chunk. */
export interface DuckDbVector {
  readonly type: DuckDbType;
  readonly itemCount: number;

  /**
   * The value of a row.
   *
   * @param row - Counted from 0.
   * @returns What stands there; `null` if nothing does.
   */
  getItem(row: number): unknown;
}

/** A chunk of a DuckDB result, as the package @duckdb/node-api has them: up to 2048 rows. It does not know the names of its columns. */
export interface DuckDbChunk {
  readonly columnCount: number;
  readonly rowCount: number;

  /**
   * A column by its place in the query.
   *
   * @param column - Counted from 0.
   * @returns The column's values in this chunk.
   */
  getColumnVector(column: number): DuckDbVector;
}

/** The result of `connection.run(sql)` of @duckdb/node-api: all of its chunks are there, and it knows the names of its columns. */
export interface DuckDbResult {
  readonly chunkCount: number;

  /**
   * A chunk of the result.
   *
   * @param chunk - Counted from 0.
   * @returns Up to 2048 rows.
   */
  getChunk(chunk: number): DuckDbChunk;

  /**
   * The names of the query's columns.
   *
   * @returns The names, in the order of the query.
   */
  columnNames(): readonly string[];
}

/**
 * Whether a value is a chunk of DuckDB, told by what it can do.
 *
 * @param value - Anything.
 * @returns `true` for what `transactionColumnsFromDuckDb` reads as a chunk.
 *
 * @example
 * import { isDuckDbChunk } from "clientele";
 *
 * isDuckDbChunk({ rowCount: 0, columnCount: 3, getColumnVector: () => null }); // => true
 * isDuckDbChunk([{ customerId: "A", date: "2025-03-14", amount: 10 }]); // => false
 */
export function isDuckDbChunk(value: unknown): value is DuckDbChunk {
  if (typeof value !== "object" || value === null) return false;
  const { rowCount, columnCount, getColumnVector } = value as Partial<DuckDbChunk>;
  return (
    typeof rowCount === "number" && typeof columnCount === "number" && typeof getColumnVector === "function"
  );
}

/** Whether a value is a result of DuckDB with all of its chunks. */
export function isDuckDbResult(value: unknown): value is DuckDbResult {
  if (typeof value !== "object" || value === null) return false;
  const { chunkCount, getChunk, columnNames } = value as Partial<DuckDbResult>;
  return (
    typeof chunkCount === "number" && typeof getChunk === "function" && typeof columnNames === "function"
  );
}
