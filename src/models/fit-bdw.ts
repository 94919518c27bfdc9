import { frozen } from "../rows/frozen.ts";
import type { BdwParameters } from "./bdw.ts";
import { bdwLikelihood } from "./bdw-likelihood.ts";
import { concludeFit } from "./conclude-fit.ts";
import type { ContractHistories } from "./contract-histories.ts";
import type { FittedModel } from "./fitted-model.ts";
import { maximiseTenures, retentionOdds } from "./maximise-tenures.ts";
import { tenureCells } from "./tenure-cells.ts";

/** A fitted beta-discrete-Weibull model. */
export type BdwModel = FittedModel<"bdw", BdwParameters>;

/** The parameters in the order of the covariance. */
export const BDW_PARAMETERS = ["alpha", "beta", "c"] as const;

/**
 * Fits the beta-discrete-Weibull model to customers under contract by maximum likelihood.
 *
 * Takes the same customers as `fitSbg` and adds one parameter: `c` above 1 says that each customer leaves the more readily the longer he
 * has stayed, below 1 the less. The sBG is the case `c` = 1, so twice the difference of the log-likelihoods tests whether `c` is needed.
 *
 * @param customers - `{ unit, cohorts }` with survivors of each cohort from the start on, or `{ unit, rows }` with rows
 *   `{ renewals, lost, weight? }`; `unit` is the length of a contract period.
 * @returns The model: `parameters` `alpha`, `beta` and `c` without unit; their covariance from the analytic Hessian; log-likelihood;
 *   `customers` counts customers; convergence and warnings as data.
 * @throws {@link DataError} if a history is impossible, or nobody has left yet.
 * @see Fader, Hardie, Liu, Davin & Steenburgh (2018), "How to project customer retention revisited: the role of duration dependence",
 *   Journal of Interactive Marketing 43.
 *
 * @example
 * import { fitBdw } from "clientele";
 *
 * const { parameters, logLikelihood } = fitBdw({ unit: "year", cohorts: [[1000, 869, 743, 653, 593]] });
 * parameters; // => { alpha: 0.2593, beta: 1.7226, c: 1.5844 }
 * logLikelihood; // => -1222.749
 */
export function fitBdw(customers: ContractHistories): BdwModel {
  const cells = tenureCells(customers);
  const maximum = maximiseTenures(cells, bdwLikelihood, [1, retentionOdds(cells), 1]);
  return frozen({
    kind: "bdw",
    version: 1,
    ...concludeFit(BDW_PARAMETERS, maximum),
    customers: cells.customers,
    unit: customers.unit,
    asOf: customers.asOf ?? null,
  });
}
