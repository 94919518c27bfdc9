import type { ChunkValues, ColumnChunk, NumberArray, ValidRows } from "./column-chunk.ts";
import type { DuckDbType, DuckDbVector } from "./duckdb-chunk.ts";
import { halvesOf, type TimeUnit } from "./int64-times.ts";

/**
 * What the vectors of @duckdb/node-api keep, though their types do not show it.
 *
 * Reading an item makes an object for a date or a decimal; where these are there, nothing is made.
 */
interface VectorBuffers {
  readonly items?: NumberArray | BigInt64Array;
  readonly dataView?: DataView;
  readonly validity?: null | { readonly data: BigUint64Array | null; readonly offset: number };
}

/** A column of a DuckDB chunk, copied: its memory belongs to the chunk and is gone with it. */
export function duckDbChunk(vector: DuckDbVector): ColumnChunk {
  const length = vector.itemCount;
  const values = valuesOf(vector, vector.type, length);
  if (values.kind === "texts") return { length, valid: null, values };
  return { length, valid: validRows(vector, length), values };
}

function validRows(vector: DuckDbVector, rows: number): ValidRows | null {
  const { validity } = vector as VectorBuffers;
  const data = validity?.data;
  if (validity === undefined || validity === null || !(data === null || data instanceof BigUint64Array))
    return validItems(vector, rows);
  if (data === null) return null;
  return { bits: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset: validity.offset };
}

/** Asks for each item, which is slow: a version of the package that keeps its nulls elsewhere must not lose them. */
function validItems(vector: DuckDbVector, rows: number): ValidRows {
  const bits = new Uint8Array(Math.ceil(rows / 8));
  for (let row = 0; row < rows; row++) {
    const item = vector.getItem(row);
    if (item !== null && item !== undefined) bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
  }
  return { bits, offset: 0 };
}

/** Numbers of DuckDB's types, from its C interface. */
const UUID = 27;
const ENUM = 23;
const DECIMAL = 19;
const DATE = 13;
const VARCHAR = 17;
const INTEGERS: ReadonlySet<number> = new Set([2, 3, 4, 6, 7, 8, 10, 11]);
const BIGINT = 5;
const UBIGINT = 9;
const HUGEINT = 16;
const TIMES: ReadonlyMap<number, TimeUnit> = new Map([
  [12, "microsecond"],
  [20, "second"],
  [21, "millisecond"],
  [22, "nanosecond"],
  [31, "microsecond"],
]);
const TIMESTAMP_TZ = 31;
const TYPES_READ: ReadonlySet<number> = /* @__PURE__ */ new Set([
  ...INTEGERS,
  ...TIMES.keys(),
  BIGINT,
  UBIGINT,
  HUGEINT,
  DECIMAL,
  DATE,
  ENUM,
]);

/** What the types have beside their number. */
interface TypeDetails extends DuckDbType {
  readonly scale?: number;
  readonly values?: readonly string[];
}

function valuesOf(vector: DuckDbVector, type: TypeDetails, rows: number): ChunkValues {
  const { items, dataView } = vector as VectorBuffers;
  const { typeId } = type;
  const unit = TIMES.get(typeId);
  if (typeId === VARCHAR) return textsOf(vector, dataView);
  if (typeId === UUID) return { kind: "texts", textAt: (row) => textOrNull(vector.getItem(row)) };
  if ((typeId === DECIMAL || typeId === HUGEINT) && dataView !== undefined)
    return decimals(dataView, rows, type.scale ?? 0);
  if (items === undefined) return { kind: "unknown" };
  if (INTEGERS.has(typeId)) return { kind: "numbers", numbers: (items as NumberArray).slice() };
  if (typeId === DATE) return { kind: "days", days: (items as Int32Array).slice() };
  if (typeId === BIGINT || typeId === UBIGINT)
    return { kind: "int64", halves: halvesOf(items, rows), signed: typeId === BIGINT };
  if (unit !== undefined)
    return { kind: "times", halves: halvesOf(items, rows), unit, isInstant: typeId === TIMESTAMP_TZ };
  if (typeId === ENUM && type.values !== undefined) {
    const { values } = type;
    const list = { length: values.length, get: (place: number) => values[place] };
    return { kind: "coded", codes: items as NumberArray, list, isText: true };
  }
  return { kind: "unknown" };
}

/** What messages call the type of a column; a type that is read may come in a vector that is not. */
export function duckDbTypeName(vector: DuckDbVector | undefined): string {
  if (vector === undefined) return "nothing";
  const { items, dataView } = vector as VectorBuffers;
  const isRead = TYPES_READ.has(vector.type.typeId) && items === undefined && dataView === undefined;
  return isRead
    ? `${vector.type} in vectors unlike those of @duckdb/node-api 1 (without "items")`
    : String(vector.type);
}

function decimals(dataView: DataView, rows: number, scale: number): ChunkValues {
  const { buffer, byteOffset, byteLength } = dataView;
  const size = byteLength / rows / 4;
  if (size < 1) {
    const words = Int32Array.from(new Int16Array(buffer, byteOffset, rows));
    return { kind: "decimal", words, size: 1, scale };
  }
  return { kind: "decimal", words: new Int32Array(buffer, byteOffset, rows * size), size, scale };
}

/** Texts of up to 12 bytes stand in the vector itself, as in Arrow's views. */
function textsOf(vector: DuckDbVector, dataView: DataView | undefined): ChunkValues {
  const textAt = (row: number): unknown => vector.getItem(row);
  if (dataView === undefined) return { kind: "texts", textAt };
  return {
    kind: "views",
    views: new Uint8Array(dataView.buffer, dataView.byteOffset, dataView.byteLength),
    textAt,
  };
}

/** An id that the package has an object for, as its text. */
function textOrNull(value: unknown): string | null {
  return value === null ? null : String(value);
}
