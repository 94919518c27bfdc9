import { idFault } from "../rows/id-index.ts";
import { areDistinct } from "./distinct-ids.ts";

/** A place of which nothing is known. */
export const UNKNOWN = -1;

/** A place whose id is sound and stands at no other place; its customer is not known yet. */
export const DISTINCT = -4;

/** A dictionary is searched for ids that stand twice when it has at most so many times the entries of the rows that came with it. */
const ENTRIES_PER_ROW = 16;

/**
 * The one dictionary that all ids of a stream come from, as long as that is so.
 *
 * If no id stands twice in it, its places tell customers apart, and none of the ids must be looked for in a table: looked through once in
 * its own order, that is much cheaper than id by id as customers appear, all over the memory.
 */
export class OnlyDictionary {
  /** The ids when they were checked: the dictionary is the caller's, who may fill it anew. */
  entries: readonly unknown[] | null = null;
  #dictionary: readonly unknown[] | null = null;
  #rows = 0;

  /** Whether the dictionary of some more rows still is the only one, and has no id twice as far as is known; `known` gets its marks. */
  holds(dictionary: readonly unknown[], known: Int32Array, rows: number): boolean {
    this.#dictionary ??= dictionary;
    if (dictionary !== this.#dictionary) return false;
    if (this.entries !== null) return dictionary.length === this.entries.length;
    this.#rows += rows;
    if (dictionary.length > ENTRIES_PER_ROW * this.#rows) return true;
    if (!areDistinct(dictionary)) return false;
    this.entries = dictionary.slice();
    for (let place = 0; place < dictionary.length; place++) {
      if (known[place] === UNKNOWN && idFault(dictionary[place]) === 0) known[place] = DISTINCT;
    }
    return true;
  }
}
