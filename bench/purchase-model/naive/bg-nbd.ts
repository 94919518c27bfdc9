import type { History } from "../bases.ts";
import { logAddExp, logGamma } from "./log-gamma.ts";

/** The BG/NBD likelihood customer by customer: Fader, Hardie & Lee (2005), equation 6. */
export function bgNbdLogLikelihood(logParameters: readonly number[], customers: readonly History[]): number {
  const [r = 1, alpha = 1, a = 1, b = 1] = logParameters.map(Math.exp);
  let sum = 0;
  for (const { frequency: x, recency, T } of customers) {
    const purchases = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const dropout = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
    const alive = -(r + x) * Math.log(alpha + T);
    if (x === 0) {
      sum += purchases + dropout + alive;
      continue;
    }
    const left = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + recency);
    sum += purchases + dropout + logAddExp(alive, left);
  }
  return sum;
}
