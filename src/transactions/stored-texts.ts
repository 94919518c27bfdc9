import type { StoredList } from "./column-chunk.ts";
import { TextPool } from "./text-pool.ts";

/** What has been taken of a store's own list of values. */
export interface StoredTexts {
  /** The code of each place of the list: −1 where nothing stands, below that if nobody has asked for it yet. */
  readonly codeOfPlace: Int32Array;
  /** The values by code. It grows. */
  readonly pool: TextPool;
}

// Kept with the list itself and gone with it: the batches of a stream share one list, which may be far longer than any of them.
const known = /* @__PURE__ */ new WeakMap<StoredList, StoredTexts>();

/** What was taken of a list by the batches before, so that none of it is decoded twice; whoever reads columns then sees one list too. */
export function storedTexts(list: StoredList): StoredTexts {
  let texts = known.get(list);
  if (texts === undefined || hasChanged(list, texts)) {
    texts = { codeOfPlace: newPlaces(list), pool: new TextPool() };
    known.set(list, texts);
  }
  return texts;
}

/** A code for each place of a list, none of them known. */
export function newPlaces(list: StoredList): Int32Array {
  return new Int32Array(list.length).fill(UNKNOWN);
}

/** The code of a place; one that is new is decoded, which needs the pool that the other codes are of. */
export function codeAt(list: StoredList, place: number, { codeOfPlace, pool }: StoredTexts): number {
  const code = codeOfPlace[place] ?? NONE;
  if (code !== UNKNOWN) return code;
  const value = valueAt(list, place);
  const fresh = value === null || value === undefined ? NONE : pool.codeOfText(value);
  codeOfPlace[place] = fresh;
  return fresh;
}

/** A list of another length, or with other values under places that were taken: somebody has filled its memory anew. */
function hasChanged(list: StoredList, { codeOfPlace, pool }: StoredTexts): boolean {
  const { length } = codeOfPlace;
  if (list.length !== length) return true;
  for (let k = 0; k < SAMPLE; k++) {
    const place = Math.floor((k * length) / SAMPLE);
    const code = codeOfPlace[place] ?? UNKNOWN;
    if (code >= 0 && pool.texts[code] !== valueAt(list, place)) return true;
  }
  return false;
}

/** A value of the list; a bigint that a number can hold is the number, as in every other column. */
function valueAt(list: StoredList, place: number): unknown {
  const value = list.get(place);
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** How many places are looked at to see whether a list still is what it was. */
const SAMPLE = 64;

const NONE = -1;
const UNKNOWN = -2;
