import type { CustomerId } from "../rows/customer-id.ts";
import type { CivilDay, IsoDate } from "../time/civil-day.ts";
import type { CustomerSummary, PurchaseCount } from "./customer-summaries.ts";
import type { CustomerTally } from "./customer-tally.ts";

/** How tallies become summaries. */
export interface SummaryFrame {
  readonly asOf: CivilDay;
  /** Days per unit of recency and T. */
  readonly perUnit: number;
  readonly count: PurchaseCount;
  readonly hasMargin: boolean;
  /** Writes a day as a date. */
  readonly written: (day: CivilDay) => IsoDate;
}

/** The summary of a customer who has bought; `sumLogDays` is the sum of the logarithms of the days between purchases, if asked for. */
export function summaryOf(
  customerId: CustomerId,
  tally: CustomerTally,
  frame: SummaryFrame,
  sumLogDays: number | null,
): CustomerSummary {
  const { asOf, perUnit, count, written } = frame;
  const frequency = frequencyOf(tally, count);
  const summary = {
    customerId,
    frequency,
    recency: (tally.lastDay - tally.firstDay) / perUnit,
    T: (asOf - tally.firstDay) / perUnit,
    monetaryValue: monetaryValueOf(tally, count),
    orders: tally.orders,
    revenue: tally.revenue,
    firstPurchase: written(tally.firstDay),
    lastPurchase: written(tally.lastDay),
  };
  const row = frame.hasMargin ? { ...summary, margin: tally.margin } : summary;
  return sumLogDays === null
    ? row
    : { ...row, sumLogIntervals: logIntervals(sumLogDays, frequency, perUnit) };
}

/** Repeat purchases of a customer who has bought. */
export function frequencyOf(tally: CustomerTally, count: PurchaseCount): number {
  return (count === "purchases" ? tally.orders : tally.days) - 1;
}

/** Mean amount of the repeat purchases; 0 if there are none. */
export function monetaryValueOf(tally: CustomerTally, count: PurchaseCount): number {
  const frequency = frequencyOf(tally, count);
  return frequency === 0 ? 0 : repeatAmount(tally, count) / frequency;
}

/** Logarithms of days become those of the unit. */
export function logIntervals(sumLogDays: number, frequency: number, perUnit: number): number {
  return sumLogDays - frequency * Math.log(perUnit);
}

function repeatAmount(
  { laterAmount, firstDayAmount, firstDayOrders }: CustomerTally,
  count: PurchaseCount,
): number {
  if (count === "purchase-days") return laterAmount;
  return laterAmount + (firstDayAmount * (firstDayOrders - 1)) / firstDayOrders;
}
