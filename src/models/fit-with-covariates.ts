import type { Objective } from "../math/trust-region-newton.ts";
import { concludeFit } from "./conclude-fit.ts";
import {
  type CovariateDesign,
  covariateDesign,
  likelihoodWithCovariates,
  toOriginalScale,
} from "./covariate-design.ts";
import type { CovariateShift } from "./covariate-shift.ts";
import type { FitOptions } from "./fit-options.ts";
import { type FitPlan, fitPurchases, type PurchaseFit, penaltyOf } from "./fit-purchase-model.ts";
import { maximiseLikelihood } from "./maximise-likelihood.ts";
import { purchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** What a fit needs to know of a purchase model whose parameters covariates may move. */
export interface CovariateFitPlan<Name extends string> extends FitPlan<Name> {
  readonly shifts: readonly CovariateShift[];
}

/** `fitPurchases` with covariates, if there are any. */
export function fitWithCovariates<Name extends string>(
  customers: PurchaseHistories,
  plan: CovariateFitPlan<Name>,
  options: FitOptions<Name>,
): PurchaseFit<Name> {
  const { names, likelihood, shifts, cellsOf = purchaseCells } = plan;
  if (shifts.length === 0) return fitPurchases(customers, plan, options);
  const cells = cellsOf(customers);
  const start = [...plan.start(cells), ...shifts.map(() => 0)];
  const design = covariateDesign(customers, shifts, cellsOf);
  const penalty = penaltyOf(options, names, start);
  // Groups cannot be thinned like rows, so the search starts on all of them at once.
  const data = { rows: 0, cells: design, sample: () => design };
  const objective = (whole: CovariateDesign): Objective =>
    likelihoodWithCovariates(whole, likelihood, names.length);
  const maximum = maximiseLikelihood(data, objective, start, { penalty });
  const scale = { shifts, map: toOriginalScale(design, names.length) };
  return { conclusion: concludeFit(names, maximum, scale), cells, regularized: penalty !== null };
}
