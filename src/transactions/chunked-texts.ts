import type { ChunkedColumn, ChunkValues, ColumnChunk, StoredList } from "./column-chunk.ts";
import { NullRows } from "./null-rows.ts";
import { TextPool } from "./text-pool.ts";

/** Texts as running numbers with the list they point into, which may hold one twice; −1 where a row holds none. */
export interface CodedTexts {
  readonly codes: Int32Array;
  readonly texts: readonly unknown[];
}

/** Whether a chunk is read by `chunkedTexts`. */
export function holdsTexts({ kind }: ChunkValues): boolean {
  return kind === "coded" || kind === "bytes" || kind === "views" || kind === "texts";
}

/** The values of a column of texts, or of what a store's own list holds. */
export function chunkedTexts({ rows, chunks }: ChunkedColumn): CodedTexts {
  const nulls = new NullRows(rows);
  const codes = new Int32Array(rows).fill(-1);
  const pool = new TextPool();
  const codeOfPlace = new Map<StoredList, Int32Array>();
  let start = 0;
  for (const chunk of chunks) {
    nulls.addChunk(chunk, start);
    writeCodes(chunk, start, codes, nulls, pool, codeOfPlace);
    start += chunk.length;
  }
  return { codes, texts: pool.texts };
}

function writeCodes(
  { length, values }: ColumnChunk,
  start: number,
  codes: Int32Array,
  nulls: NullRows,
  pool: TextPool,
  codeOfPlace: Map<StoredList, Int32Array>,
): void {
  if (values.kind === "bytes") {
    const { bytes, offsets, textAt } = values;
    for (let i = 0; i < length; i++) {
      if (nulls.has(start + i)) continue;
      codes[start + i] = pool.codeOfBytes(bytes, offsets[i] as number, offsets[i + 1] as number, textAt, i);
    }
  } else if (values.kind === "views") {
    const { views, textAt } = values;
    for (let i = 0; i < length; i++) {
      if (nulls.has(start + i)) continue;
      const at = VIEW * i;
      const size = views[at] as number;
      const isInline = size <= INLINE && views[at + 1] === 0 && views[at + 2] === 0 && views[at + 3] === 0;
      codes[start + i] = isInline
        ? pool.codeOfBytes(views, at + 4, at + 4 + size, textAt, i)
        : pool.codeOfText(textAt(i));
    }
  } else if (values.kind === "texts") {
    for (let i = 0; i < length; i++) {
      const text = nulls.has(start + i) ? null : values.textAt(i);
      if (text !== null && text !== undefined) codes[start + i] = pool.codeOfText(text);
    }
  } else if (values.kind === "coded") {
    writeStoredCodes(values, length, start, codes, nulls, pool, codeOfPlace);
  }
}

/** Bytes of a view, and how many of a text it holds itself. */
const VIEW = 16;
const INLINE = 12;

/** Only the entries that occur are taken from the list: it may be far longer than a batch. */
function writeStoredCodes(
  { codes: places, list }: Extract<ChunkValues, { kind: "coded" }>,
  length: number,
  start: number,
  codes: Int32Array,
  nulls: NullRows,
  pool: TextPool,
  codeOfPlace: Map<StoredList, Int32Array>,
): void {
  const known = codeOfPlace.get(list) ?? new Int32Array(list.length).fill(UNKNOWN);
  codeOfPlace.set(list, known);
  for (let i = 0; i < length; i++) {
    if (nulls.has(start + i)) continue;
    const place = places[i] as number;
    let code = known[place] ?? NONE;
    if (code === UNKNOWN) {
      const value = list.get(place);
      code = value === null || value === undefined ? NONE : pool.codeOfText(value);
      known[place] = code;
    }
    codes[start + i] = code;
  }
}

const NONE = -1;
const UNKNOWN = -2;
