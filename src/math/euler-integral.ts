import { integrateRealLine } from "./integrate-real-line.ts";
import { logistic, softplus } from "./log-odds.ts";
import { positiveRoot } from "./positive-root.ts";

/**
 * log of ∫₀¹ t^(p−1) (1−t)^(r−1) (1 − (1−ε)t)^(−q) dt for p, r, ε > 0: Euler's integral for ₂F₁(q, p; p+r; 1−ε), which is this ÷ B(p, r)
 * (DLMF 15.6.1).
 *
 * Over the log odds of t, in which the integrand is positive, has one peak and falls exponentially on both sides.
 */
export function logEulerIntegral(p: number, r: number, q: number, epsilon: number): number {
  const log = (y: number): number => -p * softplus(-y) - r * softplus(y) - q * logFactor(y, epsilon);
  const peak = Math.log(positiveRoot(r * epsilon, p * epsilon - r + q * (1 - epsilon), p));
  const curvature = (p + r - q) * steepness(peak) + q * steepness(peak + Math.log(epsilon));
  const highest = log(peak);
  // Wide enough for the tails, which fall as e^(−p|y|) and e^(−r|y|).
  const width = Math.max(1 / Math.sqrt(Math.max(1, curvature)), 1 / (2000 * Math.min(p, r)));
  return highest + Math.log(integrateRealLine((y) => Math.exp(log(y) - highest), peak, width));
}

/** log(1 − (1−ε)t) = log((1 + εeʸ) ÷ (1 + eʸ)) for t of log odds y; far out it does not grow with y, as the two logs would. */
function logFactor(y: number, epsilon: number): number {
  if (y < 0) {
    const odds = Math.exp(y);
    return Math.log1p(epsilon * odds) - Math.log1p(odds);
  }
  const odds = Math.exp(-y);
  return Math.log((odds + epsilon) / (odds + 1));
}

/** The derivative of the logistic function. */
function steepness(y: number): number {
  return logistic(y) * logistic(-y);
}
