import { logistic } from "../math/log-odds.ts";
import { refuseHistory } from "./check-history.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import { historyTrouble, type PurchaseHistory } from "./purchase-histories.ts";
import { kernelOf } from "./purchase-kernels.ts";

/**
 * The probability that a customer is still one: that he has not left for good by age T.
 *
 * Under BG/NBD it is 1 for every customer without a repeat purchase, since he is thought to leave only after one.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param customer - `{ frequency, recency, T }` in the model's unit, such as a row of `summarizeCustomers`.
 * @returns A probability from 0 to 1.
 * @throws {@link DataError} if the history is impossible (a recency beyond T, say).
 * @see Fader & Hardie, note 021 (BG/NBD).
 *
 * @example
 * import { probabilityAlive } from "clientele";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * probabilityAlive(model, { frequency: 2, recency: 30.43, T: 38.86 }); // => 0.727
 */
export function probabilityAlive(model: Predictor<PurchaseModel>, customer: PurchaseHistory): number {
  refuseHistory(customer, historyTrouble(customer));
  const { frequency, recency, T } = customer;
  return logistic(-kernelOf(model).logOddsDead(model.parameters, frequency, recency, T));
}
