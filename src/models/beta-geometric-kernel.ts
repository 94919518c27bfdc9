import { logRisingFactorial } from "../math/log-gamma.ts";
import { softplus } from "../math/log-odds.ts";
import { logStaying } from "./beta-dropout.ts";
import {
  countProbability,
  discountedPurchases,
  type LivingCustomer,
  purchasesWithin,
  simulateLife,
  simulatePurchases,
  survivalFor,
  tailProbability,
} from "./beta-geometric-outlook.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";

interface BetaGeometricParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * The formulas of BG/NBD (`early` = 0) and MBG/NBD (`early` = 1), which differ in one thing: `early` is the number of chances to leave before
 * the first repeat purchase.
 */
export function betaGeometricKernel(early: 0 | 1): PurchaseKernel<BetaGeometricParameters> {
  return {
    discrete: false,
    recencyMatters: false,

    /** Fader, Hardie & Lee (2005), equation 6, in the form of Fader & Hardie's note 027: no term can overflow. */
    logLikelihood(parameters, x, tx, T) {
      const { r, alpha, a, b } = parameters;
      const silence = -r * Math.log1p(T / alpha);
      // So near one that only its distance from one has digits.
      if (x === 0) return early === 0 ? silence : Math.log1p((b / (a + b)) * Math.expm1(silence));
      const arrivals = logRisingFactorial(r, x) + silence - x * Math.log(alpha + T);
      return arrivals + logStaying(a, b, x + early) + softplus(logOddsDead(parameters, x, tx, T));
    },

    logOddsDead,

    expectedPurchasesIfAlive: (parameters, x, _tx, T, t) => purchasesWithin(living(parameters, x, T), t),
    discountedPurchasesIfAlive: (parameters, x, _tx, T, rate) =>
      discountedPurchases(living(parameters, x, T), rate),
    survivalIfAlive: (parameters, x, _tx, T, t) => survivalFor(living(parameters, x, T), t),
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

  /** What a history says about a customer who is alive at T: he has stayed x + early times. */
  function living({ r, alpha, a, b }: BetaGeometricParameters, x: number, T: number): LivingCustomer {
    return { shape: r + x, rate: alpha + T, a, b: b + x + early };
  }

  /** log of a ÷ (b+x+early−1) · ((α+T) ÷ (α+tx))^(r+x), note 021; −∞ for a customer who had no chance to leave yet. */
  function logOddsDead(
    { r, alpha, a, b }: BetaGeometricParameters,
    x: number,
    tx: number,
    T: number,
  ): number {
    if (x + early === 0) return Number.NEGATIVE_INFINITY;
    // b + (x − 1), not b + x − 1: the difference must not swallow a small b.
    return Math.log(a) - Math.log(b + (x + early - 1)) + (r + x) * Math.log1p((T - tx) / (alpha + tx));
  }
}
