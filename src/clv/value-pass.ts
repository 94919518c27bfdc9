import { CompensatedSums } from "../math/compensated-sums.ts";
import { logistic } from "../math/log-odds.ts";
import { parametersFor } from "../models/customer-under-model.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import { kernelOf } from "../models/purchase-kernels.ts";
import { purchaseOutlooks } from "./purchase-outlook.ts";
import type { ValueSchedule } from "./value-schedule.ts";

/** What is expected of each customer and of all, under one set of parameters. */
export interface ValuePass {
  readonly values: Float64Array;
  /** Not discounted; infinite where purchases do not end. */
  readonly undiscounted: Float64Array;
  readonly total: number;
}

/** The same by period, of all customers together. */
export interface ValueSteps {
  /** Mean probability of being alive at the beginning of each period; `null` if nobody asks. */
  readonly survival: Float64Array | null;
  readonly undiscounted: Float64Array;
  readonly values: Float64Array;
  readonly purchases: Float64Array;
  readonly discountedPurchases: Float64Array;
}

/** Values of customers whose times are in the model's unit; `money` is margin per purchase. */
export function passOver(
  model: Predictor<PurchaseModel>,
  customers: readonly PurchaseHistory[],
  money: Float64Array,
  schedule: ValueSchedule,
  steps: ValueSteps | null = null,
): ValuePass {
  const kernel = kernelOf(model);
  const outlook = purchaseOutlooks(model, schedule, {
    byPeriod: steps !== null,
    survival: steps !== null && steps.survival !== null,
  });
  const values = new Float64Array(customers.length);
  const undiscounted = new Float64Array(customers.length);
  const sum = new CompensatedSums(1);
  customers.forEach((customer, i) => {
    const { frequency, recency, T } = customer;
    const alive = logistic(-kernel.logOddsDead(parametersFor(model, customer), frequency, recency, T));
    const ahead = outlook(customer);
    const perPurchase = money[i] as number;
    const value = alive * ahead.totalDiscounted * perPurchase;
    values[i] = value;
    // Nothing times for ever is nothing.
    undiscounted[i] = perPurchase === 0 ? 0 : alive * ahead.totalPurchases * perPurchase;
    sum.add(0, value);
    if (steps === null) return;
    for (let k = 0; k < ahead.purchases.length; k++) {
      if (steps.survival !== null)
        addTo(steps.survival, k, (alive * (ahead.survival[k] as number)) / customers.length);
      addTo(steps.purchases, k, alive * (ahead.purchases[k] as number));
      addTo(steps.discountedPurchases, k, alive * (ahead.discounted[k] as number));
      addTo(steps.undiscounted, k, alive * (ahead.purchases[k] as number) * perPurchase);
      addTo(steps.values, k, alive * (ahead.discounted[k] as number) * perPurchase);
    }
  });
  return { values, undiscounted, total: sum.at(0) };
}

function addTo(sums: Float64Array, k: number, value: number): void {
  sums[k] = (sums[k] as number) + value;
}

/** Room for the sums of so many periods. */
export function emptySteps(periods: number, parts: { readonly survival: boolean }): ValueSteps {
  const zeros = (): Float64Array => new Float64Array(periods);
  return {
    survival: parts.survival ? zeros() : null,
    undiscounted: zeros(),
    values: zeros(),
    purchases: zeros(),
    discountedPurchases: zeros(),
  };
}
