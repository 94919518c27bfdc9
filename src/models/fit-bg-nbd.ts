import { checkNames } from "../rows/options.ts";
import { betaGeometricStart } from "./activity.ts";
import {
  BETA_GEOMETRIC_OPTIONS,
  BETA_GEOMETRIC_PARAMETERS,
  type BetaGeometricFitOptions,
  MOVABLE_BY_COVARIATES,
  oneTimeBuyersAlwaysAlive,
} from "./beta-geometric-fit.ts";
import { bgNbdLikelihood } from "./beta-geometric-likelihood.ts";
import type { BgNbdParameters } from "./bg-nbd.ts";
import { covariateShifts } from "./covariate-shift.ts";
import { checkFitOptions } from "./fit-options.ts";
import { type FitPlan, type PurchaseFit, purchaseModel } from "./fit-purchase-model.ts";
import { fitWithCovariates } from "./fit-with-covariates.ts";
import type { FittedModel } from "./fitted-model.ts";
import type { PurchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** A fitted BG/NBD model. */
export type BgNbdModel = FittedModel<"bg-nbd", BgNbdParameters>;

/**
 * Fits the BG/NBD model to a customer base by maximum likelihood.
 *
 * It assumes that customers buy at random with steady rates of their own until, after some purchase, they leave unseen. Every one-time
 * buyer is alive for sure under this model, which `warnings` says. Time of fitting depends on the number of distinct histories.
 *
 * @param customers - Summaries of the base, or any `{ unit, rows }` with rows `{ frequency, recency, T, weight?, covariates? }` in that unit.
 * @param options - `covariates`, `priors` and `penalty`; none by default.
 * @returns The model: `parameters` `r` and `a`, `b` without unit, `alpha` in the unit of the customers; their covariance from the analytic
 *   Hessian; log-likelihood; convergence and warnings as data.
 * @throws {@link DataError} if a history is impossible, or nobody bought a second time.
 * @see Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing Science 24(2), equation 6; covariates: Fader & Hardie
 *   (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models", note 019.
 *
 * @example
 * import { fitBgNbd, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 500, from: "2024-01-01", until: "2025-12-31", seed: 1 }));
 * const model = fitBgNbd(summarizeCustomers(log, { unit: "week" }));
 * model.convergence.converged; // => true
 */
export function fitBgNbd(customers: PurchaseHistories, options: BetaGeometricFitOptions = {}): BgNbdModel {
  checkNames("options", options, BETA_GEOMETRIC_OPTIONS);
  checkFitOptions(options, BETA_GEOMETRIC_PARAMETERS);
  const { covariates = {} } = options;
  const shifts = covariateShifts(covariates, BETA_GEOMETRIC_PARAMETERS, MOVABLE_BY_COVARIATES);
  return bgNbdModel(customers, fitWithCovariates(customers, { ...BG_NBD_PLAN, shifts }, options));
}

type ParameterName = keyof BgNbdParameters;

/** What a fit needs to know of the BG/NBD model. */
export const BG_NBD_PLAN: FitPlan<ParameterName> = {
  names: BETA_GEOMETRIC_PARAMETERS,
  likelihood: bgNbdLikelihood,
  start: (cells: PurchaseCells) => betaGeometricStart(cells, 1),
};

/** The model that a fit by this plan is the core of. */
export function bgNbdModel(customers: PurchaseHistories, fit: PurchaseFit<ParameterName>): BgNbdModel {
  const { cells, conclusion } = fit;
  return purchaseModel("bg-nbd", conclusion.parameters, customers, fit, oneTimeBuyersAlwaysAlive(cells));
}
