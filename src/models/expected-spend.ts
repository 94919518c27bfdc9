import { refuseHistory } from "./check-history.ts";
import { GAMMA_GAMMA_PARAMETERS } from "./fit-gamma-gamma.ts";
import { spendExpectation } from "./gamma-gamma.ts";
import { checkPositive, invalidModel } from "./invalid-model.ts";
import type { Predictor, SpendModel } from "./models.ts";
import { type SpendHistory, spendTrouble } from "./spend-cells.ts";

/**
 * What a customer is expected to spend per purchase from now on.
 *
 * A mean between his own repeat purchases and the base's: the more he has bought, the more his own count. A customer without repeat
 * purchases gets the mean of the base.
 *
 * @param model - A fitted model of spend, or a literal `{ kind, parameters, unit }`.
 * @param customer - `{ frequency, monetaryValue }`: repeat purchases and their mean amount.
 * @returns Money per purchase, in the currency of the data.
 * @throws {@link DataError} if the history is impossible, or the mean does not exist (q ≤ 1 and no repeat purchase).
 * @see Fader & Hardie, note 025, equation 5.
 *
 * @example
 * import { expectedSpend } from "clientele";
 *
 * const model = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, gamma: 15.44 }, unit: "week" } as const;
 * expectedSpend(model, { frequency: 2, monetaryValue: 22.35 }); // => 24.66
 */
export function expectedSpend(model: Predictor<SpendModel>, customer: SpendHistory): number {
  checkSpendModel(model);
  refuseHistory(customer, spendTrouble(customer));
  return spendOf(model, customer.frequency, customer.monetaryValue);
}

/** The same of x purchases with mean m that are known to be possible. */
export function spendOf({ parameters }: Predictor<SpendModel>, x: number, m: number): number {
  const { p, q } = parameters;
  if (!(p * x + q > 1)) {
    const message =
      "The mean spend of this customer does not exist: q is at most 1, so a few imaginable customers would spend without limit. Fit the model on more customers, or leave out those without repeat purchases.";
    throw invalidModel("parameters.q", q, message);
  }
  return spendExpectation(parameters, x, m);
}

/** Refuses what is no model of spend, or whose parameters cannot be. */
export function checkSpendModel(model: Predictor<SpendModel>): void {
  if (!(typeof model === "object" && model !== null && model.kind === "gamma-gamma")) {
    const message = "This is no model of spend; those are of kind gamma-gamma.";
    throw invalidModel("spend", model, message);
  }
  checkPositive(model.parameters, GAMMA_GAMMA_PARAMETERS);
}
