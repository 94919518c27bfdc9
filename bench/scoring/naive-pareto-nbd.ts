import { logDeparture } from "../purchase-model/naive/pareto-nbd.ts";
import type { NaiveCustomer } from "./naive.ts";
import { PURCHASES } from "./scores.ts";

const { r, alpha, s, beta } = PURCHASES["pareto-nbd"].parameters;

/** Fader & Hardie (2005), note 009: two hypergeometric series for P(alive), a closed form for each horizon. */
export function naiveParetoNbd(x: number, recency: number, T: number): NaiveCustomer {
  const odds = Math.exp(
    logDeparture(r, alpha, s, beta, x, recency, T) + (r + x) * Math.log(alpha + T) + s * Math.log(beta + T),
  );
  const alive = 1 / (1 + (s / (r + s + x)) * odds);
  return {
    alive,
    expected: (t) =>
      (((r + x) * (beta + T)) / ((alpha + T) * (s - 1))) *
      (1 - ((beta + T) / (beta + T + t)) ** (s - 1)) *
      alive,
  };
}
