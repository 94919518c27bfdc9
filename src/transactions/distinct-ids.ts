import type { CustomerId } from "../rows/customer-id.ts";
import { idFault } from "../rows/id-index.ts";

/** Texts of this many characters or fewer are packed into two integers. */
const LONGEST = 8;

/** Ids of a part, about: its table fits into the cache. */
const PART = 2048;

/** Whether no id stands twice in a list, nor −0, which is 0; what is no id is passed over. */
export function areDistinct(list: readonly unknown[]): boolean {
  const keys = new Int32Array(2 * list.length);
  const others = new Set<CustomerId>();
  let packed = 0;
  let unpacked = 0;
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    if (typeof value === "string" && value.length > 0 && packText(value, keys, 2 * packed)) packed += 1;
    else if (Object.is(value, -0)) return false;
    else if (idFault(value) === 0) {
      others.add(value as CustomerId);
      unpacked += 1;
    }
  }
  return others.size === unpacked && distinctKeys(keys, packed);
}

/** Writes a text of 1 to 8 characters from U+0001 to U+00FF as two integers that no other text has; whether it is one. */
function packText(text: string, keys: Int32Array, at: number): boolean {
  if (text.length > LONGEST) return false;
  let low = 0;
  let high = 0;
  for (let k = 0; k < text.length; k++) {
    const character = text.charCodeAt(k);
    if (character === 0 || character > 255) return false;
    if (k < 4) low = (low << 8) | character;
    else high = (high << 8) | character;
  }
  keys[at] = low;
  keys[at + 1] = high;
  return true;
}

/** Lays the keys out by their hash into parts, since a table of all would be far larger than the cache. */
function distinctKeys(keys: Int32Array, size: number): boolean {
  const bits = Math.max(1, Math.ceil(Math.log2(size / PART)));
  const starts = new Int32Array((1 << bits) + 1);
  for (let i = 0; i < size; i++) {
    const part = (hash(keys[2 * i] as number, keys[2 * i + 1] as number) >>> (32 - bits)) + 1;
    starts[part] = (starts[part] as number) + 1;
  }
  for (let p = 1; p < starts.length; p++) starts[p] = (starts[p] as number) + (starts[p - 1] as number);
  const next = starts.slice();
  const laid = new Int32Array(2 * size);
  for (let i = 0; i < size; i++) {
    const low = keys[2 * i] as number;
    const high = keys[2 * i + 1] as number;
    const part = hash(low, high) >>> (32 - bits);
    const at = next[part] as number;
    next[part] = at + 1;
    laid[2 * at] = low;
    laid[2 * at + 1] = high;
  }
  for (let p = 0; p + 1 < starts.length; p++) {
    if (!distinctPart(laid.subarray(2 * (starts[p] as number), 2 * (starts[p + 1] as number)))) return false;
  }
  return true;
}

function distinctPart(keys: Int32Array): boolean {
  // No text is packed as 0, so 0 is an empty place.
  const table = new Int32Array(4 * 2 ** Math.ceil(Math.log2(keys.length / 2 + 1)));
  const mask = table.length - 2;
  for (let i = 0; i < keys.length; i += 2) {
    const low = keys[i] as number;
    const high = keys[i + 1] as number;
    let place = (hash(low, high) << 1) & mask;
    while (table[place] !== 0) {
      if (table[place] === low && table[place + 1] === high) return false;
      place = (place + 2) & mask;
    }
    table[place] = low;
    table[place + 1] = high;
  }
  return true;
}

function hash(low: number, high: number): number {
  let h = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
