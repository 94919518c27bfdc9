import type { CivilDay } from "../time/civil-day.ts";
import { BLOCK_BITS, BLOCK_SIZE, IN_BLOCK } from "./reducer-block.ts";
import { BLOCK, type PurchaseDays, ReducerStrays, strayCustomer, strayDay } from "./reducer-strays.ts";

/** A window of this many words (11 years) is kept whatever days it holds. */
const MODEST = 128;

/** What a stray costs, in words of a window. */
const WORDS_PER_STRAY = 10;

/**
 * On which days each customer has bought: one bit per day of a window, which grows with the days seen.
 *
 * A few days far from all others, such as a mistyped year, must not widen the window for everybody: they are kept one by one, until they
 * are so many that a wider window costs less.
 */
export class ReducerDays {
  base: CivilDay = 0;
  words = 0;
  /** For each block of customers its customers' words. */
  readonly bits: Int32Array[] = [];
  /** Customers there is room for. */
  #capacity = 0;
  readonly #strays = new ReducerStrays();

  /** Makes room for customers of a block. */
  reserveBlock(block: number, customers: number): void {
    this.#capacity = Math.max(this.#capacity, block * BLOCK_SIZE + customers);
    const old = this.bits[block];
    const words = this.words;
    if (old !== undefined && old.length >= customers * words) return;
    const bits = new Int32Array(customers * words);
    if (old !== undefined) bits.set(old);
    this.bits[block] = bits;
  }

  /** Makes room for days from `first` to `last` if that is not dear; `days` are those to come. */
  reserve(days: Int32Array, first: CivilDay, last: CivilDay, latest: CivilDay): void {
    if (first <= last) this.#widen(days, first, last, latest);
    for (const [block, strays] of this.#strays.blocks) {
      const from = Math.min(this.base, block * BLOCK);
      const words = (Math.max(this.base + 32 * this.words, (block + 1) * BLOCK) - from) / 32;
      if (strays * WORDS_PER_STRAY >= (words - this.words) * this.#capacity) this.#lay(from, words);
    }
  }

  /** Notes a purchase beyond the window; whether the day is new. */
  addStray(customer: number, day: CivilDay): boolean {
    return this.#strays.add(customer, day);
  }

  /** Adds the days of other customers, who are `codeOf` here; `onNew` is told how many days of a customer are new. */
  merge(other: PurchaseDays, codeOf: Int32Array, onNew: (customer: number, days: number) => void): void {
    for (let c = 0; c < codeOf.length; c++) {
      const customer = codeOf[c] as number;
      for (let w = 0; w < other.words; w++) {
        const word = other.bits[c * other.words + w] as number;
        if (word !== 0) onNew(customer, this.#addWord(customer, other.base + 32 * w, word));
      }
    }
    for (const key of other.strays) {
      const day = strayDay(key);
      const customer = codeOf[strayCustomer(key)] as number;
      const place = Math.floor((day - this.base) / 32);
      const inside = place >= 0 && place < this.words;
      const first = day - (day & 31);
      const isNew = inside
        ? this.#addWord(customer, first, 1 << (day & 31))
        : Number(this.addStray(customer, day));
      onNew(customer, isNew);
    }
  }

  /** The days as plain data of their own. */
  contents(customers: number): PurchaseDays {
    const { base, words } = this;
    const bits = new Int32Array(customers * words);
    for (const [b, block] of this.bits.entries()) {
      const from = b * BLOCK_SIZE * words;
      bits.set(block.subarray(0, Math.max(0, bits.length - from)), from);
    }
    return { base, words, bits, strays: Float64Array.from(this.#strays.keys) };
  }

  /** Σ of the natural logarithms of the days between successive purchase days, of each customer. */
  sumLogs(customers: number): Float64Array {
    const strays = this.#strays.byCustomer();
    const sums = new Float64Array(customers);
    for (let c = 0; c < customers; c++) sums[c] = sumLogGaps(this.#daysOf(c, strays.get(c)));
    return sums;
  }

  #daysOf(customer: number, strays: readonly CivilDay[] = []): readonly CivilDay[] {
    const days: CivilDay[] = [];
    const bits = this.bits[customer >> BLOCK_BITS] as Int32Array;
    for (let w = 0; w < this.words; w++) {
      let word = bits[(customer & IN_BLOCK) * this.words + w] as number;
      while (word !== 0) {
        days.push(this.base + 32 * w + 31 - Math.clz32(word & -word));
        word &= word - 1;
      }
    }
    return strays.length === 0 ? days : [...days, ...strays].sort((one, other) => one - other);
  }

  #widen(days: Int32Array, first: CivilDay, last: CivilDay, latest: CivilDay): void {
    const end = this.base + 32 * this.words;
    if (this.words > 0 && first >= this.base && last < end) return;
    const from = Math.min(first - (first & 31), this.words === 0 ? first : this.base);
    const to = Math.max(last + 1, this.words === 0 ? last + 1 : end);
    const words = Math.ceil((to - from) / 32);
    if (words > MODEST) {
      if (this.words === 0) this.#settle(days, first, last);
      return;
    }
    // Days mostly come in their order: room for half as many again on the side where they come, or each month would lay all anew.
    const spare = this.words === 0 ? 0 : Math.min(this.words >> 1, MODEST - words);
    if (from < this.base) this.#lay(from - 32 * spare, words + spare);
    else this.#lay(from, Math.max(words, Math.min(words + spare, Math.ceil((latest + 1 - from) / 32))));
  }

  /** The first window, where days lie far apart: around the one in the middle. */
  #settle(days: Int32Array, first: CivilDay, last: CivilDay): void {
    const middle = Int32Array.from(days).sort()[days.length >> 1] as number;
    const around = Math.max(first, Math.min(last, middle));
    const from = Math.max(first, around - 16 * MODEST);
    const to = Math.min(last, around + 16 * MODEST - 32);
    this.#lay(from - (from & 31), Math.ceil((to + 1 - (from - (from & 31))) / 32));
  }

  /** Lays the bits out anew, and takes in the strays that have come to lie in the window. */
  #lay(base: CivilDay, words: number): void {
    const shift = (this.base - base) / 32;
    for (const [b, old] of this.bits.entries()) {
      const customers = Math.min(BLOCK_SIZE, this.#capacity - b * BLOCK_SIZE);
      const bits = new Int32Array(customers * words);
      for (let c = 0; c < customers; c++) {
        for (let w = 0; w < this.words; w++) bits[c * words + shift + w] = old[c * this.words + w] as number;
      }
      this.bits[b] = bits;
    }
    this.base = base;
    this.words = words;
    this.#strays.take(base, base + 32 * words - 1, (customer, day) =>
      this.#addWord(customer, day - (day & 31), 1 << (day & 31)),
    );
  }

  /** Adds 32 days from `first` on, and says how many are new. */
  #addWord(customer: number, first: CivilDay, word: number): number {
    const place = (first - this.base) / 32;
    if (place >= 0 && place < this.words) {
      const bits = this.bits[customer >> BLOCK_BITS] as Int32Array;
      const at = (customer & IN_BLOCK) * this.words + place;
      const known = bits[at] as number;
      bits[at] = known | word;
      return bitCount(word & ~known);
    }
    let added = 0;
    for (let left = word; left !== 0; left &= left - 1) {
      if (this.addStray(customer, first + 31 - Math.clz32(left & -left))) added += 1;
    }
    return added;
  }
}

function sumLogGaps(days: readonly CivilDay[]): number {
  let sum = 0;
  for (let i = 1; i < days.length; i++) sum += Math.log((days[i] as number) - (days[i - 1] as number));
  return sum;
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
