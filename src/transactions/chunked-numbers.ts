import { chunkedTypeError } from "./chunked-type-error.ts";
import type { ChunkedColumn, ColumnChunk } from "./column-chunk.ts";
import { writeDecimals } from "./decimal-words.ts";
import { NullRows } from "./null-rows.ts";

/** A column of money as numbers: the store's own array where it can be used as it is, else a copy; nulls where a row holds none. */
export function chunkedNumbers(column: ChunkedColumn): Float64Array | (number | null)[] {
  const nulls = new NullRows(column.rows);
  const [first] = column.chunks;
  if (column.chunks.length === 1 && first?.values.kind === "numbers") {
    const { numbers } = first.values;
    nulls.addChunk(first, 0);
    if (numbers instanceof Float64Array) return nulls.applyTo(numbers.subarray(0, first.length));
  }
  const all = new Float64Array(column.rows);
  let start = 0;
  for (const chunk of column.chunks) {
    nulls.addChunk(chunk, start);
    if (!writeNumbers(chunk, all.subarray(start, start + chunk.length)))
      throw chunkedTypeError(column, "integers, floating-point numbers and decimals");
    start += chunk.length;
  }
  return nulls.applyTo(all);
}

/** Writes the values of a chunk; false if they are no numbers. */
export function writeNumbers({ values, length }: ColumnChunk, numbers: Float64Array): boolean {
  if (values.kind === "nothing") return true;
  if (values.kind === "decimal") {
    writeDecimals(values.words, values, numbers);
    return true;
  }
  if (values.kind === "int64") {
    const { halves, signed } = values;
    for (let i = 0; i < length; i++) {
      const high = halves[2 * i + 1] as number;
      numbers[i] = (signed ? high : high >>> 0) * 2 ** 32 + ((halves[2 * i] as number) >>> 0);
    }
    return true;
  }
  if (values.kind !== "numbers") return false;
  numbers.set(values.numbers.subarray(0, length));
  return true;
}
