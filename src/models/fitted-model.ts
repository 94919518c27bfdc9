import type { IsoDate } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";
import type { CovariateCoefficient } from "./covariate-shift.ts";

/**
 * A fitted model: a record that can be printed, stored as JSON and sent; it holds no data and no methods.
 *
 * What can be asked of it are functions that read `kind`: `probabilityAlive`, `expectedPurchases`, `standardErrors`, …
 */
export interface FittedModel<Kind extends string, Parameters> {
  readonly kind: Kind;
  /** Version of this record's form. */
  readonly version: 1;
  readonly parameters: Parameters;
  /** The effects of covariates; missing if the model was fitted without. `parameters` are those of a customer whose covariates are 0. */
  readonly coefficients?: readonly CovariateCoefficient[];
  /** Whether priors or a penalty had a say; then the log-likelihood is not the highest, and tests and criteria built on it do not hold. */
  readonly regularized?: true;
  /**
   * Covariance of the estimates, in the order of the parameters as the model lists them, then the coefficients; `null` if the data do not
   * determine the parameters, since an inverse would then be an artefact.
   */
  readonly covariance: readonly (readonly number[])[] | null;
  /** Sum of the log-likelihoods of all customers used, with times in `unit`. */
  readonly logLikelihood: number;
  /** Customers used. */
  readonly customers: number;
  /** Unit of all times. */
  readonly unit: TimeUnit;
  /** Day on which observation ended, if known. */
  readonly asOf: IsoDate | null;
  readonly convergence: Convergence;
  readonly warnings: readonly ModelWarning[];
}

/** How the search for the maximum of the likelihood ended. */
export interface Convergence {
  readonly converged: boolean;
  /** Evaluations of the likelihood of the whole base. */
  readonly evaluations: number;
  /** Squared distance from the maximum in standard errors, as the last step saw it; `null` where the surface is not concave. */
  readonly newtonDecrement: number | null;
}

/** A worry that does not stop the work. */
export type ModelWarning =
  | { readonly code: "not-converged" }
  /** The likelihood is flat along a direction (in logarithms of the parameters): other values explain the data as well. */
  | { readonly code: "not-identified"; readonly direction: Readonly<Record<string, number>> }
  /** BG/NBD gives every customer with a single purchase P(alive) = 1. */
  | { readonly code: "one-time-buyers-always-alive"; readonly customers: number }
  /** With q ≤ 1 the mean spend of a customer without repeat purchases is infinite. */
  | { readonly code: "infinite-mean-spend" };
