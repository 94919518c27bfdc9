import { BETA_GEOMETRIC_PARAMETERS } from "./beta-geometric-fit.ts";
import type { ContractModel } from "./contract-models.ts";
import { BDW_PARAMETERS } from "./fit-bdw.ts";
import { BG_BB_PARAMETERS, type BgBbModel } from "./fit-bg-bb.ts";
import type { BgNbdModel } from "./fit-bg-nbd.ts";
import type { BgCnbdKModel, MbgCnbdKModel } from "./fit-cnbd-k.ts";
import { GAMMA_GAMMA_PARAMETERS, type GammaGammaModel } from "./fit-gamma-gamma.ts";
import type { MbgNbdModel } from "./fit-mbg-nbd.ts";
import { PARETO_NBD_PARAMETERS, type ParetoNbdModel } from "./fit-pareto-nbd.ts";
import { SBG_PARAMETERS } from "./fit-sbg.ts";

/** Models of how often customers buy. */
export type PurchaseModel =
  | BgNbdModel
  | MbgNbdModel
  | ParetoNbdModel
  | BgBbModel
  | BgCnbdKModel
  | MbgCnbdKModel;

/** Models of how much customers spend per purchase. */
export type SpendModel = GammaGammaModel;

/** Every model the library fits. */
export type Model = PurchaseModel | SpendModel | ContractModel;

/**
 * The part of a model that predictions need, so that a literal such as
 * `{ kind: "bg-nbd", parameters: { r: 0.24, alpha: 4.4, a: 0.79, b: 2.4 }, unit: "week" }` will do.
 */
export type Predictor<M extends Model> = M extends Model
  ? Pick<M, "kind" | "parameters" | "unit"> & Partial<Pick<M, "asOf" | "coefficients">>
  : never;

/** The estimated parameters of each kind in the order of its covariance; JSON may come back with its keys in another order. */
export const PARAMETER_NAMES: Readonly<Record<Model["kind"], readonly string[]>> = {
  "bg-nbd": BETA_GEOMETRIC_PARAMETERS,
  "mbg-nbd": BETA_GEOMETRIC_PARAMETERS,
  "pareto-nbd": PARETO_NBD_PARAMETERS,
  "bg-bb": BG_BB_PARAMETERS,
  "bg-cnbd-k": BETA_GEOMETRIC_PARAMETERS,
  "mbg-cnbd-k": BETA_GEOMETRIC_PARAMETERS,
  "gamma-gamma": GAMMA_GAMMA_PARAMETERS,
  sbg: SBG_PARAMETERS,
  bdw: BDW_PARAMETERS,
};
