import type { CustomerId } from "../rows/customer-id.ts";
import { INVALID_ID, idFault, MISSING_ID } from "../rows/id-index.ts";
import type { DictionaryColumn, IdColumn } from "./columns.ts";
import { isDictionary, isIntegers } from "./encode-ids.ts";
import { IdTable, NO_CODE } from "./id-table.ts";
import { IntegerIndex } from "./integer-index.ts";
import { DISTINCT, OnlyDictionary, UNKNOWN } from "./only-dictionary.ts";

/** How many entries of a dictionary are looked at to see whether it still is what it was. */
const SAMPLE = 64;

/** The customers of a batch as far as they are known: a number, `NO_CODE`, or below 0 where there is no id. */
interface LookedUp {
  /** The next look-up writes over them. */
  readonly codes: Int32Array;
  /** Gives the lines whose customers are new their numbers; `rowOf` says in which row a line stood (`null`: the same). */
  settle(codes: Int32Array, rowOf: Int32Array | null): void;
}

/**
 * Running numbers of customers for a stream of batches, in whatever form each brings its ids.
 *
 * Looking up comes first and changes nothing, so that a batch can be refused; the new customers of what is left of it are numbered then,
 * in the order in which they appear. Ids of dictionaries and integers are translated once, and numbers do the rest.
 */
export class CustomerCodes {
  readonly #table = new IdTable();
  #codes = new Int32Array(0);
  readonly #integers = new IntegerIndex();
  #codeOfInteger: Int32Array = new Int32Array(0);
  readonly #codesOfPlaces = new WeakMap<object, Int32Array>();

  /** Where all ids come from as long as that is one dictionary; `null` afterwards. */
  #only: OnlyDictionary | null = new OnlyDictionary();

  /** The customers by number. */
  get ids(): readonly CustomerId[] {
    return this.#table.ids;
  }

  /** The number of a customer, who gets one if he has none. */
  codeOf(id: CustomerId): number {
    this.#only = null;
    return this.#table.codeOf(id);
  }

  /** Looks up the customers of a column of ids. */
  lookUp(column: IdColumn, rows: number): LookedUp {
    if (isDictionary(column)) {
      const { codes, dictionary } = column;
      const known = this.#codesOf(dictionary);
      if (this.#only?.holds(dictionary, known, rows) === false) this.#only = null;
      return this.#lookUpPlaces(codes, dictionary, known, rows);
    }
    this.#only = null;
    if (isIntegers(column)) {
      const places = new Int32Array(rows);
      this.#integers.encode(column, places);
      const { values } = this.#integers;
      this.#codeOfInteger = lengthened(this.#codeOfInteger, values.length);
      return this.#lookUpPlaces(places, values, this.#codeOfInteger, rows);
    }
    return this.#lookUpList(column, rows);
  }

  #lookUpList(column: ArrayLike<unknown>, rows: number): LookedUp {
    const codes = this.#room(rows);
    for (let i = 0; i < rows; i++) codes[i] = this.#table.find(column[i]);
    const settle = (lines: Int32Array, rowOf: Int32Array | null): void => {
      for (let i = 0; i < lines.length; i++) {
        if (lines[i] === NO_CODE)
          lines[i] = this.codeOf(column[rowOf === null ? i : (rowOf[i] as number)] as CustomerId);
      }
    };
    return { codes, settle };
  }

  #lookUpPlaces(
    places: Int32Array,
    entries: ArrayLike<CustomerId>,
    known: Int32Array,
    rows: number,
  ): LookedUp {
    const codes = this.#room(rows);
    const size = entries.length;
    const isOnly = this.#only !== null;
    let fresh = 0;
    for (let i = 0; i < rows; i++) {
      const place = places[i] as number;
      let code = place >= 0 && place < size ? (known[place] as number) : placeFault(place);
      if (code === DISTINCT && isOnly) {
        code = NO_CODE;
        fresh += 1;
      } else if (code === DISTINCT || (code === UNKNOWN && place >= 0)) {
        code = idFault(entries[place]) || NO_CODE;
        fresh += 1;
      }
      codes[i] = code;
    }
    const settle = (lines: Int32Array, rowOf: Int32Array | null): void => {
      if (fresh === 0) return;
      for (let i = 0; i < lines.length; i++) {
        if (lines[i] !== NO_CODE) continue;
        const place = places[rowOf === null ? i : (rowOf[i] as number)] as number;
        if ((known[place] as number) < 0) known[place] = this.#numberPlace(place, entries);
        lines[i] = known[place] as number;
      }
    };
    return { codes, settle };
  }

  /** The number of the customer at a place of which nothing was known but that an id stands there. */
  #numberPlace(place: number, entries: ArrayLike<CustomerId>): number {
    const id = entries[place] as CustomerId;
    const checked = this.#only === null ? null : this.#only.entries;
    if (checked === null) return this.#table.codeOf(id);
    // `===` would first read from both texts what they are, all over the memory.
    if (Object.is(checked[place], id)) return this.#table.push(id);
    // Somebody has filled the list anew.
    this.#only = null;
    return this.#table.codeOf(idFault(id) === 0 ? id : (checked[place] as CustomerId));
  }

  /** Room for the codes of a batch: the same for each batch, or memory would fill with what nobody needs any more. */
  #room(rows: number): Int32Array {
    if (this.#codes.length < rows) this.#codes = new Int32Array(rows);
    return this.#codes.subarray(0, rows);
  }

  /** For each place of a dictionary the number of its customer, as far as known; a dictionary may have grown since the last batch. */
  #codesOf(dictionary: DictionaryColumn["dictionary"]): Int32Array {
    let known = this.#codesOfPlaces.get(dictionary);
    if (known === undefined || this.#hasChanged(dictionary, known)) {
      if (known !== undefined) this.#only = null;
      known = new Int32Array(0);
    }
    known = lengthened(known, dictionary.length);
    this.#codesOfPlaces.set(dictionary, known);
    return known;
  }

  /** A list that somebody filled anew is another dictionary. */
  #hasChanged(dictionary: DictionaryColumn["dictionary"], known: Int32Array): boolean {
    const size = Math.min(known.length, dictionary.length);
    for (let k = 0; k < SAMPLE; k++) {
      const place = Math.floor((k * size) / SAMPLE);
      const code = known[place] ?? UNKNOWN;
      if (code >= 0 && this.ids[code] !== dictionary[place]) return true;
    }
    return false;
  }
}

function placeFault(place: number): number {
  return place < 0 ? MISSING_ID : INVALID_ID;
}

/** Room for so many places, unknown where they are new; grows by doubling. */
function lengthened(known: Int32Array, places: number): Int32Array {
  if (places <= known.length) return known;
  const longer = new Int32Array(known.length === 0 ? places : Math.max(places, 2 * known.length));
  longer.set(known);
  longer.fill(UNKNOWN, known.length);
  return longer;
}
