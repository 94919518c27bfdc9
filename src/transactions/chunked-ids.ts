import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { writeNumbers } from "./chunked-numbers.ts";
import { chunkedTexts, holdsTexts } from "./chunked-texts.ts";
import { chunkedTypeError } from "./chunked-type-error.ts";
import type { ChunkedColumn, ChunkValues } from "./column-chunk.ts";
import type { DictionaryColumn, IdColumn } from "./columns.ts";
import { NullRows } from "./null-rows.ts";

/** A column of ids in the form that is encoded fastest: integers, other numbers, or coded texts. */
export function chunkedIds(column: ChunkedColumn): IdColumn {
  const chunks = column.chunks.filter(({ values }) => values.kind !== "nothing");
  if (chunks.every(({ values }) => holdsTexts(values))) return dictionaryOf(column);
  if (!chunks.every(({ values }) => holdsIds(values))) throw chunkedTypeError(column, READABLE);
  return numbersOf(column);
}

const READABLE = "texts, integers, floating-point numbers and dictionaries of them";

function holdsIds({ kind }: ChunkValues): boolean {
  return kind === "numbers" || kind === "int64";
}

function dictionaryOf(column: ChunkedColumn): DictionaryColumn {
  const { codes, texts } = chunkedTexts(column);
  const large = new IssueCollector();
  for (let row = 0; row < codes.length; row++) {
    const value = texts[codes[row] as number];
    if (typeof value === "bigint") reportLarge(large, column, row, value);
  }
  large.throwIfAny();
  return { codes, dictionary: texts as readonly CustomerId[] };
}

function numbersOf(column: ChunkedColumn): IdColumn {
  const { chunks, rows } = column;
  const nulls = new NullRows(rows);
  const [first] = chunks;
  if (chunks.length === 1 && first?.values.kind === "numbers") {
    const { numbers } = first.values;
    nulls.addChunk(first, 0);
    if (numbers instanceof Int32Array) return nulls.applyTo(numbers.subarray(0, rows));
  }
  const ids = new Float64Array(rows);
  const large = new IssueCollector();
  let start = 0;
  for (const chunk of chunks) {
    nulls.addChunk(chunk, start);
    const { values, length } = chunk;
    writeNumbers(chunk, ids.subarray(start, start + length));
    if (values.kind === "int64") {
      for (let i = 0; i < length; i++) {
        if (Number.isSafeInteger(ids[start + i]) || nulls.has(start + i)) continue;
        reportLarge(large, column, start + i, bigintAt(values, i));
      }
    }
    start += length;
  }
  large.throwIfAny();
  return nulls.applyTo(nulls.none && areInt32(ids) ? Int32Array.from(ids) : ids);
}

function areInt32(ids: Float64Array): boolean {
  for (let i = 0; i < ids.length; i++) if (ids[i] !== ((ids[i] as number) | 0)) return false;
  return true;
}

function bigintAt({ halves, signed }: Extract<ChunkValues, { kind: "int64" }>, at: number): bigint {
  const high = halves[2 * at + 1] as number;
  return (BigInt(signed ? high : high >>> 0) << 32n) + BigInt((halves[2 * at] as number) >>> 0);
}

/** Two ids that a number cannot tell apart would become one customer. */
function reportLarge(
  collector: IssueCollector,
  { column, name }: ChunkedColumn,
  row: number,
  value: bigint,
): void {
  const code = column === "order" ? "invalid_order" : "invalid_customer";
  collector.add(
    code,
    row,
    name,
    value,
    () =>
      `${value} lies beyond 2^53, where numbers have gaps: convert the column to text, as with CAST in SQL.`,
  );
}
