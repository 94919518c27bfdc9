import { logRisingFactorial } from "../math/log-gamma.ts";
import { softplus } from "../math/log-odds.ts";
import { logStaying } from "./beta-dropout.ts";
import {
  countProbability,
  discountedPurchases,
  type LivingCustomer,
  simulateLife,
  simulatePurchases,
  tailProbability,
} from "./beta-geometric-outlook.ts";
import {
  type BetaGeometricParameters,
  betaGeometricPredictions,
  livingCustomer,
} from "./beta-geometric-predictions.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";

/**
 * The formulas of BG/NBD (`early` = 0) and MBG/NBD (`early` = 1), which differ in one thing: `early` is the number of chances to leave before
 * the first repeat purchase.
 */
export function betaGeometricKernel(early: 0 | 1): PurchaseKernel<BetaGeometricParameters> {
  const predictions = betaGeometricPredictions(early);
  const living = (parameters: BetaGeometricParameters, x: number, T: number): LivingCustomer =>
    livingCustomer(parameters, early, x, T);
  return {
    ...predictions,

    /** Fader, Hardie & Lee (2005), equation 6, in the form of Fader & Hardie's note 027: no term can overflow. */
    logLikelihood(parameters, x, tx, T) {
      const { r, alpha, a, b } = parameters;
      const silence = -r * Math.log1p(T / alpha);
      // So near one that only its distance from one has digits.
      if (x === 0) return early === 0 ? silence : Math.log1p((b / (a + b)) * Math.expm1(silence));
      const arrivals = logRisingFactorial(r, x) + silence - x * Math.log(alpha + T);
      return arrivals + logStaying(a, b, x + early) + softplus(predictions.logOddsDead(parameters, x, tx, T));
    },

    discountedPurchasesIfAlive: (parameters, x, _tx, T, rate) =>
      discountedPurchases(living(parameters, x, T), rate),
    countProbabilityIfAlive: (parameters, x, _tx, T, t, n) =>
      countProbability(living(parameters, x, T), t, n),
    tailProbabilityIfAlive: (parameters, x, _tx, T, t, n) => tailProbability(living(parameters, x, T), t, n),

    simulateHistory({ r, alpha, a, b }, random, T) {
      const rate = random.gamma(r, alpha);
      const dropout = random.beta(a, b);
      if (early === 1 && random.uniform() <= dropout) return { frequency: 0, recency: 0 };
      return simulateLife(random, rate, dropout, T);
    },

    simulatePurchasesIfAlive: (parameters, random, x, _tx, T, t) =>
      simulatePurchases(living(parameters, x, T), random, t),
  };
}
