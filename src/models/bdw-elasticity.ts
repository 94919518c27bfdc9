import { integrateRealLine } from "../math/integrate-real-line.ts";
import { logBeta } from "../math/log-beta.ts";
import { logGamma } from "../math/log-gamma.ts";
import { softplus } from "../math/log-odds.ts";
import { sumToInfinity } from "../math/sum-to-infinity.ts";
import { type BdwParameters, clockBetween } from "./bdw.ts";

/**
 * The mean over BdW customers with n payments of the elasticity of their residual value to their own retention rates.
 *
 * Who has survived n − 1 renewals has θ ~ Beta(α, β + (n−1)^c). The integral runs over the log odds of θ.
 */
export function meanElasticity({ alpha, beta, c }: BdwParameters, payments: number, rate: number): number {
  const b = beta + (payments - 1) ** c;
  const logConstant = logBeta(alpha, b);
  const density = (y: number): number => {
    const logWeight = -alpha * softplus(-y) - b * softplus(y) - logConstant;
    if (logWeight < -745) return 0;
    return Math.exp(logWeight + logElasticity(softplus(y), softplusLog(y), c, payments, rate));
  };
  return integrateRealLine(density, Math.log(alpha / b), Math.sqrt(1 / alpha + 1 / b));
}

/** log(−log(1−θ)) for log odds y of θ, also where −log(1−θ) underflows. */
function softplusLog(y: number): number {
  return y < -40 ? y : Math.log(softplus(y));
}

/** Below this the sums would be as long as no number can tell, if nothing is discounted. */
const LONGEST_LOG = 200;

/**
 * log of the elasticity of one customer, whose renewal after period t has probability e^(−hazard · (t^c − (t−1)^c)).
 *
 * If all rates from period n on rise by a factor 1+ε, the payment of period t+1 rises by (1+ε)^(t−n+1); so the elasticity is the mean of
 * t − n + 1 over the discounted payments to come.
 */
function logElasticity(hazard: number, logHazard: number, c: number, n: number, rate: number): number {
  if (rate === 0 && -logHazard / c > LONGEST_LOG) {
    // The sums are integrals of t·e^(−hazard·t^c) and e^(−hazard·t^c).
    return logGamma(2 / c) - logGamma(1 / c) - logHazard / c;
  }
  const logPayment = (t: number, logT: number): number => {
    const discounted = rate === 0 ? 0 : rate * (t - n);
    // A hazard that underflows is none, however long the time.
    return -discounted - (hazard === 0 ? 0 : hazard * clockBetween(c, n, t, logT));
  };
  const payments = sumToInfinity(logPayment, n);
  const weighted = sumToInfinity((t, logT) => logPayment(t, logT) + Math.log(t - n + 1), n);
  return Math.log(weighted) - Math.log(payments);
}
