import type { CivilDay } from "../time/civil-day.ts";

/** The purchase days of customers, as plain data: bits of a window of days, and the days beyond it. */
export interface PurchaseDays {
  /** First day of the window; a multiple of 32. */
  readonly base: CivilDay;
  /** Words of 32 days per customer. */
  readonly words: number;
  /** Customer by customer the words of his window. */
  readonly bits: Int32Array;
  /** Customer and day of purchases beyond the window, each in one number. */
  readonly strays: Float64Array;
}

/** Purchases on days that lie far from all others, one by one. */
export class ReducerStrays {
  readonly keys: Set<number> = new Set();
  /** How many there are in each block of 1024 days. */
  readonly blocks: Map<number, number> = new Map();

  /** Notes a purchase; whether the day is new. */
  add(customer: number, day: CivilDay): boolean {
    const key = customer * DAYS + day + EPOCH;
    if (this.keys.has(key)) return false;
    this.keys.add(key);
    const block = Math.floor(day / BLOCK);
    this.blocks.set(block, (this.blocks.get(block) ?? 0) + 1);
    return true;
  }

  /** Hands over those from one day up to another. */
  take(first: CivilDay, last: CivilDay, receive: (customer: number, day: CivilDay) => void): void {
    for (const key of this.keys) {
      const day = strayDay(key);
      if (day < first || day > last) continue;
      this.keys.delete(key);
      const block = Math.floor(day / BLOCK);
      const left = (this.blocks.get(block) ?? 0) - 1;
      if (left > 0) this.blocks.set(block, left);
      else this.blocks.delete(block);
      receive(strayCustomer(key), day);
    }
  }

  /** The days of each customer who has any. */
  byCustomer(): ReadonlyMap<number, readonly CivilDay[]> {
    const days = new Map<number, CivilDay[]>();
    for (const key of this.keys) {
      const known = days.get(strayCustomer(key));
      if (known === undefined) days.set(strayCustomer(key), [strayDay(key)]);
      else known.push(strayDay(key));
    }
    return days;
  }
}

/** Days of a block. */
export const BLOCK = 1024;

/** Days from 0001-01-01 to 9999-12-31 become numbers from 0 below 2 ** 22. */
const EPOCH = 720_000;
const DAYS: number = 2 ** 22;

/** The customer of a stray. */
export function strayCustomer(key: number): number {
  return Math.floor(key / DAYS);
}

/** The day of a stray. */
export function strayDay(key: number): CivilDay {
  return (key % DAYS) - EPOCH;
}
