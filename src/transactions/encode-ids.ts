import type { DictionaryColumn, IdColumn } from "./columns.ts";
import { IdIndex, INVALID_ID, idFault, MISSING_ID } from "./id-index.ts";
import { IntegerIndex } from "./integer-index.ts";
import type { CustomerId } from "./transaction-log.ts";

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
    const index = new IntegerIndex();
    index.encode(column, codes);
    return { codes, ids: Array.from(index.values) };
  }
  const index = new IdIndex();
  for (let i = 0; i < rows; i++) codes[i] = index.codeOf(column[i]);
  return { codes, ids: index.ids };
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

function isDictionary(column: IdColumn): column is DictionaryColumn {
  return "codes" in column;
}

function isIntegers(column: unknown): column is Int32Array {
  return column instanceof Int32Array || column instanceof Int16Array || column instanceof Uint16Array;
}

function encodeDictionary({ codes: places, dictionary }: DictionaryColumn, codes: Int32Array): EncodedIds {
  const entries = canonicalPlaces(dictionary);
  const codeOfPlace = new Int32Array(dictionary.length).fill(-1);
  const ids: CustomerId[] = [];
  for (let i = 0; i < codes.length; i++) {
    const given = places[i] as number;
    if (given < 0 || given >= dictionary.length) {
      codes[i] = given < 0 ? MISSING_ID : INVALID_ID;
      continue;
    }
    const place = entries[given] as number;
    if (place < 0) {
      codes[i] = place;
      continue;
    }
    let code = codeOfPlace[place] as number;
    if (code < 0) {
      code = ids.length;
      codeOfPlace[place] = code;
      ids.push(dictionary[place] as CustomerId);
    }
    codes[i] = code;
  }
  return { codes, ids };
}

/** For each place the first place with the same id, so that a dictionary may list an id twice; below 0 where there is no id. */
function canonicalPlaces(dictionary: readonly CustomerId[]): Int32Array {
  const firstPlace = new Map<CustomerId, number>();
  const places = new Int32Array(dictionary.length);
  for (let place = 0; place < dictionary.length; place++) {
    const id = dictionary[place] as CustomerId;
    const fault = idFault(id);
    if (fault !== 0) {
      places[place] = fault;
      continue;
    }
    const first = firstPlace.get(id);
    if (first === undefined) firstPlace.set(id, place);
    places[place] = first ?? place;
  }
  return places;
}
