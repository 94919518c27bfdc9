import type { CustomerId } from "../rows/customer-id.ts";
import { idFault } from "../rows/id-index.ts";

/** Texts of this many characters or fewer are packed into two integers. */
const LONGEST = 8;

/** What kind of id a place of the table holds. */
const TEXT = 0;
const INTEGER = 1;

/** What `find` says of an id that has no number yet. */
export const NO_CODE: number = 2 ** 31 - 1;

/**
 * Gives ids running numbers in the order in which they first appear, and can look one up without giving it a number.
 *
 * Short texts (1 to 8 characters from U+0001 to U+00FF) and integers of 32 bits stand in a table of integers, exactly; all else goes to a
 * `Map`. With millions of customers that spares most of the time, and the collector of garbage has nothing to look through.
 */
export class IdTable {
  readonly ids: CustomerId[] = [];
  // Of each place: both halves of the id, its code + 1 (0 is an empty place), its kind.
  #table: Int32Array = new Int32Array(1 << 12);
  #filled = 0;
  /** How many of the ids stand in the table or the map. */
  #known = 0;
  readonly #others = new Map<CustomerId, number>();

  /** The number of an id; `NO_CODE` if it has none yet, below 0 if the value is no id. */
  find(value: unknown): number {
    return this.#codeOf(value, false);
  }

  /** The number of an id, which gets the next one if it has none. */
  codeOf(id: CustomerId): number {
    return this.#codeOf(id, true);
  }

  /** Gives the next number to an id (not −0) of which it is known that it has none; the table takes it in when it is asked again. */
  push(id: CustomerId): number {
    return this.ids.push(id) - 1;
  }

  #takeIn(): void {
    for (const id of this.ids.splice(this.#known)) this.#codeOf(id, true);
  }

  #codeOf(value: unknown, adds: boolean): number {
    if (this.#known < this.ids.length) this.#takeIn();
    let low = 0;
    let high = 0;
    let kind = TEXT;
    if (typeof value === "string" && value.length <= LONGEST && value.length > 0) {
      for (let k = 0; k < value.length; k++) {
        const character = value.charCodeAt(k);
        if (character === 0 || character > 255) return this.#codeOfOther(value, adds);
        if (k < 4) low = (low << 8) | character;
        else high = (high << 8) | character;
      }
    } else if (typeof value === "number" && (value | 0) === value) {
      low = value | 0;
      kind = INTEGER;
    } else return this.#codeOfOther(value, adds);
    const table = this.#table;
    const mask = table.length - 4;
    let place = (hash(low, high) << 2) & mask;
    let code = table[place + 2] as number;
    while (code !== 0 && (table[place] !== low || table[place + 1] !== high || table[place + 3] !== kind)) {
      place = (place + 4) & mask;
      code = table[place + 2] as number;
    }
    if (code !== 0) return code - 1;
    if (!adds) return NO_CODE;
    // An integer that was −0 is 0.
    code = this.ids.push(kind === INTEGER ? low : (value as string));
    table[place] = low;
    table[place + 1] = high;
    table[place + 2] = code;
    table[place + 3] = kind;
    this.#filled += 1;
    this.#known += 1;
    if (this.#filled * 6 > table.length) this.#grow();
    return code - 1;
  }

  #codeOfOther(value: unknown, adds: boolean): number {
    const known = this.#others.get(value as CustomerId);
    if (known !== undefined) return known;
    const fault = idFault(value);
    if (fault !== 0 || !adds) return fault === 0 ? NO_CODE : fault;
    const code = this.ids.push(value as CustomerId) - 1;
    this.#known += 1;
    this.#others.set(value as CustomerId, code);
    return code;
  }

  #grow(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    const mask = table.length - 4;
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 2] === 0) continue;
      let place = (hash(old[from] as number, old[from + 1] as number) << 2) & mask;
      while (table[place + 2] !== 0) place = (place + 4) & mask;
      for (let k = 0; k < 4; k++) table[place + k] = old[from + k] as number;
    }
    this.#table = table;
  }
}

function hash(low: number, high: number): number {
  let h = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
