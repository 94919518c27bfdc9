import type { Spending } from "../bases.ts";
import { logGamma } from "./log-gamma.ts";

/** The Gamma-Gamma likelihood customer by customer: Fader & Hardie (2013), note 025, equation 1a. */
export function gammaGammaLogLikelihood(
  logParameters: readonly number[],
  customers: readonly Spending[],
): number {
  const [p = 1, q = 1, gamma = 1] = logParameters.map(Math.exp);
  let sum = 0;
  for (const { frequency: x, monetaryValue: m } of customers) {
    if (x === 0 || m === 0) continue;
    sum +=
      logGamma(p * x + q) -
      logGamma(p * x) -
      logGamma(q) +
      q * Math.log(gamma) +
      (p * x - 1) * Math.log(m) +
      p * x * Math.log(x) -
      (p * x + q) * Math.log(gamma + x * m);
  }
  return sum;
}
