import { BETA_GEOMETRIC_PARAMETERS } from "../models/beta-geometric-fit.ts";
import { BG_NBD_PLAN, type BgNbdModel, bgNbdModel } from "../models/fit-bg-nbd.ts";
import { checkFitOptions, FIT_OPTION_NAMES, type FitOptions } from "../models/fit-options.ts";
import { fitPurchases } from "../models/fit-purchase-model.ts";
import type { PurchaseHistories } from "../models/purchase-histories.ts";
import { checkNames } from "../rows/options.ts";

/** How to fit a BG/NBD model without covariates. */
export type BgNbdFitOptions = FitOptions<"r" | "alpha" | "a" | "b">;

/**
 * Fits the BG/NBD model to a customer base by maximum likelihood, without covariates: the same estimates as by `fitBgNbd` of `clientele`, in a
 * smaller program.
 *
 * @param customers - Summaries of the base, or any `{ unit, rows }` with rows `{ frequency, recency, T, weight? }` in that unit.
 * @param options - `priors` and `penalty`; none by default.
 * @returns The model: `parameters` `r` and `a`, `b` without unit, `alpha` in the unit of the customers; their covariance, log-likelihood,
 *   convergence and warnings as data.
 * @throws {@link DataError} if a history is impossible, or nobody bought a second time.
 * @see Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing Science 24(2), equation 6.
 *
 * @example
 * import { fitBgNbd } from "clientele/bg-nbd";
 *
 * const rows = [
 *   { frequency: 0, recency: 0, T: 30, weight: 50 },
 *   { frequency: 1, recency: 6, T: 30, weight: 20 },
 *   { frequency: 3, recency: 21, T: 30, weight: 12 },
 *   { frequency: 8, recency: 29, T: 30, weight: 6 },
 * ];
 * fitBgNbd({ unit: "week", rows }).convergence.converged; // => true
 */
export function fitBgNbd(customers: PurchaseHistories, options: BgNbdFitOptions = {}): BgNbdModel {
  checkNames("options", options, FIT_OPTION_NAMES);
  checkFitOptions(options, BETA_GEOMETRIC_PARAMETERS);
  return bgNbdModel(customers, fitPurchases(customers, BG_NBD_PLAN, options));
}
