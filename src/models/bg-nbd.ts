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

/**
 * Parameters of the BG/NBD model.
 *
 * While alive, a customer buys at random with a rate of his own; rates differ as a gamma distribution with shape `r` and rate `alpha` (in
 * the model's unit of time). After each repeat purchase he may leave for good, with a probability of his own; these differ as a beta
 * distribution with `a` and `b`.
 *
 * Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing Science 24(2).
 */
export interface BgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** The formulas of the BG/NBD model for one customer. */
export const bgNbd: PurchaseKernel<BgNbdParameters> = {
  discrete: false,
  recencyMatters: false,

  /** Equation 6 in the form of Fader & Hardie's note 027: no term can overflow. */
  logLikelihood(parameters, x, tx, T) {
    const { r, alpha, a, b } = parameters;
    if (x === 0) return -r * Math.log1p(T / alpha);
    const arrivals = logRisingFactorial(r, x) - r * Math.log1p(T / alpha) - x * Math.log(alpha + T);
    return arrivals + logStaying(a, b, x) + softplus(logOddsDead(parameters, x, tx, T));
  },

  logOddsDead,

  expectedPurchasesIfAlive: (parameters, x, _tx, T, t) => purchasesWithin(living(parameters, x, T), t),
  discountedPurchasesIfAlive: (parameters, x, _tx, T, rate) =>
    discountedPurchases(living(parameters, x, T), rate),
  survivalIfAlive: (parameters, x, _tx, T, t) => survivalFor(living(parameters, x, T), t),
  countProbabilityIfAlive: (parameters, x, _tx, T, t, n) => countProbability(living(parameters, x, T), t, n),
  tailProbabilityIfAlive: (parameters, x, _tx, T, t, n) => tailProbability(living(parameters, x, T), t, n),
  simulateHistory: ({ r, alpha, a, b }, random, T) =>
    simulateLife(random, random.gamma(r, alpha), random.beta(a, b), T),
  simulatePurchasesIfAlive: (parameters, random, x, _tx, T, t) =>
    simulatePurchases(living(parameters, x, T), random, t),
};

/** What a history says about a customer who is alive at T. */
function living({ r, alpha, a, b }: BgNbdParameters, x: number, T: number): LivingCustomer {
  return { shape: r + x, rate: alpha + T, a, b: b + x };
}

/** log of a ÷ (b+x−1) · ((α+T) ÷ (α+tx))^(r+x): note 021; −∞ for one-time buyers, who cannot have left. */
function logOddsDead({ r, alpha, a, b }: BgNbdParameters, x: number, tx: number, T: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  // b + (x − 1), not b + x − 1: the difference must not swallow a small b.
  return Math.log(a) - Math.log(b + (x - 1)) + (r + x) * Math.log1p((T - tx) / (alpha + tx));
}
