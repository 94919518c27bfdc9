import type { CustomerId } from "../rows/customer-id.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { daysPerUnit, type TimeUnit } from "../time/unit.ts";
import { CustomerTally } from "./customer-tally.ts";
import type { ReducedCustomers } from "./reducer-summaries.ts";
import { frequencyOf, monetaryValueOf } from "./summary-of.ts";

/** Customers who have bought, as columns of equal length; `predictColumns` takes them. */
export interface SummaryColumns {
  /** Unit of `recency` and `T`. */
  readonly unit: TimeUnit;
  readonly asOf: IsoDate;
  /** Repeat purchases. */
  readonly frequency: Float64Array;
  /** Age at the last purchase. */
  readonly recency: Float64Array;
  /** Age as of the day of the columns. */
  readonly T: Float64Array;
  /** Mean amount of the repeat purchases; 0 if there were none. */
  readonly monetaryValue: Float64Array;
}

/** The summaries as columns. */
export function reducedColumns(reduced: ReducedCustomers): SummaryColumns {
  const { settings, asOf, states } = reduced;
  const buyers = buyersOf(reduced);
  const perUnit = daysPerUnit(settings.unit);
  const frequency = new Float64Array(buyers.length);
  const recency = new Float64Array(buyers.length);
  const T = new Float64Array(buyers.length);
  const monetaryValue = new Float64Array(buyers.length);
  const tally = new CustomerTally();
  for (let i = 0; i < buyers.length; i++) {
    states.read(buyers[i] as number, tally);
    frequency[i] = frequencyOf(tally, settings.count);
    recency[i] = (tally.lastDay - tally.firstDay) / perUnit;
    T[i] = (asOf - tally.firstDay) / perUnit;
    monetaryValue[i] = monetaryValueOf(tally, settings.count);
  }
  return { unit: settings.unit, asOf: isoDate(asOf), frequency, recency, T, monetaryValue };
}

/** The ids of the customers who have bought, in the order of summaries and columns. */
export function buyerIds(reduced: ReducedCustomers): readonly CustomerId[] {
  return Array.from(buyersOf(reduced), (c) => reduced.customerIds[c] as CustomerId);
}

/** The numbers of the customers who have bought. */
export function buyersOf({ customerIds, states }: ReducedCustomers): Int32Array {
  states.settle();
  const buyers = new Int32Array(customerIds.length);
  let count = 0;
  for (let c = 0; c < buyers.length; c++) if (states.ordersOf(c) > 0) buyers[count++] = c;
  return buyers.subarray(0, count);
}
