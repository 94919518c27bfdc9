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
 * Parameters of the MBG/NBD model, the modified BG/NBD.
 *
 * As in BG/NBD a living customer buys at random with a rate of his own, a gamma distribution with shape `r` and rate `alpha` (in the
 * model's unit of time); but he may leave after every purchase, the very first included, with a probability of his own, a beta
 * distribution with `a` and `b`. So a customer with a single purchase may have left.
 *
 * Batislam, Denizel & Filiztekin (2007), "Empirical validation and comparison of models for customer base analysis", International
 * Journal of Research in Marketing 24(3); Wagner & Hoppe (2008), "Erratum on the MBG/NBD model", IJRM 25(3).
 */
export interface MbgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** The formulas of the MBG/NBD model for one customer. */
export const mbgNbd: PurchaseKernel<MbgNbdParameters> = {
  discrete: false,
  recencyMatters: false,

  logLikelihood(parameters, x, tx, T) {
    const { r, alpha, a, b } = parameters;
    if (x === 0) return Math.log1p((b / (a + b)) * Math.expm1(-r * Math.log1p(T / alpha)));
    const arrivals = logRisingFactorial(r, x) - r * Math.log1p(T / alpha) - x * Math.log(alpha + T);
    return arrivals + logStaying(a, b, x + 1) + softplus(logOddsDead(parameters, x, tx, T));
  },

  logOddsDead,

  expectedPurchasesIfAlive: (parameters, x, _tx, T, t) => purchasesWithin(living(parameters, x, T), t),
  discountedPurchasesIfAlive: (parameters, x, _tx, T, rate) =>
    discountedPurchases(living(parameters, x, T), rate),
  survivalIfAlive: (parameters, x, _tx, T, t) => survivalFor(living(parameters, x, T), t),
  countProbabilityIfAlive: (parameters, x, _tx, T, t, n) => countProbability(living(parameters, x, T), t, n),
  tailProbabilityIfAlive: (parameters, x, _tx, T, t, n) => tailProbability(living(parameters, x, T), t, n),
  simulateHistory({ r, alpha, a, b }, random, T) {
    const rate = random.gamma(r, alpha);
    const dropout = random.beta(a, b);
    if (random.uniform() <= dropout) return { frequency: 0, recency: 0 };
    return simulateLife(random, rate, dropout, T);
  },
  simulatePurchasesIfAlive: (parameters, random, x, _tx, T, t) =>
    simulatePurchases(living(parameters, x, T), random, t),
};

/** What a history says about a customer who is alive at T: he has stayed x + 1 times. */
function living({ r, alpha, a, b }: MbgNbdParameters, x: number, T: number): LivingCustomer {
  return { shape: r + x, rate: alpha + T, a, b: b + x + 1 };
}

/** log of a ÷ (b+x) · ((α+T) ÷ (α+tx))^(r+x). */
function logOddsDead({ r, alpha, a, b }: MbgNbdParameters, x: number, tx: number, T: number): number {
  return Math.log(a) - Math.log(b + x) + (r + x) * Math.log1p((T - tx) / (alpha + tx));
}
