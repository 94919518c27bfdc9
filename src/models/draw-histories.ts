import type { Random } from "../math/random.ts";
import { parametersFor } from "./customer-under-model.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistory } from "./purchase-histories.ts";
import { kernelOf } from "./purchase-kernels.ts";

/** Draws a history for each customer, of whom only the age and the covariates count. */
export function drawHistories(
  model: Predictor<PurchaseModel>,
  customers: readonly PurchaseHistory[],
  random: Random,
): PurchaseHistory[] {
  const kernel = kernelOf(model);
  return customers.map((customer) => {
    const { T, covariates } = customer;
    const drawn = kernel.simulateHistory(parametersFor(model, customer), random, T);
    return { ...drawn, T, ...(covariates === undefined ? {} : { covariates }) };
  });
}
