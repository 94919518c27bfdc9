import type { Point } from "../chart.ts";

/** Customers left after year 0, 1, …, 12, of 1000 (Fader & Hardie 2007, "How to project customer retention", table 1). */
export const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394] as const;
export const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173] as const;

export const YEARS = 12;

/** The share of those there in each year who renewed at its end. */
export function retained(survivors: readonly number[]): Point[] {
  return survivors.slice(1).map((left, i) => [i + 1, left / (survivors[i] as number)] as const);
}
