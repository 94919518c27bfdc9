import { logistic } from "../math/log-odds.ts";
import { checkedKernel } from "./customer-under-model.ts";
import { type Horizon, type Stretch, stretchOf } from "./horizon.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistory } from "./purchase-histories.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";

/** The history of a customer who has just made his first purchase: with it, predictions are those for a new customer. */
export const NEW_CUSTOMER: PurchaseHistory = Object.freeze({ frequency: 0, recency: 0, T: 0 });

/**
 * How many purchases a customer is expected to make within a horizon from now (from age T on), or between two days.
 *
 * The chance that he has already left is part of the figure. For a new customer pass `NEW_CUSTOMER`.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param customer - `{ frequency, recency, T }` in the model's unit; with `covariates` if the model has coefficients.
 * @param horizon - How far to look, e.g. `{ months: 12 }`, or days `{ from, until }` after the model's `asOf`, both included. Months follow the
 *   calendar from the model's `asOf`. For BG/BB, a whole number of opportunities.
 * @returns Expected number of purchases (of purchase days, if the summaries counted days), at least 0.
 * @throws {@link DataError} if the history is impossible or the horizon is none.
 * @see Fader, Hardie & Lee (2005), equations 9 and 10 (BG/NBD); Fader & Hardie, note 009 (Pareto/NBD); Fader, Hardie & Shang (2010),
 *   equation 13 (BG/BB).
 *
 * @example
 * import { expectedPurchases, NEW_CUSTOMER } from "clientele";
 *
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const model = { kind: "bg-nbd", parameters, unit: "week", asOf: "1997-09-30" } as const;
 * const customer = { frequency: 2, recency: 30.43, T: 38.86 };
 * expectedPurchases(model, customer, { weeks: 39 }); // => 1.226
 * expectedPurchases(model, customer, { from: "1997-12-01", until: "1997-12-31" }); // => 0.149
 * expectedPurchases(model, NEW_CUSTOMER, { weeks: 52 }); // => 1.446
 */
export function expectedPurchases(
  model: Predictor<PurchaseModel>,
  customer: PurchaseHistory,
  horizon: Horizon,
): number {
  const { kernel, parameters } = checkedKernel(model, customer);
  const { unit, asOf = null } = model;
  const stretch = stretchOf(horizon, { unit, asOf, discrete: kernel.discrete });
  return expectedUnder(kernel, parameters, customer, stretch);
}

type ExpectationFormulas<Parameters> = Pick<
  PurchaseKernel<Parameters>,
  "logOddsDead" | "expectedPurchasesIfAlive"
>;

/** `expectedPurchases` by the formulas of a model and the parameters that hold for the customer. */
export function expectedUnder<Parameters>(
  kernel: ExpectationFormulas<Parameters>,
  parameters: Parameters,
  { frequency, recency, T }: PurchaseHistory,
  { from, until }: Stretch,
): number {
  const by = (t: number): number => kernel.expectedPurchasesIfAlive(parameters, frequency, recency, T, t);
  const alive = logistic(-kernel.logOddsDead(parameters, frequency, recency, T));
  return alive * (from === 0 ? by(until) : by(until) - by(from));
}
