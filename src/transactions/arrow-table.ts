// For readers of batches: `isArrowTable(batch)` tells an Arrow table or record batch from rows and from columns, and
// `transactionColumnsFromArrow(batch, names)` (arrow-columns.ts) makes columns of it. `isDuckDbChunk` (duckdb-chunk.ts) and
// `transactionColumnsFromDuckDb` (duckdb-columns.ts) do the same for chunks of DuckDB.

/** What is read of the type of an Arrow column. */
export interface ArrowType {
  readonly typeId: number;
}

/** What is read of a chunk of an Arrow column: its buffers. */
export interface ArrowData {
  readonly length: number;
  /** The first row's place in the bitmap of nulls; the values begin at their first. */
  readonly offset: number;
  readonly values?: unknown;
  readonly valueOffsets?: unknown;
  readonly nullBitmap?: unknown;
  readonly nullCount?: number;
  /** The values that the codes of a dictionary-encoded chunk stand for. */
  readonly dictionary?: ArrowVector;
}

/** What is read of a column of an Arrow table. */
export interface ArrowVector {
  readonly type: ArrowType;
  readonly length: number;
  readonly data: readonly ArrowData[];

  /**
   * The value of a row.
   *
   * @param row - Counted from 0, over all chunks.
   * @returns What stands there; `null` if nothing does.
   */
  get(row: number): unknown;
}

/** An Arrow table or record batch, as the package apache-arrow has them. */
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };

  /**
   * A column by its name.
   *
   * @param name - As in the schema.
   * @returns The column; `null` if there is none of this name.
   */
  getChild(name: string): ArrowVector | null;
}

/**
 * Whether a value is an Arrow table or record batch, told by what it can do: any copy of the package will do.
 *
 * @param value - Anything.
 * @returns `true` for what `transactionColumnsFromArrow` reads.
 *
 * @example
 * import { isArrowTable } from "clientele";
 *
 * isArrowTable({ numRows: 0, schema: { fields: [] }, getChild: () => null }); // => true
 * isArrowTable([{ customerId: "A", date: "2025-03-14", amount: 10 }]); // => false
 */
export function isArrowTable(value: unknown): value is ArrowTable {
  if (typeof value !== "object" || value === null) return false;
  const { numRows, schema, getChild } = value as Partial<ArrowTable>;
  if (typeof numRows !== "number" || typeof getChild !== "function") return false;
  const fields: unknown = schema?.fields;
  return Array.isArray(fields) && fields.every((field) => typeof field?.name === "string");
}
