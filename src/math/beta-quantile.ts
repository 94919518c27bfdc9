import { regularizedBeta } from "./incomplete-beta.ts";
import { logBeta } from "./log-beta.ts";

/** A point between 0 and 1 and its distance from 1, both in full relative precision. */
export interface UnitPoint {
  readonly x: number;
  /** 1 − x */
  readonly y: number;
}

/**
 * The inverse of the regularised incomplete beta function: where θ ~ Beta(a, b) lies below with probability `lower`.
 *
 * Newton's method for the log of the smaller tail in t = log(x ÷ y). The density of t is log-concave, and so is its distribution function:
 * after the first step the search climbs to the root from one side and cannot miss it. What is below 1e-308 is 0.
 *
 * @param lower The probability of θ ≤ x.
 * @param upper 1 − `lower`, given since a rounded probability close to 1 would not tell it.
 */
export function betaQuantile(lower: number, upper: number, a: number, b: number): UnitPoint {
  if (lower <= upper) return atLogit(logitOfTail(lower, a, b));
  const { x, y } = atLogit(logitOfTail(upper, b, a));
  return { x: y, y: x };
}

function logitOfTail(probability: number, a: number, b: number): number {
  const wanted = Math.log(probability);
  const logConstant = logBeta(a, b);
  let t = Math.log(a / b);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { x, y } = atLogit(t);
    if (x === 0) return t;
    const { logLower } = regularizedBeta(x, y, a, b);
    const slope = Math.exp(a * logOf(x, y) + b * logOf(y, x) - logConstant - logLower);
    const next = t - (logLower - wanted) / slope;
    // From the second point on the way is up, until rounding turns it.
    if (step > 0 && next <= t) return t;
    if (Math.abs(next - t) <= 1e-16 * Math.abs(t)) return next;
    t = next;
  }
  return t;
}

const MAX_STEPS = 200;

function atLogit(t: number): UnitPoint {
  return { x: 1 / (1 + Math.exp(-t)), y: 1 / (1 + Math.exp(t)) };
}

function logOf(x: number, complement: number): number {
  return x < 0.5 ? Math.log(x) : Math.log1p(-complement);
}
