import { checkNames } from "../rows/options.ts";
import type { BgBbParameters } from "./bg-bb.ts";
import { bgBbLikelihood } from "./bg-bb-likelihood.ts";
import { checkFitOptions, FIT_OPTION_NAMES, type FitOptions } from "./fit-options.ts";
import { fitPurchases, purchaseModel } from "./fit-purchase-model.ts";
import type { FittedModel } from "./fitted-model.ts";
import { notEnoughData } from "./not-enough-data.ts";
import { opportunityCells } from "./opportunity-cells.ts";
import type { PurchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** A fitted BG/BB model. */
export type BgBbModel = FittedModel<"bg-bb", BgBbParameters>;

/** The parameters in the order of the covariance. */
export const BG_BB_PARAMETERS = ["alpha", "beta", "gamma", "delta"] as const;

/** How to fit the BG/BB model. */
export type BgBbFitOptions = FitOptions<"alpha" | "beta" | "gamma" | "delta">;

/**
 * Fits the BG/BB model to a customer base by maximum likelihood: purchases at discrete opportunities, such as the yearly call for donations.
 *
 * At each opportunity a living customer buys or not, with a chance of his own; before each he may leave for good, with a chance of his own.
 *
 * @param customers - `{ unit, rows }` with rows `{ frequency, recency, T, weight? }` counted in opportunities after the first purchase:
 *   `frequency` of them used, the last at number `recency`, `T` had. `summarizeOpportunities` makes them from a log. `unit` is the time
 *   between two opportunities.
 * @param options - `priors` and `penalty`; none by default.
 * @returns The model: `parameters` `alpha`, `beta` (buying), `gamma`, `delta` (leaving), all without unit; their covariance from the analytic
 *   Hessian; log-likelihood; convergence and warnings as data.
 * @throws {@link DataError} if a history is impossible (not in whole opportunities, say), or nobody bought again.
 * @see Fader, Hardie & Shang (2010), "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29(6).
 *
 * @example
 * import { fitBgBb, probabilityAlive } from "clientele";
 *
 * const rows = [
 *   { frequency: 0, recency: 0, T: 4, weight: 60 },
 *   { frequency: 1, recency: 1, T: 4, weight: 14 },
 *   { frequency: 1, recency: 4, T: 4, weight: 6 },
 *   { frequency: 2, recency: 3, T: 4, weight: 9 },
 *   { frequency: 3, recency: 4, T: 4, weight: 11 },
 * ];
 * const model = fitBgBb({ unit: "year", rows });
 * probabilityAlive(model, { frequency: 3, recency: 4, T: 4 }); // => 1
 */
export function fitBgBb(customers: PurchaseHistories, options: BgBbFitOptions = {}): BgBbModel {
  checkNames("options", options, FIT_OPTION_NAMES);
  checkFitOptions(options, BG_BB_PARAMETERS);
  const plan = {
    names: BG_BB_PARAMETERS,
    likelihood: bgBbLikelihood,
    start: startOf,
    otherStarts: [SIMILAR_LIFETIMES],
    cellsOf: opportunityCells,
  };
  const fit = fitPurchases(customers, plan, options);
  return purchaseModel("bg-bb", fit.conclusion.parameters, customers, fit);
}

/** Customers who all leave seldom: where leaving is rare the likelihood has a top here, and another, lower one, at strong differences. */
const SIMILAR_LIFETIMES = [0, 0, 1, 3];

/** Chances that differ evenly between customers, of buying and of leaving. */
function startOf({ size, frequency }: PurchaseCells): number[] {
  if (size === 0 || frequency[size - 1] === 0)
    throw notEnoughData("No customer used an opportunity to buy again, so there is nothing to learn from.");
  return [0, 0, 0, 0];
}
