import { hypergeometric } from "../purchase-model/naive/hypergeometric.ts";
import type { NaiveCustomer } from "./naive.ts";
import { PURCHASES } from "./scores.ts";

const { r, alpha, a, b } = PURCHASES["bg-nbd"].parameters;

/** Fader, Hardie & Lee (2005), equation 10: one hypergeometric series per horizon. */
export function naiveBgNbd(x: number, recency: number, T: number): NaiveCustomer {
  const odds = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + T) / (alpha + recency)) ** (r + x);
  const alive = 1 / (1 + odds);
  return {
    alive,
    expected: (t) => {
      const series = hypergeometric(r + x, b + x, a + b + x - 1, t / (alpha + T + t));
      const left = ((alpha + T) / (alpha + T + t)) ** (r + x) * series;
      return ((a + b + x - 1) / (a - 1)) * (1 - left) * alive;
    },
  };
}
