import type { Duration } from "../time/duration.ts";
import { refuseHistory } from "./check-history.ts";
import { horizonInUnits } from "./horizon.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import { probabilityAlive } from "./probability-alive.ts";
import { historyTrouble, type PurchaseHistory } from "./purchase-histories.ts";
import { kernelOf } from "./purchase-kernels.ts";

/**
 * How many purchases a customer is expected to make within a horizon from now (from age T on).
 *
 * The chance that he has already left is part of the figure.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param customer - `{ frequency, recency, T }` in the model's unit.
 * @param horizon - How far to look, e.g. `{ months: 12 }`; months follow the calendar from the model's `asOf`.
 * @returns Expected number of purchases (of purchase days, if the summaries counted days), at least 0.
 * @throws {@link DataError} if the history is impossible or the horizon is none.
 * @see Fader, Hardie & Lee (2005), equation 10 (BG/NBD).
 *
 * @example
 * import { expectedPurchases } from "clientele";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * expectedPurchases(model, { frequency: 2, recency: 30.43, T: 38.86 }, { weeks: 39 }); // => 1.226
 */
export function expectedPurchases(
  model: Predictor<PurchaseModel>,
  customer: PurchaseHistory,
  horizon: Duration,
): number {
  const t = horizonInUnits(horizon, model.unit, model.asOf);
  refuseHistory(customer, historyTrouble(customer));
  const { frequency, T } = customer;
  const ifAlive = kernelOf(model).expectedPurchasesIfAlive(model.parameters, frequency, T, t);
  return probabilityAlive(model, customer) * ifAlive;
}
