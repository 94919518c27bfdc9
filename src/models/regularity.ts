import { trigamma } from "../math/polygamma.ts";
import { digammaDifference } from "../math/polygamma-difference.ts";
import type { IntervalSpread } from "./interval-spreads.ts";
import { notEnoughData } from "./not-enough-data.ts";

/** The shape k of the times between purchases, and how sure it is. */
export interface Regularity {
  readonly regularity: number;
  readonly standardError: number | null;
  readonly customers: number;
  readonly intervals: number;
}

/**
 * The k with the highest likelihood of the shares of each customer's time, given that they add up to one: symmetric Dirichlet(k).
 *
 * With n intervals the slope of the likelihood is n (ψ(nk) − ψ(k) − ln n) − unevenness, so that a number of each n and one sum suffice.
 */
export function regularityByLikelihood(spreads: readonly IntervalSpread[]): Regularity {
  const customersWith = new Map<number, number>();
  let unevenness = 0;
  let customers = 0;
  let intervals = 0;
  for (const { intervals: n, unevenness: own, weight } of spreads) {
    customersWith.set(n, (customersWith.get(n) ?? 0) + weight);
    unevenness += weight * own;
    customers += weight;
    intervals += weight * n;
  }
  if (unevenness <= LEAST_UNEVENNESS * intervals) throw tooRegular();
  const counts = [...customersWith];
  // From here both sides fall nearly as 1 ÷ k, so that Newton's method in logarithms needs a few steps from anywhere.
  let k = (intervals - customers) / (2 * unevenness);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { excess, information } = slopes(counts, k);
    const change = (Math.log(excess / unevenness) * excess) / (k * information);
    k *= Math.exp(change);
    if (Math.abs(change) < 1e-15) break;
  }
  const standardError = 1 / Math.sqrt(slopes(counts, k).information);
  return { regularity: k, standardError, customers, intervals };
}

/** Below it, k would lie in the millions: the intervals are equal but for rounding. */
const LEAST_UNEVENNESS = 1e-7;
const MOST_STEPS = 50;

/** Σ n (ψ(nk) − ψ(k) − ln n), which the unevenness has to match, and minus its derivative: the information about k. */
function slopes(
  customersWith: readonly (readonly [number, number])[],
  k: number,
): { readonly excess: number; readonly information: number } {
  let excess = 0;
  let information = 0;
  for (const [n, customers] of customersWith) {
    excess += customers * n * (digammaDifference(k, (n - 1) * k) - Math.log(n));
    information += customers * n * (trigamma(k) - n * trigamma(n * k));
  }
  return { excess, information };
}

/** Wheat & Morrison's k: the share of one of two intervals is Beta(k, k), with variance 1 ÷ (4 (2k + 1)) about a mean of ½. */
export function regularityByPairs(shares: readonly number[]): Regularity {
  const customers = shares.length;
  const squares = shares.map((share) => (share - 0.5) ** 2);
  const variance = squares.reduce((sum, square) => sum + square, 0) / customers;
  if (variance <= LEAST_UNEVENNESS) throw tooRegular();
  const spread = squares.reduce((sum, square) => sum + (square - variance) ** 2, 0);
  // The slope of k in the variance, times the variance's own error.
  const error = Math.sqrt(spread / (customers - 1) / customers) / (8 * variance * variance);
  return {
    regularity: (1 - 4 * variance) / (8 * variance),
    standardError: customers > 1 ? error : null,
    customers,
    intervals: 2 * customers,
  };
}

function tooRegular(): Error {
  return notEnoughData(
    "The customers buy at equal intervals all but exactly, so that no regularity is too high: there is nothing to estimate.",
  );
}
