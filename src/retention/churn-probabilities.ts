import { logistic } from "../math/log-odds.ts";
import { reportHistory } from "../models/check-history.ts";
import { parametersFor, troubleUnder } from "../models/customer-under-model.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import type { PurchaseKernel } from "../models/purchase-kernel.ts";
import { kernelOf, type PurchaseParameters } from "../models/purchase-kernels.ts";
import { IssueCollector } from "../rows/issue-collector.ts";

/** What a model says of the customers of a base, one by one. */
export interface ChurnProbabilities {
  /** 1 − P(alive). */
  readonly gone: Float64Array;
  /** Probability of no purchase within the units to come; `null` if none were asked for. */
  readonly noPurchase: Float64Array | null;
}

/** The probabilities under a model, whose unit is that of the histories, and for `t` units to come if they are given. */
export function churnProbabilities(
  model: Predictor<PurchaseModel>,
  customers: readonly PurchaseHistory[],
  t: number | null,
): ChurnProbabilities {
  const kernel = kernelOf(model);
  checkHistories(model, kernel, customers);
  const gone = new Float64Array(customers.length);
  const noPurchase = t === null ? null : new Float64Array(customers.length);
  // What a living customer does next is often the same for all of equal frequency and age, and takes long to work out.
  const shared = !kernel.recencyMatters && model.coefficients === undefined;
  const known = new Map<number, Map<number, number>>();
  for (let i = 0; i < customers.length; i++) {
    const customer = customers[i] as PurchaseHistory;
    const parameters = parametersFor(model, customer);
    const { frequency, recency, T } = customer;
    const logOdds = kernel.logOddsDead(parameters, frequency, recency, T);
    gone[i] = logistic(logOdds);
    if (noPurchase === null || t === null) continue;
    let byFrequency = shared ? known.get(T) : undefined;
    let none = byFrequency?.get(frequency);
    if (none === undefined) {
      none = kernel.countProbabilityIfAlive(parameters, frequency, recency, T, t, 0);
      if (shared) {
        if (byFrequency === undefined) {
          byFrequency = new Map();
          known.set(T, byFrequency);
        }
        byFrequency.set(frequency, none);
      }
    }
    noPurchase[i] = Math.min(1, (gone[i] as number) + logistic(-logOdds) * none);
  }
  return { gone, noPurchase };
}

function checkHistories(
  model: Predictor<PurchaseModel>,
  kernel: PurchaseKernel<PurchaseParameters>,
  customers: readonly PurchaseHistory[],
): void {
  const collector = new IssueCollector();
  for (let i = 0; i < customers.length; i++) {
    const customer = customers[i] as PurchaseHistory;
    const fault = troubleUnder(model, kernel, customer);
    if (fault !== null) reportHistory(collector, i, customer, fault);
  }
  collector.throwIfAny();
}
