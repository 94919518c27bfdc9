import { betaGeometricKernel } from "./beta-geometric-kernel.ts";
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

/** The formulas of the MBG/NBD model for one customer: he may leave right after the very first purchase. */
export const mbgNbd: PurchaseKernel<MbgNbdParameters> = /* @__PURE__ */ betaGeometricKernel(1);
