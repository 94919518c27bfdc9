import { softplus } from "../math/log-odds.ts";
import { parametersFor } from "./customer-under-model.ts";
import type { Stretch } from "./horizon.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistory } from "./purchase-histories.ts";
import { kernelOf } from "./purchase-kernels.ts";

/** What a model expects of a customer, in the scales in which errors are nearest to normal. */
export interface CustomerOutlook {
  readonly logOddsDead: number;
  /** Logarithm of the expected purchases, −∞ if there will be none. */
  readonly logPurchases: number;
}

/** The outlooks of customers under one model, which works out only once what customers have in common. */
export function outlookUnder(
  model: Predictor<PurchaseModel>,
  { from, until }: Stretch,
): (customer: PurchaseHistory) => CustomerOutlook {
  const kernel = kernelOf(model);
  const known = new Map<string, number>();
  const purchasesIfAlive = (customer: PurchaseHistory): number => {
    const parameters = parametersFor(model, customer);
    const { frequency, recency, T } = customer;
    const by = (t: number): number => kernel.expectedPurchasesIfAlive(parameters, frequency, recency, T, t);
    return from === 0 ? by(until) : by(until) - by(from);
  };
  return (customer) => {
    const { frequency, recency, T } = customer;
    const key = historyKey(model, kernel.recencyMatters ? customer : { ...customer, recency: 0 });
    let ifAlive = known.get(key);
    if (ifAlive === undefined) {
      ifAlive = purchasesIfAlive(customer);
      known.set(key, ifAlive);
    }
    const logOddsDead = kernel.logOddsDead(parametersFor(model, customer), frequency, recency, T);
    return { logOddsDead, logPurchases: Math.log(ifAlive) - softplus(logOddsDead) };
  };
}

/** A text that is the same for customers who are the same to the model. */
export function historyKey(
  { coefficients = [] }: Pick<Predictor<PurchaseModel>, "coefficients">,
  { frequency, recency, T, covariates }: PurchaseHistory,
): string {
  const values = coefficients.map(({ covariate }) => covariates?.[covariate]);
  return [frequency, recency, T, ...values].join(" ");
}
