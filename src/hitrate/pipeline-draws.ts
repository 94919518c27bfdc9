import type { Interval } from "../statistics/confidence.ts";

/** What some offers may bring together: draws of their sums, draw by draw for each horizon. */
export interface SumDraws {
  /** Wins and their value up to each horizon, at `horizon × draws + draw`. */
  readonly wins: Float64Array;
  readonly values: Float64Array;
  /** Wins and their value since the horizon before. */
  readonly winsBetween: Float64Array;
  readonly valuesBetween: Float64Array;
}

/** How often the sums are drawn; the limits of a 95 % interval then err by about 6 % of a standard deviation. */
export const DRAWS = 2000;

/** Between which limits the middle draws lie; stretched to what is expected, should a rare great win alone make that up. */
export function drawnInterval(draws: Float64Array, level: number, expected: number): Interval {
  const ascending = draws.slice().sort();
  const limit = (share: number): number =>
    ascending[Math.max(0, Math.min(draws.length, Math.ceil(share * draws.length)) - 1)] as number;
  const tail = (1 - level) / 2;
  return { lower: Math.min(expected, limit(tail)), upper: Math.max(expected, limit(1 - tail)) };
}
