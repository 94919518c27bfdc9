import type { TimeUnit } from "./int64-times.ts";
import type { TransactionColumn } from "./row-faults.ts";

/** Which rows of a chunk hold a value: bit `offset + i` is 1 if row `i` does; Arrow and DuckDB agree on this. */
export interface ValidRows {
  readonly bits: Uint8Array;
  readonly offset: number;
}

/** A list of values that a store keeps beside the rows that point into it. */
export interface StoredList {
  readonly length: number;
  get(place: number): unknown;
}

/** The values of a chunk as the store keeps them; where a row holds none there stands anything. */
export type ChunkValues =
  | { readonly kind: "numbers"; readonly numbers: NumberArray }
  /** Integers of 64 bits, the low half before the high one. */
  | { readonly kind: "int64"; readonly halves: Int32Array; readonly signed: boolean }
  /** Integers of `size` times 32 bits, the lowest word first, of which `scale` digits stand behind the decimal mark. */
  | { readonly kind: "decimal"; readonly words: Int32Array; readonly size: number; readonly scale: number }
  | { readonly kind: "days"; readonly days: Int32Array }
  /** Times since 1970-01-01 in integers of 64 bits: instants, or what a clock on the wall said. */
  | {
      readonly kind: "times";
      readonly halves: Int32Array;
      readonly unit: TimeUnit;
      readonly isInstant: boolean;
    }
  /** Places in a list of texts or of integers. */
  | {
      readonly kind: "coded";
      readonly codes: NumberArray;
      readonly list: StoredList;
      readonly isText: boolean;
    }
  /** Texts one after the other; `offsets` say where each begins, `textAt` decodes one. */
  | {
      readonly kind: "bytes";
      readonly bytes: Uint8Array;
      readonly offsets: Int32Array;
      readonly textAt: TextAt;
    }
  /** 16 bytes for each text: its length in 4, and itself if it has no more than 12. */
  | { readonly kind: "views"; readonly views: Uint8Array; readonly textAt: TextAt }
  | { readonly kind: "texts"; readonly textAt: TextAt }
  /** A column without any value. */
  | { readonly kind: "nothing" }
  | { readonly kind: "unknown" };

/** The text in a row of the chunk. */
export type TextAt = (row: number) => unknown;

export type NumberArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** One chunk of a column. */
export interface ColumnChunk {
  readonly length: number;
  /** `null` if every row holds a value. */
  readonly valid: ValidRows | null;
  readonly values: ChunkValues;
}

/** A column as a store holds it: in chunks. */
export interface ChunkedColumn {
  /** What the transaction's column is, and what the user's store calls it and its type. */
  readonly column: TransactionColumn;
  readonly name: string;
  readonly typeName: string;
  readonly rows: number;
  readonly chunks: readonly ColumnChunk[];
}
