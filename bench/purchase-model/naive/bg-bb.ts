import type { History } from "../bases.ts";
import { logBeta } from "./log-gamma.ts";

/** The BG/BB likelihood cell by cell with a sum over the opportunities to leave: Fader, Hardie & Shang (2010), equation 5. */
export function bgBbLogLikelihood(logParameters: readonly number[], customers: readonly History[]): number {
  const [alpha = 1, beta = 1, gamma = 1, delta = 1] = logParameters.map(Math.exp);
  const base = logBeta(alpha, beta) + logBeta(gamma, delta);
  let sum = 0;
  for (const { frequency: x, recency, T, weight = 1 } of customers) {
    let likelihood = Math.exp(logBeta(alpha + x, beta + T - x) + logBeta(gamma, delta + T) - base);
    for (let last = recency; last < T; last++) {
      likelihood += Math.exp(logBeta(alpha + x, beta + last - x) + logBeta(gamma + 1, delta + last) - base);
    }
    sum += weight * Math.log(likelihood);
  }
  return sum;
}
