import type { PurchaseCount } from "../customers/customer-summaries.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import { comparableSums } from "./rfm-comparable-sums.ts";

/** What is scored, customer by customer. */
export interface RfmValues {
  /** `null` for a customer without an id. */
  readonly ids: readonly (CustomerId | null)[];
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
}

/** The customers of a log who bought in the window, with the others counted. */
export interface LogValues extends RfmValues {
  readonly ids: readonly CustomerId[];
  readonly revenue: Float64Array;
  /** What is added up for the monetary score, before rounding errors are cut off. */
  readonly money: Float64Array;
  /** Customers seen by `asOf` without purchase in the window, and what their returns in it come to. */
  readonly omitted: { readonly customers: number; readonly revenue: number };
}

/** The days that are looked at, both inclusive, and how. */
export interface LogReading {
  readonly from: CivilDay;
  readonly asOf: CivilDay;
  readonly count: PurchaseCount;
  /** What is added up for the monetary score. */
  readonly money: Float64Array;
}

/** Adds up each customer's purchases and money in the window. */
export function valuesOfLog(log: TransactionLog, { from, asOf, count, money }: LogReading): LogValues {
  const { customerIds, offsets, days, amounts } = log;
  const ids: CustomerId[] = [];
  const recency = new Float64Array(customerIds.length);
  const frequency = new Float64Array(customerIds.length);
  const values = new Float64Array(customerIds.length);
  const revenue = new Float64Array(customerIds.length);
  const everyPurchase = count === "purchases";
  let others = 0;
  let othersRevenue = 0;
  for (let c = 0; c < customerIds.length; c++) {
    const start = offsets[c] as number;
    const end = offsets[c + 1] as number;
    let i = start;
    let orders = 0;
    let lastDay = from - 1;
    let sum = 0;
    let value = 0;
    for (; i < end; i++) {
      const day = days[i] as number;
      if (day > asOf) break;
      if (day < from) continue;
      const amount = amounts[i] as number;
      sum += amount;
      value += money[i] as number;
      if (!isPurchase(amount)) continue;
      if (everyPurchase || day !== lastDay) orders += 1;
      lastDay = day;
    }
    if (orders > 0) {
      const place = ids.push(customerIds[c] as CustomerId) - 1;
      recency[place] = asOf - lastDay;
      frequency[place] = orders;
      values[place] = value;
      revenue[place] = sum;
    } else if (i > start) {
      others += 1;
      othersRevenue += sum;
    }
  }
  const bought = ids.length;
  const sums = values.subarray(0, bought);
  return {
    ids,
    recency: recency.subarray(0, bought),
    frequency: frequency.subarray(0, bought),
    monetary: comparableSums(sums),
    revenue: revenue.subarray(0, bought),
    money: sums,
    omitted: { customers: others, revenue: othersRevenue },
  };
}
