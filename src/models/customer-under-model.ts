import { type HistoryFault, refuseHistory } from "./check-history.ts";
import { covariateTrouble, signOf } from "./covariate-shift.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import { opportunityTrouble } from "./opportunity-cells.ts";
import { historyTrouble, type PurchaseHistory } from "./purchase-histories.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";
import { kernelOf, type PurchaseParameters, parametersOf } from "./purchase-kernels.ts";

/** The parameters that hold for a customer: the model's, moved by his covariates. */
export function parametersFor(
  model: Predictor<PurchaseModel>,
  customer: PurchaseHistory,
): PurchaseParameters {
  const base = parametersOf(model);
  if (model.coefficients === undefined) return base;
  const moved = { ...base };
  for (const { parameter, covariate, value } of model.coefficients) {
    const z = customer.covariates?.[covariate] as number;
    const name = parameter as keyof PurchaseParameters;
    moved[name] *= Math.exp(signOf(parameter) * value * z);
  }
  return moved;
}

/** What is wrong with a history that a model is asked about; `null` if nothing. */
export function troubleUnder(
  model: Predictor<PurchaseModel>,
  kernel: PurchaseKernel<PurchaseParameters>,
  customer: PurchaseHistory,
): HistoryFault | null {
  const fault = kernel.discrete ? opportunityTrouble(customer) : historyTrouble(customer);
  if (fault !== null || model.coefficients === undefined) return fault;
  return covariateTrouble(customer, model.coefficients);
}

/** The formulas of a model, bound to a customer whose history is possible. */
export function checkedKernel(
  model: Predictor<PurchaseModel>,
  customer: PurchaseHistory,
): { readonly kernel: PurchaseKernel<PurchaseParameters>; readonly parameters: PurchaseParameters } {
  const kernel = kernelOf(model);
  refuseHistory(customer, troubleUnder(model, kernel, customer));
  return { kernel, parameters: parametersFor(model, customer) };
}
