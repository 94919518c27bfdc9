import { checkNames } from "../rows/options.ts";
import { betaGeometricStart } from "./activity.ts";
import {
  BETA_GEOMETRIC_OPTIONS,
  BETA_GEOMETRIC_PARAMETERS,
  type BetaGeometricFitOptions,
  MOVABLE_BY_COVARIATES,
} from "./beta-geometric-fit.ts";
import { mbgNbdLikelihood } from "./beta-geometric-likelihood.ts";
import { covariateShifts } from "./covariate-shift.ts";
import { checkFitOptions } from "./fit-options.ts";
import { purchaseModel } from "./fit-purchase-model.ts";
import { fitWithCovariates } from "./fit-with-covariates.ts";
import type { FittedModel } from "./fitted-model.ts";
import type { MbgNbdParameters } from "./mbg-nbd.ts";
import type { PurchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** A fitted MBG/NBD model. */
export type MbgNbdModel = FittedModel<"mbg-nbd", MbgNbdParameters>;

/**
 * Fits the MBG/NBD model, the modified BG/NBD, to a customer base by maximum likelihood.
 *
 * As BG/NBD, but a customer may leave after his very first purchase too, so that one-time buyers are not alive for sure.
 *
 * @param customers - Summaries of the base, or any `{ unit, rows }` with rows `{ frequency, recency, T, weight?, covariates? }` in that unit.
 * @param options - `covariates`, `priors` and `penalty`; none by default.
 * @returns The model: `parameters` `r` and `a`, `b` without unit, `alpha` in the unit of the customers; their covariance from the analytic
 *   Hessian; log-likelihood; convergence and warnings as data.
 * @throws {@link DataError} if a history is impossible, or nobody bought a second time.
 * @see Batislam, Denizel & Filiztekin (2007), International Journal of Research in Marketing 24(3); Wagner & Hoppe (2008), IJRM 25(3).
 *
 * @example
 * import { fitMbgNbd, probabilityAlive, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 500, from: "2024-01-01", until: "2025-12-31", seed: 1 }));
 * const model = fitMbgNbd(summarizeCustomers(log, { unit: "week" }));
 * probabilityAlive(model, { frequency: 0, recency: 0, T: 100 }) < 1; // => true
 */
export function fitMbgNbd(customers: PurchaseHistories, options: BetaGeometricFitOptions = {}): MbgNbdModel {
  checkNames("options", options, BETA_GEOMETRIC_OPTIONS);
  checkFitOptions(options, BETA_GEOMETRIC_PARAMETERS);
  const plan = {
    names: BETA_GEOMETRIC_PARAMETERS,
    likelihood: mbgNbdLikelihood,
    start: (cells: PurchaseCells) => betaGeometricStart(cells, 1),
    shifts: covariateShifts(options.covariates ?? {}, BETA_GEOMETRIC_PARAMETERS, MOVABLE_BY_COVARIATES),
  };
  const fit = fitWithCovariates(customers, plan, options);
  return purchaseModel("mbg-nbd", fit.conclusion.parameters, customers, fit);
}
