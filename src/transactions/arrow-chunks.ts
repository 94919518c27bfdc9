import type { ArrowData, ArrowType, ArrowVector } from "./arrow-table.ts";
import type { ChunkValues, ColumnChunk, NumberArray, ValidRows } from "./column-chunk.ts";
import { halvesOf, type TimeUnit } from "./int64-times.ts";

/** The chunks of an Arrow column, with their buffers as they are. */
export function arrowChunks(vector: ArrowVector): readonly ColumnChunk[] {
  const chunks: ColumnChunk[] = [];
  let start = 0;
  for (const data of vector.data) {
    if (data.length > 0) chunks.push(arrowChunk(vector, data, start));
    start += data.length;
  }
  // A table without rows has columns of types all the same, and a wrong one is not to come out with the first row.
  return chunks.length === 0 ? [arrowChunk(vector, NO_ROWS, 0)] : chunks;
}

const NO_VALUES: ArrowVector = { type: { typeId: 1 }, length: 0, data: [], get: () => null };

/** The chunk of a column without rows. */
const NO_ROWS: ArrowData = {
  length: 0,
  offset: 0,
  nullCount: 0,
  values: /* @__PURE__ */ new Int32Array(0),
  valueOffsets: /* @__PURE__ */ new Int32Array(1),
  dictionary: NO_VALUES,
};

function arrowChunk(vector: ArrowVector, data: ArrowData, start: number): ColumnChunk {
  return {
    length: data.length,
    valid: validRows(data),
    values: valuesOf(vector, vector.type, data, start),
  };
}

function validRows({ nullBitmap, nullCount, offset }: ArrowData): ValidRows | null {
  const bits = nullBitmap as Uint8Array | null | undefined;
  return nullCount === 0 || bits === null || bits === undefined || bits.length === 0
    ? null
    : { bits, offset };
}

/** Numbers of Arrow's types, from its format. */
const TYPE = {
  null: 1,
  int: 2,
  float: 3,
  utf8: 5,
  decimal: 7,
  date: 8,
  timestamp: 10,
  largeUtf8: 20,
  utf8View: 24,
  dictionary: -1,
} as const;

const NEED_VALUES: ReadonlySet<number> = /* @__PURE__ */ new Set([
  TYPE.int,
  TYPE.float,
  TYPE.decimal,
  TYPE.date,
  TYPE.timestamp,
  TYPE.dictionary,
]);

const HALF_FLOAT = 0;
const DATE_IN_DAYS = 0;
const UNITS: readonly TimeUnit[] = ["second", "millisecond", "microsecond", "nanosecond"];

/** What the types have beside their number. */
interface TypeDetails extends ArrowType {
  readonly bitWidth?: number;
  readonly isSigned?: boolean;
  readonly precision?: number;
  readonly scale?: number;
  readonly unit?: number;
  readonly timezone?: string | null;
  readonly dictionary?: ArrowType;
}

function valuesOf(vector: ArrowVector, type: TypeDetails, data: ArrowData, start: number): ChunkValues {
  const rows = data.length;
  const values = data.values as NumberArray;
  if (lacksValues(type, data)) return { kind: "unknown" };
  const textAt = (row: number): unknown => vector.get(start + row);
  switch (type.typeId) {
    case TYPE.null:
      return { kind: "nothing" };
    case TYPE.int:
      if (type.bitWidth !== 64) return { kind: "numbers", numbers: values };
      return { kind: "int64", halves: halvesOf(values, rows), signed: type.isSigned !== false };
    case TYPE.float:
      if (type.precision !== HALF_FLOAT) return { kind: "numbers", numbers: values };
      return {
        kind: "numbers",
        numbers: Float64Array.from({ length: rows }, (_, row) => Number(textAt(row))),
      };
    case TYPE.decimal:
      return decimals(values, rows, type);
    case TYPE.date:
      if (type.unit === DATE_IN_DAYS) return { kind: "days", days: values as Int32Array };
      return { kind: "times", halves: halvesOf(values, rows), unit: "millisecond", isInstant: false };
    case TYPE.timestamp: {
      const isInstant = typeof type.timezone === "string" && type.timezone !== "";
      return {
        kind: "times",
        halves: halvesOf(values, rows),
        unit: UNITS[type.unit ?? 1] ?? "millisecond",
        isInstant,
      };
    }
    case TYPE.utf8:
    case TYPE.largeUtf8:
      return { kind: "bytes", bytes: bytesOf(values), offsets: offsetsOf(data.valueOffsets, rows), textAt };
    case TYPE.utf8View:
      return { kind: "views", views: bytesOf(values), textAt };
    case TYPE.dictionary:
      return coded(values, type, data.dictionary);
    default:
      return { kind: "unknown" };
  }
}

/** What messages call the type of a column; a type that is read may come without the array of its values. */
export function arrowTypeName({ type, data }: ArrowVector): string {
  const isHollow = data.some((chunk) => chunk.length > 0 && lacksValues(type, chunk));
  return isHollow ? `${type} without an array of values, as chunks of apache-arrow have it` : String(type);
}

/** Texts that are all empty may have no bytes; whatever else is read has an array of values. */
function lacksValues({ typeId }: ArrowType, { values }: ArrowData): boolean {
  return NEED_VALUES.has(typeId) && !ArrayBuffer.isView(values);
}

function decimals(
  values: NumberArray,
  rows: number,
  { bitWidth = 128, scale = 0 }: TypeDetails,
): ChunkValues {
  const size = bitWidth / 32;
  return {
    kind: "decimal",
    words: new Int32Array(values.buffer, values.byteOffset, rows * size),
    size,
    scale,
  };
}

/** A column of empty texts may have no bytes at all. */
function bytesOf(values: NumberArray | undefined): Uint8Array {
  return (values as Uint8Array | undefined) ?? new Uint8Array(0);
}

/** Offsets of large columns have 64 bits, but a buffer has never so many bytes that the low half would not do. */
function offsetsOf(offsets: unknown, rows: number): Int32Array {
  const list = offsets as Int32Array | BigInt64Array;
  if (list.BYTES_PER_ELEMENT === 4) return list as Int32Array;
  const halves = halvesOf(list, rows + 1);
  return Int32Array.from({ length: rows + 1 }, (_, i) => halves[2 * i] as number);
}

function coded(codes: NumberArray, { dictionary }: TypeDetails, list: ArrowVector | undefined): ChunkValues {
  const typeId = dictionary?.typeId;
  const isText = typeId === TYPE.utf8 || typeId === TYPE.largeUtf8 || typeId === TYPE.utf8View;
  if (list === undefined || !(isText || typeId === TYPE.int)) return { kind: "unknown" };
  return { kind: "coded", codes, list, isText };
}
