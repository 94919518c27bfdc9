import type { ChunkedColumn, ChunkValues, ColumnChunk, StoredList } from "./column-chunk.ts";
import { NullRows } from "./null-rows.ts";
import { codeAt, newPlaces, type StoredTexts, storedTexts } from "./stored-texts.ts";
import { TextPool } from "./text-pool.ts";

/**
 * Texts as running numbers with the list they point into, which may hold one twice; −1 where a row holds none.
 *
 * Of columns whose store has one list for all of them the list here is one too, and grows with what they use of it.
 */
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
  const list = onlyList(chunks);
  const shared = list === null ? null : storedTexts(list);
  const pool = shared?.pool ?? new TextPool();
  const textsOf = new Map<StoredList, StoredTexts>();
  if (list !== null && shared !== null) textsOf.set(list, shared);
  let start = 0;
  for (const chunk of chunks) {
    nulls.addChunk(chunk, start);
    writeCodes(chunk, start, codes, nulls, pool, textsOf);
    start += chunk.length;
  }
  return { codes, texts: pool.texts };
}

/** The list that all chunks point into; `null` if there is more than one, or something else. */
function onlyList(chunks: readonly ColumnChunk[]): StoredList | null {
  let only: StoredList | null = null;
  for (const { values } of chunks) {
    if (values.kind === "nothing") continue;
    if (values.kind !== "coded" || (only !== null && values.list !== only)) return null;
    only = values.list;
  }
  return only;
}

function writeCodes(
  { length, values }: ColumnChunk,
  start: number,
  codes: Int32Array,
  nulls: NullRows,
  pool: TextPool,
  textsOf: Map<StoredList, StoredTexts>,
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
    const { codes: places, list } = values;
    const texts = textsOf.get(list) ?? { codeOfPlace: newPlaces(list), pool };
    textsOf.set(list, texts);
    // Only the entries that occur are taken from the list: it may be far longer than a batch.
    for (let i = 0; i < length; i++) {
      if (!nulls.has(start + i)) codes[start + i] = codeAt(list, places[i] as number, texts);
    }
  }
}

/** Bytes of a view, and how many of a text it holds itself. */
const VIEW = 16;
const INLINE = 12;
