import type { CustomerId } from "../rows/customer-id.ts";
import { encodeList } from "../rows/encode-list.ts";
import { INVALID_ID, MISSING_ID } from "../rows/id-index.ts";
import type { DictionaryColumn, IdColumn } from "./columns.ts";
import { encodeIntegers } from "./encode-integers.ts";

/** Ids as running numbers in the order in which they first appear, below 0 where there is no id. */
export interface EncodedIds {
  readonly codes: Int32Array;
  readonly ids: readonly CustomerId[];
}

/** Encodes a column of ids by the fastest way its form allows. */
export function encodeIds(column: IdColumn, rows: number): EncodedIds {
  const codes = new Int32Array(rows);
  if (isDictionary(column)) return encodeDictionary(column, codes);
  if (isIntegers(column)) {
    return { codes, ids: encodeIntegers(column, codes) };
  }
  return { codes, ids: encodeList(column, codes) };
}

export function idsLength(column: IdColumn): number {
  return isDictionary(column) ? column.codes.length : column.length;
}

/** The id in a row, as the user gave it. */
export function idAt(column: IdColumn, row: number): unknown {
  if (!isDictionary(column)) return column[row];
  const code = column.codes[row] as number;
  return code < 0 ? null : (column.dictionary[code] ?? Number.NaN);
}

/** Whether ids come as places of a dictionary. */
export function isDictionary(column: IdColumn): column is DictionaryColumn {
  return "codes" in column;
}

/** Whether ids are integers of 32 bits or fewer, which a table of integers can number. */
export function isIntegers(column: unknown): column is Int32Array {
  return column instanceof Int32Array || column instanceof Int16Array || column instanceof Uint16Array;
}

function encodeDictionary({ codes: places, dictionary }: DictionaryColumn, codes: Int32Array): EncodedIds {
  // A dictionary may list an id twice, or one that nobody uses.
  const entryAt = new Int32Array(dictionary.length);
  const entries = encodeList(dictionary, entryAt);
  const codeOfEntry = new Int32Array(entries.length).fill(UNUSED);
  const codeOfPlace = new Int32Array(dictionary.length).fill(UNUSED);
  const ids: CustomerId[] = [];
  for (let i = 0; i < codes.length; i++) {
    const place = places[i] as number;
    if (place < 0 || place >= codeOfPlace.length) {
      codes[i] = place < 0 ? MISSING_ID : INVALID_ID;
      continue;
    }
    let code = codeOfPlace[place] as number;
    if (code === UNUSED) {
      const entry = entryAt[place] as number;
      code = entry < 0 ? entry : (codeOfEntry[entry] as number);
      if (code === UNUSED) {
        code = ids.push(entries[entry] as CustomerId) - 1;
        codeOfEntry[entry] = code;
      }
      codeOfPlace[place] = code;
    }
    codes[i] = code;
  }
  return { codes, ids };
}

const UNUSED = -100;
