import { type LivingCustomer, purchasesWithin, survivalFor } from "./beta-geometric-outlook.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";

/** Parameters of the models whose customers leave after a purchase. */
export interface BetaGeometricParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** The formulas of a kernel by which it is told who is alive and what he will buy. */
export type PredictionFormulas<Parameters> = Pick<
  PurchaseKernel<Parameters>,
  "discrete" | "recencyMatters" | "logOddsDead" | "expectedPurchasesIfAlive" | "survivalIfAlive"
>;

/** The predictions of BG/NBD (`early` = 0) and MBG/NBD (`early` = 1), apart from the rest of their kernel for those who need no more. */
export function betaGeometricPredictions(early: 0 | 1): PredictionFormulas<BetaGeometricParameters> {
  return {
    discrete: false,
    recencyMatters: false,

    /** log of a ÷ (b+x+early−1) · ((α+T) ÷ (α+tx))^(r+x), note 021; −∞ for a customer who had no chance to leave yet. */
    logOddsDead({ r, alpha, a, b }, x, tx, T) {
      if (x + early === 0) return Number.NEGATIVE_INFINITY;
      // b + (x − 1), not b + x − 1: the difference must not swallow a small b.
      return Math.log(a) - Math.log(b + (x + early - 1)) + (r + x) * Math.log1p((T - tx) / (alpha + tx));
    },

    expectedPurchasesIfAlive: (parameters, x, _tx, T, t) =>
      purchasesWithin(livingCustomer(parameters, early, x, T), t),
    survivalIfAlive: (parameters, x, _tx, T, t) => survivalFor(livingCustomer(parameters, early, x, T), t),
  };
}

/** What a history says about a customer who is alive at T: he has stayed x + early times. */
export function livingCustomer(
  { r, alpha, a, b }: BetaGeometricParameters,
  early: 0 | 1,
  x: number,
  T: number,
): LivingCustomer {
  return { shape: r + x, rate: alpha + T, a, b: b + x + early };
}
