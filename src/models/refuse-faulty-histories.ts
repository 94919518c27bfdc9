import { IssueCollector } from "../rows/issue-collector.ts";
import { reportHistory } from "./check-history.ts";
import { troubleUnder } from "./customer-under-model.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { WeightedHistory } from "./purchase-histories.ts";
import { kernelOf } from "./purchase-kernels.ts";

/** Refuses customers whose histories cannot be or lack what the model needs, all at once. */
export function refuseFaultyHistories(
  model: Predictor<PurchaseModel>,
  customers: readonly WeightedHistory[],
): void {
  const kernel = kernelOf(model);
  const collector = new IssueCollector();
  customers.forEach((row, i) => {
    const fault = troubleUnder(model, kernel, row);
    if (fault !== null) reportHistory(collector, i, row, fault);
  });
  collector.throwIfAny();
}
