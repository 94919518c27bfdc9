import { IssueCollector } from "../rows/issue-collector.ts";
import { checkBase } from "./check-base.ts";
import { reportHistory } from "./check-history.ts";
import { checkUnit } from "./check-unit.ts";
import type { ContractHistories } from "./contract-histories.ts";
import { contractTotal } from "./contract-log-likelihood.ts";
import type { ContractModel } from "./contract-models.ts";
import { parametersFor, troubleUnder } from "./customer-under-model.ts";
import { spendLogLikelihood } from "./gamma-gamma.ts";
import type { Model, Predictor, PurchaseModel, SpendModel } from "./models.ts";
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
 * @param customers - Summaries of the base; contract histories for a model of retention.
 * @returns Sum over the customers (times weight).
 * @throws {@link DataError} if a history is impossible or lacks what the model needs, or the units differ.
 *
 * @example
 * import { logLikelihood } from "clientele";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * logLikelihood(model, { unit: "week", rows: [{ frequency: 2, recency: 30.43, T: 38.86 }] }); // => -9.46
 */
export function logLikelihood(model: Predictor<PurchaseModel>, customers: PurchaseHistories): number;
export function logLikelihood(model: Predictor<SpendModel>, customers: SpendHistories): number;
export function logLikelihood(model: Predictor<ContractModel>, customers: ContractHistories): number;
export function logLikelihood(
  model: Predictor<Model>,
  customers: PurchaseHistories | SpendHistories | ContractHistories,
): number {
  if (model?.kind === "gamma-gamma") return spendTotal(model, customers as SpendHistories);
  if (model?.kind === "sbg" || model?.kind === "bdw")
    return contractTotal(model, customers as ContractHistories);
  return purchaseTotal(model, customers as PurchaseHistories);
}

function purchaseTotal(model: Predictor<PurchaseModel>, customers: PurchaseHistories): number {
  const kernel = kernelOf(model);
  checkBase(customers);
  checkUnit(model, customers.unit);
  const needsIntervals = "k" in model.parameters && model.parameters.k > 1;
  const collector = new IssueCollector();
  let sum = 0;
  customers.rows.forEach((row, i) => {
    const { frequency, recency, T, weight = 1, sumLogIntervals = 0 } = row ?? {};
    const lacking = needsIntervals && frequency > 0 && row.sumLogIntervals === undefined;
    const fault = lacking ? NO_INTERVALS : troubleUnder(model, kernel, row);
    if (fault !== null) reportHistory(collector, i, row, fault);
    else
      sum += weight * kernel.logLikelihood(parametersFor(model, row), frequency, recency, T, sumLogIntervals);
  });
  collector.throwIfAny();
  return sum;
}

const NO_INTERVALS = {
  field: "sumLogIntervals",
  trouble:
    "The model tells regular from random times, so it needs sumLogIntervals: use summarizeCustomers(log, { intervals: true }).",
};

function spendTotal(model: Predictor<SpendModel>, customers: SpendHistories): number {
  const { size, frequency, total, weight } = spendCells(customers);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const x = frequency[i] as number;
    sum += (weight[i] as number) * spendLogLikelihood(model.parameters, x, (total[i] as number) / x);
  }
  return sum;
}
