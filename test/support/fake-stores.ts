import type { ArrowData, ArrowTable, ArrowVector } from "../../src/transactions/arrow-table.ts";
import type { DuckDbChunk, DuckDbVector } from "../../src/transactions/duckdb-chunk.ts";

/** A column of an Arrow table, made by hand of its chunks. */
export function arrowColumn(
  type: object & { readonly typeId: number },
  chunks: readonly ArrowData[],
  get: (row: number) => unknown = () => null,
): ArrowVector {
  return { type, length: chunks.reduce((rows, { length }) => rows + length, 0), data: chunks, get };
}

/** An Arrow table of such columns. */
export function arrowTable(columns: Readonly<Record<string, ArrowVector>>): ArrowTable {
  const [first] = Object.values(columns);
  return {
    numRows: first?.length ?? 0,
    schema: { fields: Object.keys(columns).map((name) => ({ name })) },
    getChild: (name) => columns[name] ?? null,
  };
}

/** A column of a DuckDB chunk, with what the package keeps in it. */
export function duckDbVector(
  type: object & { readonly typeId: number },
  items: ArrayLike<unknown>,
  validity?: { readonly data: BigUint64Array | null; readonly offset: number },
): DuckDbVector {
  const vector = { type, itemCount: items.length, items, validity, getItem: (row: number) => items[row] };
  return vector;
}

/** A chunk of DuckDB of such columns. */
export function duckDbChunk(vectors: readonly DuckDbVector[]): DuckDbChunk {
  return {
    columnCount: vectors.length,
    rowCount: vectors[0]?.itemCount ?? 0,
    getColumnVector: (column) => vectors[column] as DuckDbVector,
  };
}
