import { type AliveOptions, aliveUnder } from "../models/probability-alive.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import { type BgNbdPredictor, checkCustomer, FORMULAS } from "./customer-under-bg-nbd.ts";

/**
 * The probability, under BG/NBD, that a customer is still one: that he has not left for good by age T, or by a later day.
 *
 * It is 1 for every customer without a repeat purchase, since he is thought to leave only after one.
 *
 * @param model - A BG/NBD model without covariates, or a literal `{ kind: "bg-nbd", parameters, unit }`.
 * @param customer - `{ frequency, recency, T }` in the model's unit, such as a row of `summarizeCustomers`.
 * @param options - `after`: how much later, e.g. `{ months: 3 }`. Default: now.
 * @returns A probability from 0 to 1.
 * @throws {@link DataError} if the history is impossible (a recency beyond T, say), or the model is of another kind.
 * @see Fader & Hardie, note 021.
 *
 * @example
 * import { probabilityAlive } from "clientele/bg-nbd";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * probabilityAlive(model, { frequency: 2, recency: 30.43, T: 38.86 }); // => 0.727
 */
export function probabilityAlive(
  model: BgNbdPredictor,
  customer: PurchaseHistory,
  options: AliveOptions = {},
): number {
  checkCustomer(model, customer);
  return aliveUnder(FORMULAS, model.parameters, model, customer, options);
}
