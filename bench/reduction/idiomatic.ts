import type { SummedCustomer } from "./checksum.ts";
import { MILLISECONDS_PER_DAY, type OrderRow } from "./workload.ts";

/** A summed customer with his id. */
interface Customer extends SummedCustomer {
  readonly customerId: string;
}

/**
 * Orders to customers as one writes it without a library: group in a `Map`, sort each customer's orders, go through them once.
 *
 * The functions of a form of date are called from one place each and stand inline in what the engine runs.
 */
export function summarize<DateForm extends Date | number | string>(
  orders: readonly OrderRow<DateForm>[],
  asOf: number,
  { inOrder, dayOf }: DateKind<DateForm>,
): Customer[] {
  const ordersByCustomer = new Map<string, OrderRow<DateForm>[]>();
  for (const order of orders) {
    const own = ordersByCustomer.get(order.customerId);
    if (own) own.push(order);
    else ordersByCustomer.set(order.customerId, [order]);
  }

  const customers: Customer[] = [];
  for (const [customerId, own] of ordersByCustomer) {
    own.sort((one, other) => inOrder(one.date, other.date));
    let firstDay = 0;
    let lastDay = 0;
    let purchaseDays = 0;
    let revenue = 0;
    let repeatRevenue = 0;
    for (const { date, amount } of own) {
      const day = dayOf(date);
      if (purchaseDays === 0) firstDay = day;
      if (purchaseDays === 0 || day !== lastDay) purchaseDays += 1;
      lastDay = day;
      revenue += amount;
      if (day !== firstDay) repeatRevenue += amount;
    }
    const frequency = purchaseDays - 1;
    customers.push({
      customerId,
      frequency,
      recency: lastDay - firstDay,
      T: asOf - firstDay,
      monetaryValue: frequency === 0 ? 0 : repeatRevenue / frequency,
      orders: own.length,
      revenue,
      firstPurchase: isoDate(firstDay),
      lastPurchase: isoDate(lastDay),
    });
  }
  return customers;
}

function isoDate(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** What the reduction needs to know about a form of date. */
export interface DateKind<DateForm> {
  readonly inOrder: (one: DateForm, other: DateForm) => number;
  readonly dayOf: (date: DateForm) => number;
}

export const INSTANTS: DateKind<number> = {
  inOrder: (one, other) => one - other,
  dayOf: (instant) => Math.floor(instant / MILLISECONDS_PER_DAY),
};

export const DATES: DateKind<Date> = {
  inOrder: (one, other) => one.getTime() - other.getTime(),
  dayOf: (date) => Math.floor(date.getTime() / MILLISECONDS_PER_DAY),
};

/** `Date.parse` takes a plain date for midnight UTC. */
export const TEXTS: DateKind<string> = {
  inOrder: (one, other) => (one < other ? -1 : one > other ? 1 : 0),
  dayOf: (date) => Date.parse(date) / MILLISECONDS_PER_DAY,
};
