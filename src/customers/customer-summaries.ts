import type { CustomerId } from "../rows/customer-id.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";

/** What a customer has done, in the quantities of the purchase models. */
export interface CustomerSummary {
  readonly customerId: CustomerId;
  /** Repeat purchases (x): purchase days but the first, or all purchases but the first. */
  readonly frequency: number;
  /** Age at the last purchase (tx), in the unit of the summaries; 0 if there was only one. Not RFM's recency. */
  readonly recency: number;
  /** Age as of the day of the summaries: time since the first purchase. */
  readonly T: number;
  /** Mean amount of the repeat purchases (per repeat purchase day, if days are counted); 0 if there were none. Returns are left out. */
  readonly monetaryValue: number;
  /** Purchases: transactions of 0 or more, the first included. */
  readonly orders: number;
  /** Sum of all amounts, returns deducted. */
  readonly revenue: number;
  /** Sum of all margins, if the log carries margins. */
  readonly margin?: number;
  /** Sum of the natural logarithms of the times between successive purchase days, in the unit; if asked for by `{ intervals: true }`. */
  readonly sumLogIntervals?: number;
  readonly firstPurchase: IsoDate;
  readonly lastPurchase: IsoDate;
}

/** The customers of a log as of a day. */
export interface CustomerSummaries {
  /** Unit of `recency` and `T`. */
  readonly unit: TimeUnit;
  readonly asOf: IsoDate;
  /** Whether `frequency` counts purchase days or purchases. */
  readonly count: PurchaseCount;
  /** One row per customer who has bought, in the order of the log. */
  readonly rows: readonly CustomerSummary[];
  /** Who stands in the log but has no purchase by then (returns only); with them revenue reconciles with the log. */
  readonly withoutPurchase: { readonly customers: number; readonly revenue: number };
}

/** What is counted as one purchase: each transaction of 0 or more, or all of them on one day together. */
export type PurchaseCount = "purchase-days" | "purchases";
