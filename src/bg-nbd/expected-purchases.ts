import { expectedUnder } from "../models/expected-purchases.ts";
import { horizonInUnits } from "../models/horizon.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import type { Duration } from "../time/duration.ts";
import { type BgNbdPredictor, checkCustomer, FORMULAS } from "./customer-under-bg-nbd.ts";

/**
 * How many purchases a customer is expected to make, under BG/NBD, within a horizon from now (from age T on).
 *
 * The chance that he has already left is part of the figure. For a new customer pass `NEW_CUSTOMER`.
 *
 * @param model - A BG/NBD model without covariates, or a literal `{ kind: "bg-nbd", parameters, unit }`.
 * @param customer - `{ frequency, recency, T }` in the model's unit.
 * @param horizon - How far to look, e.g. `{ months: 12 }`. Months follow the calendar from the model's `asOf`.
 * @returns Expected number of purchases (of purchase days, if the summaries counted days), at least 0.
 * @throws {@link DataError} if the history is impossible, the horizon is none, or the model is of another kind.
 * @see Fader, Hardie & Lee (2005), equations 9 and 10.
 *
 * @example
 * import { expectedPurchases, NEW_CUSTOMER } from "clientele/bg-nbd";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * expectedPurchases(model, { frequency: 2, recency: 30.43, T: 38.86 }, { weeks: 39 }); // => 1.226
 * expectedPurchases(model, NEW_CUSTOMER, { weeks: 52 }); // => 1.446
 */
export function expectedPurchases(
  model: BgNbdPredictor,
  customer: PurchaseHistory,
  horizon: Duration,
): number {
  checkCustomer(model, customer);
  const { unit, asOf = null } = model;
  const until = horizonInUnits(horizon, { unit, asOf, discrete: false });
  return expectedUnder(FORMULAS, model.parameters, customer, { from: 0, until });
}
