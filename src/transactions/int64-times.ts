import { MILLISECONDS_PER_DAY } from "../time/civil-day.ts";

/** What a time is counted in. */
export type TimeUnit = "second" | "millisecond" | "microsecond" | "nanosecond";

/** A day has `odd` · 2^`bits` units; a unit has `milliseconds` or goes `perMillisecond` times into one. */
interface TimeScale {
  readonly bits: number;
  readonly odd: number;
  readonly milliseconds: number;
  readonly perMillisecond: number;
}

const SCALES: Readonly<Record<TimeUnit, TimeScale>> = {
  second: { bits: 7, odd: 675, milliseconds: 1000, perMillisecond: 1 },
  millisecond: { bits: 10, odd: 84_375, milliseconds: 1, perMillisecond: 1 },
  microsecond: { bits: 13, odd: 10_546_875, milliseconds: 1, perMillisecond: 1000 },
  nanosecond: { bits: 16, odd: 1_318_359_375, milliseconds: 1, perMillisecond: 1_000_000 },
};

/** Far outside of the calendar, and the largest that an `Int32Array` holds. */
const FURTHEST_DAY = 2 ** 31 - 1;

/**
 * Writes the days on which times fall, from the halves of integers of 64 bits.
 *
 * Nanoseconds of our days have more digits than a number holds. The factors of 2 in the length of a day are shifted out of the integer first;
 * what is left fits, so that the last nanosecond of a day stays in it, and no bigint is made for a row.
 */
export function writeDays(halves: Int32Array, rows: number, unit: TimeUnit, days: Int32Array): void {
  const { bits, odd } = SCALES[unit];
  const high = 2 ** (32 - bits);
  for (let i = 0; i < rows; i++) {
    const wide = (halves[2 * i + 1] as number) * high + ((halves[2 * i] as number) >>> bits);
    days[i] = Math.max(-FURTHEST_DAY, Math.min(FURTHEST_DAY, Math.floor(wide / odd)));
  }
}

/** Writes times as whole milliseconds since 1970-01-01, rounded down. */
export function writeMilliseconds(
  halves: Int32Array,
  rows: number,
  unit: TimeUnit,
  instants: Float64Array,
): void {
  const { bits, odd, milliseconds, perMillisecond } = SCALES[unit];
  const high = 2 ** (32 - bits);
  const mask = 2 ** bits - 1;
  for (let i = 0; i < rows; i++) {
    const low = halves[2 * i] as number;
    const wide = (halves[2 * i + 1] as number) * high + (low >>> bits);
    const day = Math.floor(wide / odd);
    const ofDay = (wide - day * odd) * (mask + 1) + (low & mask);
    instants[i] = day * MILLISECONDS_PER_DAY + Math.floor((ofDay * milliseconds) / perMillisecond);
  }
}

/** The halves of integers of 64 bits, the low one first, whatever kind of array holds them. */
export function halvesOf(
  values: { readonly buffer: ArrayBufferLike; readonly byteOffset: number },
  rows: number,
): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, 2 * rows);
}
