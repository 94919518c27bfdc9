import { checkNames } from "../rows/options.ts";
import { activityOf } from "./activity.ts";
import { type Covariates, covariateShifts } from "./covariate-shift.ts";
import { checkFitOptions, FIT_OPTION_NAMES, type FitOptions } from "./fit-options.ts";
import { purchaseModel } from "./fit-purchase-model.ts";
import { fitWithCovariates } from "./fit-with-covariates.ts";
import type { FittedModel } from "./fitted-model.ts";
import type { ParetoNbdParameters } from "./pareto-nbd.ts";
import { paretoNbdLikelihood } from "./pareto-nbd-likelihood.ts";
import type { PurchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** A fitted Pareto/NBD model. */
export type ParetoNbdModel = FittedModel<"pareto-nbd", ParetoNbdParameters>;

/** The parameters in the order of the covariance. */
export const PARETO_NBD_PARAMETERS = ["r", "alpha", "s", "beta"] as const;

/** How to fit the Pareto/NBD model. */
export interface ParetoNbdFitOptions extends FitOptions<"r" | "alpha" | "s" | "beta"> {
  /**
   * Covariates that do not change over time, by the parameter they move: `{ alpha: ["newsletter"], beta: ["newsletter"] }`. `alpha` becomes
   * alpha · e^(−γz) and `beta` becomes beta · e^(−γz): a positive coefficient means more purchases, and an earlier end.
   */
  readonly covariates?: Covariates<"alpha" | "beta">;
}

/**
 * Fits the Pareto/NBD model to a customer base by maximum likelihood.
 *
 * It assumes that customers buy at random with steady rates of their own, and leave unseen after a lifetime of random length, at any moment
 * and not only after a purchase.
 *
 * @param customers - Summaries of the base, or any `{ unit, rows }` with rows `{ frequency, recency, T, weight?, covariates? }` in that unit.
 * @param options - `covariates`, `priors` and `penalty`; none by default.
 * @returns The model: `parameters` `r` and `s` without unit, `alpha` and `beta` in the unit of the customers; their covariance from the
 *   analytic Hessian; log-likelihood; convergence and warnings as data.
 * @throws {@link DataError} if a history is impossible, or nobody bought a second time.
 * @see Schmittlein, Morrison & Colombo (1987), "Counting your customers: who are they and what will they do next?", Management Science
 *   33(1); Fader & Hardie (2005), note 009; covariates: note 019.
 *
 * @example
 * import { fitParetoNbd, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 500, from: "2024-01-01", until: "2025-12-31", seed: 1 }));
 * const model = fitParetoNbd(summarizeCustomers(log, { unit: "week" }));
 * model.convergence.converged; // => true
 */
export function fitParetoNbd(
  customers: PurchaseHistories,
  options: ParetoNbdFitOptions = {},
): ParetoNbdModel {
  checkNames("options", options, OPTIONS);
  checkFitOptions(options, PARETO_NBD_PARAMETERS);
  const plan = {
    names: PARETO_NBD_PARAMETERS,
    likelihood: paretoNbdLikelihood,
    start: startOf,
    shifts: covariateShifts(options.covariates ?? {}, PARETO_NBD_PARAMETERS, MOVABLE),
  };
  const fit = fitWithCovariates(customers, plan, options);
  return purchaseModel("pareto-nbd", fit.conclusion.parameters, customers, fit);
}

const OPTIONS = { ...FIT_OPTION_NAMES, covariates: true } satisfies Record<keyof ParetoNbdFitOptions, true>;

const MOVABLE = ["alpha", "beta"] as const;

/** Both scales of time at half the mean age: equal, so that the tables of the first evaluation are cheapest. */
function startOf(cells: PurchaseCells): number[] {
  const scale = Math.log(activityOf(cells).meanAge / 2);
  return [0, scale, 0, scale];
}
