import { betaGeometricKernel } from "./beta-geometric-kernel.ts";
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

/** The formulas of the BG/NBD model for one customer: nobody leaves before his first repeat purchase. */
export const bgNbd: PurchaseKernel<BgNbdParameters> = /* @__PURE__ */ betaGeometricKernel(0);
