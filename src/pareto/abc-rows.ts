import { CompensatedSums } from "../math/compensated-sums.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { AbcClass } from "./abc-options.ts";
import type { AbcOrder } from "./abc-order.ts";
import type { AbcClassSummary, AbcCustomer } from "./abc-result.ts";

/** Every customer with his class, in descending order; A and B end before the places given. */
export function abcRows(
  order: AbcOrder,
  endA: number,
  endB: number,
  ids: readonly CustomerId[] | null,
): AbcCustomer[] {
  const { values, places, positives, cumulative, positiveTotal } = order;
  const rows = new Array<AbcCustomer>(values.length);
  let rank = 1;
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number;
    if (k > 0 && value !== values[k - 1]) rank = k + 1;
    const index = places[k] as number;
    rows[k] = {
      customerId: ids === null ? null : (ids[index] as CustomerId),
      index,
      value,
      class: k < endA ? "A" : k < endB ? "B" : "C",
      rank,
      share: positives === 0 ? null : k < positives ? value / positiveTotal : 0,
      cumulativeShare: positives === 0 ? null : k < positives ? (cumulative[k] as number) / positiveTotal : 1,
    };
  }
  return rows;
}

/** What A, B and C hold. */
export function abcSummaries(order: AbcOrder, endA: number, endB: number): AbcClassSummary[] {
  const n = order.values.length;
  return [summaryOf(order, "A", 0, endA), summaryOf(order, "B", endA, endB), summaryOf(order, "C", endB, n)];
}

function summaryOf(order: AbcOrder, name: AbcClass, start: number, end: number): AbcClassSummary {
  const { values, positives, positiveTotal } = order;
  const sums = new CompensatedSums(2);
  for (let k = start; k < end; k++) sums.add(k < positives ? 0 : 1, values[k] as number);
  const customers = end - start;
  return {
    class: name,
    customers,
    shareOfCustomers: values.length === 0 ? null : customers / values.length,
    value: sums.at(0) + sums.at(1),
    shareOfValue: positives === 0 ? null : sums.at(0) / positiveTotal,
    highest: customers === 0 ? null : (values[start] as number),
    lowest: customers === 0 ? null : (values[end - 1] as number),
  };
}
