import { logistic } from "../math/log-odds.ts";
import { parametersFor } from "./customer-under-model.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistory } from "./purchase-histories.ts";
import { kernelOf } from "./purchase-kernels.ts";

/** A customer: what a model foretells of him for the holdout, and what he did. */
export interface JudgedCustomer {
  /** Repeat purchases in the calibration. */
  readonly frequency: number;
  /** P(alive) at the end of the calibration. */
  readonly probabilityAlive: number;
  /** Probability of at least one purchase in the holdout. */
  readonly probabilityOfBuying: number;
  /** Expected purchases in the holdout. */
  readonly expected: number;
  /** Purchases in the holdout. */
  readonly actual: number;
}

interface IfAlive {
  readonly expected: number;
  readonly buys: number;
}

/** Each customer's outlook for t units to come, beside his purchases in them; what many customers share is worked out once. */
export function judgedCustomers(
  model: Predictor<PurchaseModel>,
  customers: readonly PurchaseHistory[],
  t: number,
  actual: readonly number[],
): JudgedCustomer[] {
  const kernel = kernelOf(model);
  const shared = !kernel.recencyMatters && model.coefficients === undefined;
  const byAge = new Map<number, Map<number, IfAlive>>();
  return customers.map((customer, i) => {
    const parameters = parametersFor(model, customer);
    const { frequency, recency, T } = customer;
    const ifAlive = (): IfAlive => ({
      expected: kernel.expectedPurchasesIfAlive(parameters, frequency, recency, T, t),
      buys: kernel.tailProbabilityIfAlive(parameters, frequency, recency, T, t, 1),
    });
    const { expected, buys } = shared ? known(byAge, T, frequency, ifAlive) : ifAlive();
    const probabilityAlive = logistic(-kernel.logOddsDead(parameters, frequency, recency, T));
    return {
      frequency,
      probabilityAlive,
      probabilityOfBuying: probabilityAlive * buys,
      expected: probabilityAlive * expected,
      actual: actual[i] as number,
    };
  });
}

function known(
  byAge: Map<number, Map<number, IfAlive>>,
  T: number,
  frequency: number,
  work: () => IfAlive,
): IfAlive {
  let byFrequency = byAge.get(T);
  if (byFrequency === undefined) {
    byFrequency = new Map();
    byAge.set(T, byFrequency);
  }
  let value = byFrequency.get(frequency);
  if (value === undefined) {
    value = work();
    byFrequency.set(frequency, value);
  }
  return value;
}
