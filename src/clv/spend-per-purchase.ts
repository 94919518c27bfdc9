import { expectedSpend } from "../models/expected-spend.ts";
import { spendExpectation } from "../models/gamma-gamma.ts";
import type { Predictor, SpendModel } from "../models/models.ts";
import { quoted } from "../rows/issue.ts";
import { checkNumber } from "../rows/options.ts";
import type { PredictedValueOptions, ValuedCustomer } from "./predicted-value-options.ts";

/** Expected spend per purchase of each customer. */
export function spendPerPurchase<Customer extends ValuedCustomer>(
  spend: PredictedValueOptions<Customer>["spend"],
  customers: readonly Customer[],
): Float64Array {
  const found = new Float64Array(customers.length);
  customers.forEach((customer, i) => {
    if (typeof spend === "number") found[i] = spend;
    else if (typeof spend === "function") {
      const own = spend(customer);
      if (typeof own !== "number" || !(own >= 0 && own < Number.POSITIVE_INFINITY))
        checkNumber(`spend of customer ${quoted(customer.customerId)}`, own, { least: 0 });
      found[i] = own;
    } else {
      const { frequency, monetaryValue } = customer;
      found[i] = expectedSpend(spend, { frequency, monetaryValue: monetaryValue ?? Number.NaN });
    }
  });
  return found;
}

/** The same under other parameters; NaN where these have no mean. */
export function spendUnder(
  { parameters }: Predictor<SpendModel>,
  customers: readonly ValuedCustomer[],
): Float64Array {
  return Float64Array.from(customers, ({ frequency, monetaryValue = 0 }) =>
    parameters.p * frequency + parameters.q > 1
      ? spendExpectation(parameters, frequency, monetaryValue)
      : Number.NaN,
  );
}
