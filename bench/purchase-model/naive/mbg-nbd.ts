import type { History } from "../bases.ts";
import { logAddExp, logGamma } from "./log-gamma.ts";

/** The MBG/NBD likelihood customer by customer: Batislam, Denizel & Filiztekin (2007); he may leave after the very first purchase. */
export function mbgNbdLogLikelihood(logParameters: readonly number[], customers: readonly History[]): number {
  const [r = 1, alpha = 1, a = 1, b = 1] = logParameters.map(Math.exp);
  let sum = 0;
  for (const { frequency: x, recency, T } of customers) {
    const purchases = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const dropout = logGamma(a + b) + logGamma(b + x + 1) - logGamma(b) - logGamma(a + b + x + 1);
    const alive = -(r + x) * Math.log(alpha + T);
    const left = Math.log(a) - Math.log(b + x) - (r + x) * Math.log(alpha + recency);
    sum += purchases + dropout + logAddExp(alive, left);
  }
  return sum;
}
