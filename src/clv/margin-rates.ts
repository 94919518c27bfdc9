import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNumber } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { uniqueCustomers } from "../rows/unique-customers.ts";

/** The margin rate of one customer. */
export interface CustomerMarginRate {
  readonly customerId: CustomerId;
  /** Share of revenue that is margin, −1 to 1. */
  readonly marginRate: number;
}

/** Share of revenue that is margin, −1 to 1: one number for all, a function of the customer, or a row per customer. */
export type MarginRates<Customer> = number | ((customer: Customer) => number) | Iterable<CustomerMarginRate>;

const RANGE = { least: -1, most: 1 };

/** The margin rate of each customer; customers without one are told of together. */
export function readMarginRates<Customer extends { readonly customerId: CustomerId }>(
  rates: MarginRates<Customer>,
  customers: readonly Customer[],
): Float64Array {
  const found = new Float64Array(customers.length);
  if (typeof rates !== "object") {
    if (typeof rates !== "function") checkNumber("marginRate", rates, RANGE);
    customers.forEach((customer, i) => {
      const rate = typeof rates === "function" ? rates(customer) : rates;
      // Looking a name up for each customer would cost more than the rates.
      if (typeof rate !== "number" || !(rate >= -1 && rate <= 1))
        checkNumber(`marginRate of customer ${quoted(customer.customerId)}`, rate, RANGE);
      found[i] = rate;
    });
    return found;
  }
  const byCustomer = ratesByCustomer(rates);
  const collector = new IssueCollector();
  customers.forEach(({ customerId }, i) => {
    const rate = byCustomer.get(customerId);
    if (rate === undefined)
      collector.add("missing_value", i, "marginRate", customerId, () => {
        return `The rows of margin rates have none for customer ${quoted(customerId)}: add it, or pass a function with a rate for all others.`;
      });
    else found[i] = rate;
  });
  collector.throwIfAny();
  return found;
}

function ratesByCustomer(rows: Iterable<CustomerMarginRate>): ReadonlyMap<CustomerId, number> {
  const list = objectRows(rows, "marginRate");
  const collector = new IssueCollector();
  const ids = uniqueCustomers(list, "customerId", "customerId", collector);
  const rates = readNumbers(list, "marginRate", "marginRate", collector);
  rates.forEach((rate, i) => {
    if (rate < -1 || rate > 1)
      collector.add("invalid_value", i, "marginRate", rate, () => {
        return `${rate} is no share of revenue: it lies between -1 and 1, so 30 percent is 0.3.`;
      });
  });
  collector.throwIfAny();
  return new Map(ids.map((id, i) => [id, rates[i] as number]));
}
