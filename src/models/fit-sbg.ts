import { frozen } from "../rows/frozen.ts";
import { concludeFit } from "./conclude-fit.ts";
import type { ContractHistories } from "./contract-histories.ts";
import type { FittedModel } from "./fitted-model.ts";
import { maximiseTenures, retentionOdds } from "./maximise-tenures.ts";
import type { SbgParameters } from "./sbg.ts";
import { sbgLikelihood } from "./sbg-likelihood.ts";
import { tenureCells } from "./tenure-cells.ts";

/** A fitted shifted beta-geometric model. */
export type SbgModel = FittedModel<"sbg", SbgParameters>;

/** The parameters in the order of the covariance. */
export const SBG_PARAMETERS = ["alpha", "beta"] as const;

/**
 * Fits the shifted beta-geometric model to customers under contract by maximum likelihood.
 *
 * Customers who are still there count as such: they are not taken for lost, nor left out. Cohorts of different age are fitted together as
 * one base that follows the same law from each customer's first period on. The log-likelihood is Σ count · log P without the multinomial
 * constant, as in the literature.
 *
 * @param customers - `{ unit, cohorts }` with survivors of each cohort from the start on, or `{ unit, rows }` with rows
 *   `{ renewals, lost, weight? }`; `unit` is the length of a contract period.
 * @returns The model: `parameters` `alpha` and `beta` without unit; their covariance from the analytic Hessian; log-likelihood;
 *   `customers` counts customers; convergence and warnings as data.
 * @throws {@link DataError} if a history is impossible, or nobody has left yet.
 * @see Fader & Hardie (2007), "How to project customer retention", Journal of Interactive Marketing 21(1), equations 5 to 7.
 *
 * @example
 * import { fitSbg } from "clientele";
 *
 * const { parameters, logLikelihood } = fitSbg({ unit: "year", cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]] });
 * parameters; // => { alpha: 0.668, beta: 3.806 }
 * logLikelihood; // => -1611.16
 */
export function fitSbg(customers: ContractHistories): SbgModel {
  const cells = tenureCells(customers);
  const maximum = maximiseTenures(cells, sbgLikelihood, [1, retentionOdds(cells)]);
  return frozen({
    kind: "sbg",
    version: 1,
    ...concludeFit(SBG_PARAMETERS, maximum),
    customers: cells.customers,
    unit: customers.unit,
    asOf: customers.asOf ?? null,
  });
}
