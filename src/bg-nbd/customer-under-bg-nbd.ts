import { BETA_GEOMETRIC_PARAMETERS } from "../models/beta-geometric-fit.ts";
import { betaGeometricPredictions, type PredictionFormulas } from "../models/beta-geometric-predictions.ts";
import type { BgNbdParameters } from "../models/bg-nbd.ts";
import { refuseHistory } from "../models/check-history.ts";
import type { BgNbdModel } from "../models/fit-bg-nbd.ts";
import { checkPositive, invalidModel } from "../models/invalid-model.ts";
import type { Predictor } from "../models/models.ts";
import { historyTrouble, type PurchaseHistory } from "../models/purchase-histories.ts";
import { checkOneOf } from "../rows/options.ts";
import { TIME_UNITS } from "../time/unit.ts";

/** What predictions need of a BG/NBD model: a fitted one, or a literal `{ kind: "bg-nbd", parameters, unit }`; without covariates. */
export type BgNbdPredictor = Omit<Predictor<BgNbdModel>, "coefficients">;

/** The formulas of the model's predictions. */
export const FORMULAS: PredictionFormulas<BgNbdParameters> = /* @__PURE__ */ betaGeometricPredictions(0);

/** Refuses what is no model of this kind, one with covariates, and a history that cannot be. */
export function checkCustomer(model: BgNbdPredictor, customer: PurchaseHistory): void {
  if (model?.kind !== "bg-nbd") {
    throw invalidModel("model", model, `This is no BG/NBD model; ${ELSEWHERE} any model of purchases.`);
  }
  checkPositive(model.parameters, BETA_GEOMETRIC_PARAMETERS);
  checkOneOf("unit", model.unit, TIME_UNITS);
  if ((model as Predictor<BgNbdModel>).coefficients !== undefined) {
    throw invalidModel("coefficients", null, `The model has covariates; ${ELSEWHERE} models that have.`);
  }
  refuseHistory(customer, historyTrouble(customer));
}

const ELSEWHERE = 'the function of the same name in "clientele" takes';
