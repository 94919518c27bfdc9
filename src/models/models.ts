import { BG_NBD_PARAMETERS, type BgNbdModel } from "./fit-bg-nbd.ts";
import { GAMMA_GAMMA_PARAMETERS, type GammaGammaModel } from "./fit-gamma-gamma.ts";

/** Models of how often customers buy. */
export type PurchaseModel = BgNbdModel;

/** Models of how much customers spend per purchase. */
export type SpendModel = GammaGammaModel;

/** Every model the library fits. */
export type Model = PurchaseModel | SpendModel;

/**
 * The part of a model that predictions need, so that a literal such as
 * `{ kind: "bg-nbd", parameters: { r: 0.24, alpha: 4.4, a: 0.79, b: 2.4 }, unit: "week" }` will do.
 */
export type Predictor<M extends Model> = M extends Model
  ? Pick<M, "kind" | "parameters"> & Partial<Pick<M, "asOf">> & Pick<M, "unit">
  : never;

/** The parameters of each kind in the order of its covariance; JSON may come back with its keys in another order. */
export const PARAMETER_NAMES: Readonly<Record<Model["kind"], readonly string[]>> = {
  "bg-nbd": BG_NBD_PARAMETERS,
  "gamma-gamma": GAMMA_GAMMA_PARAMETERS,
};
