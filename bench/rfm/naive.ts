import { RFM_RULES } from "clientele";
import { DAYS, FIRST_DAY, MILLISECONDS_PER_DAY, type OrderRow, type Orders } from "../reduction/workload.ts";

/** A customer as one writes it without a library. */
export interface NaiveCustomer {
  readonly customerId: string | number;
  readonly daysSinceLastPurchase: number;
  readonly orders: number;
  readonly revenue: number;
  readonly recencyScore: number;
  readonly frequencyScore: number;
  readonly monetaryScore: number;
  readonly cell: string;
  readonly segment: string | undefined;
}

interface Sums {
  lastDay: number;
  orders: number;
  revenue: number;
}

const LAST_DAY = FIRST_DAY + DAYS - 1;
const SEGMENTS = new Map(RFM_RULES.flatMap(({ segment, cells }) => cells.map((cell) => [cell, segment])));

/** RFM of row objects: sums in a `Map`, values sorted with a comparator, and one pass that scores. */
export function rfmOfRows(rows: readonly OrderRow<number>[]): readonly NaiveCustomer[] {
  const customers = new Map<string, Sums>();
  for (const { customerId, date, amount } of rows) {
    add(customers, customerId, Math.floor(date / MILLISECONDS_PER_DAY), amount);
  }
  return scored(customers, (values) => [...values].sort((one, other) => one - other));
}

/** The same from columns with integer ids and days, sorted in typed arrays: as quick as a `Map` of sums allows. */
export function rfmOfColumns({ customer, day, amount }: Orders): readonly NaiveCustomer[] {
  const customers = new Map<number, Sums>();
  for (let i = 0; i < customer.length; i++) {
    add(customers, customer[i] as number, day[i] as number, amount[i] as number);
  }
  return scored(customers, (values) => Float64Array.from(values).sort());
}

function add<Id>(customers: Map<Id, Sums>, id: Id, day: number, amount: number): void {
  const sums = customers.get(id);
  if (sums) {
    if (day > sums.lastDay) sums.lastDay = day;
    sums.orders += 1;
    sums.revenue += amount;
  } else customers.set(id, { lastDay: day, orders: 1, revenue: amount });
}

function scored(
  customers: ReadonlyMap<string | number, Sums>,
  ascending: (values: readonly number[]) => ArrayLike<number>,
): readonly NaiveCustomer[] {
  const all = [...customers].map(([customerId, { lastDay, orders, revenue }]) => ({
    customerId,
    daysSinceLastPurchase: LAST_DAY - lastDay,
    orders,
    // Cents, since sums of the same amounts in another order differ in their last digits.
    revenue: Math.round(revenue * 100) / 100,
  }));
  const days = quintiles(ascending(all.map(({ daysSinceLastPurchase }) => daysSinceLastPurchase)));
  const orders = quintiles(ascending(all.map((customer) => customer.orders)));
  const revenue = quintiles(ascending(all.map((customer) => customer.revenue)));
  return all.map((customer) => {
    const recencyScore = 6 - scoreOf(customer.daysSinceLastPurchase, days);
    const frequencyScore = scoreOf(customer.orders, orders);
    const monetaryScore = scoreOf(customer.revenue, revenue);
    const fm = Math.ceil((frequencyScore + monetaryScore) / 2);
    const cell = `${recencyScore}${frequencyScore}${monetaryScore}`;
    const segment = SEGMENTS.get(`${recencyScore}${fm}`);
    return { ...customer, recencyScore, frequencyScore, monetaryScore, cell, segment };
  });
}

function quintiles(ascending: ArrayLike<number>): readonly number[] {
  return [1, 2, 3, 4].map((k) => {
    const place = ((ascending.length - 1) * k) / 5;
    const below = Math.floor(place);
    const low = ascending[below] as number;
    const high = ascending[Math.min(below + 1, ascending.length - 1)] as number;
    return low + (place - below) * (high - low);
  });
}

function scoreOf(value: number, limits: readonly number[]): number {
  return 1 + limits.filter((limit) => limit < value).length;
}
