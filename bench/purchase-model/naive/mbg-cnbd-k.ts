import type { History } from "../bases.ts";
import { logAddExp, logBeta, logGamma } from "./log-gamma.ts";

/** The MBG/CNBD-k likelihood for a given k, customer by customer: Reutterer, Platzer & Schröder (2021). */
export function mbgCnbdKLogLikelihood(
  k: number,
  logParameters: readonly number[],
  customers: readonly History[],
): number {
  const [r = 1, alpha = 1, a = 1, b = 1] = logParameters.map(Math.exp);
  let sum = 0;
  for (const { frequency: x, recency, T, sumLogIntervals = 0 } of customers) {
    const shape = r + k * x;
    const timing = (k - 1) * sumLogIntervals - x * logGamma(k);
    const purchases = logGamma(shape) - logGamma(r) + r * Math.log(alpha);
    let term = 1;
    let silence = 1;
    for (let j = 1; j < k; j++) {
      term *= ((shape + j - 1) / j) * ((T - recency) / (alpha + T));
      silence += term;
    }
    const alive = logBeta(a, b + x + 1) + Math.log(silence) - shape * Math.log(alpha + T);
    const left = logBeta(a + 1, b + x) - shape * Math.log(alpha + recency);
    sum += timing + purchases - logBeta(a, b) + logAddExp(alive, left);
  }
  return sum;
}
