import type { Covariates } from "./covariate-shift.ts";
import { FIT_OPTION_NAMES, type FitOptions } from "./fit-options.ts";
import type { ModelWarning } from "./fitted-model.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/** The parameters of the models whose customers leave after a purchase, in the order of the covariance. */
export const BETA_GEOMETRIC_PARAMETERS = ["r", "alpha", "a", "b"] as const;

/** How to fit a model whose customers leave after a purchase. */
export interface BetaGeometricFitOptions extends FitOptions<"r" | "alpha" | "a" | "b"> {
  /**
   * Covariates that do not change over time, by the parameter they move: `{ alpha: ["newsletter"], a: ["newsletter"] }`. `alpha` becomes
   * alpha · e^(−γz): a positive coefficient means more purchases. `a` and `b` become a · e^(γz) and b · e^(γz): leaving more, and less,
   * probable.
   */
  readonly covariates?: Covariates<"alpha" | "a" | "b">;
}

export const MOVABLE_BY_COVARIATES = ["alpha", "a", "b"] as const;

export const BETA_GEOMETRIC_OPTIONS: Record<keyof BetaGeometricFitOptions, true> = {
  ...FIT_OPTION_NAMES,
  covariates: true,
};

/** The warning of the models in which nobody leaves before his first repeat purchase. */
export function oneTimeBuyersAlwaysAlive({ frequency, weight, size }: PurchaseCells): ModelWarning[] {
  let customers = 0;
  for (let i = 0; i < size && frequency[i] === 0; i++) customers += weight[i] as number;
  return customers > 0 ? [{ code: "one-time-buyers-always-alive", customers }] : [];
}
