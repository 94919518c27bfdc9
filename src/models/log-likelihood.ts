import { checkUnit } from "./check-unit.ts";
import { spendLogLikelihood } from "./gamma-gamma.ts";
import type { Predictor, PurchaseModel, SpendModel } from "./models.ts";
import { purchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";
import { kernelOf } from "./purchase-kernels.ts";
import { type SpendHistories, spendCells } from "./spend-cells.ts";

/**
 * The log-likelihood of a customer base under a model: how probable the model makes what happened.
 *
 * Times are taken in the unit of the customers, which has to be the model's; comparing models needs the same customers in the same unit.
 * A model of spend uses the repeat customers with positive spend.
 *
 * @param model - A fitted model, or a literal `{ kind, parameters, unit }`.
 * @param customers - Summaries of the base.
 * @returns Sum over the customers (times weight).
 * @throws {@link DataError} if a history is impossible or the units differ.
 *
 * @example
 * import { logLikelihood } from "clientele";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * logLikelihood(model, { unit: "week", rows: [{ frequency: 2, recency: 30.43, T: 38.86 }] }); // => -9.46
 */
export function logLikelihood(model: Predictor<PurchaseModel>, customers: PurchaseHistories): number;
export function logLikelihood(model: Predictor<SpendModel>, customers: SpendHistories): number;
export function logLikelihood(
  model: Predictor<PurchaseModel> | Predictor<SpendModel>,
  customers: PurchaseHistories | SpendHistories,
): number {
  if (model.kind === "gamma-gamma") return spendTotal(model, customers as SpendHistories);
  return purchaseTotal(model, customers as PurchaseHistories);
}

function purchaseTotal(model: Predictor<PurchaseModel>, customers: PurchaseHistories): number {
  checkUnit(model, customers.unit);
  const kernel = kernelOf(model);
  const { size, frequency, recencyAt, ageAt, weight, times } = purchaseCells(customers);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const recency = times[recencyAt[i] as number] as number;
    const age = times[ageAt[i] as number] as number;
    sum +=
      (weight[i] as number) * kernel.logLikelihood(model.parameters, frequency[i] as number, recency, age);
  }
  return sum;
}

function spendTotal(model: Predictor<SpendModel>, customers: SpendHistories): number {
  const { size, frequency, total, weight } = spendCells(customers);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const x = frequency[i] as number;
    sum += (weight[i] as number) * spendLogLikelihood(model.parameters, x, (total[i] as number) / x);
  }
  return sum;
}
