import type { CustomerId } from "./customer-id.ts";
import { IdIndex } from "./id-index.ts";

/** Texts of this many characters or fewer are packed into two integers. */
const LONGEST = 8;

/**
 * Writes the codes of a list of ids, in order of first appearance, and returns the distinct ids.
 *
 * Short texts (1 to 8 characters from U+0001 to U+00FF) are looked up by their characters, packed into two integers, in a table of
 * integers: exact, and half the time of a `Map`, which must hash the text and compare it with the one it holds. All else goes to an `IdIndex`.
 * One loop with nothing but local state, since engines compile methods for one instance and throw them away with it.
 */
export function encodeList(values: ArrayLike<unknown>, codes: Int32Array): readonly CustomerId[] {
  const ids: CustomerId[] = [];
  const others = new IdIndex();
  const codeOfOther: number[] = [];
  // Of each place: both halves of the text, its code + 1 (0 is an empty place), nothing.
  let table = new Int32Array(1 << 12);
  let mask = table.length - 4;
  let packed = 0;
  for (let i = 0; i < codes.length; i++) {
    const value = values[i];
    if (typeof value === "string" && value.length <= LONGEST && value.length > 0) {
      const length = value.length;
      let low = 0;
      let high = 0;
      let sound = true;
      for (let k = 0; k < length; k++) {
        const character = value.charCodeAt(k);
        if (character === 0 || character > 255) sound = false;
        if (k < 4) low = (low << 8) | character;
        else high = (high << 8) | character;
      }
      if (sound) {
        let place = (hash(low, high) << 2) & mask;
        let code = table[place + 2] as number;
        while (code !== 0 && (table[place] !== low || table[place + 1] !== high)) {
          place = (place + 4) & mask;
          code = table[place + 2] as number;
        }
        if (code === 0) {
          code = ids.push(value);
          table[place] = low;
          table[place + 1] = high;
          table[place + 2] = code;
          packed += 1;
          if (packed * 6 > table.length) {
            table = enlarged(table);
            mask = table.length - 4;
          }
        }
        codes[i] = code - 1;
        continue;
      }
    }
    const other = others.codeOf(value);
    if (other === codeOfOther.length) codeOfOther.push(ids.push(others.ids[other] as CustomerId) - 1);
    codes[i] = other < 0 ? other : (codeOfOther[other] as number);
  }
  return ids;
}

function enlarged(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const table = new Int32Array(old.length * 2);
  const mask = table.length - 4;
  for (let from = 0; from < old.length; from += 4) {
    const code = old[from + 2] as number;
    if (code === 0) continue;
    const low = old[from] as number;
    const high = old[from + 1] as number;
    let place = (hash(low, high) << 2) & mask;
    while (table[place + 2] !== 0) place = (place + 4) & mask;
    table[place] = low;
    table[place + 1] = high;
    table[place + 2] = code;
  }
  return table;
}

function hash(low: number, high: number): number {
  let h = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
