import type { BasePeriod } from "./base-period.ts";

/** By which value customers are compared: revenue net of returns, or margin. */
export type AuditValue = "revenue" | "margin";

/** Customers in a class, and what they brought in the period. */
export interface CustomerGroup {
  readonly customers: number;
  /** Of all who bought in the period; `null` if nobody did. */
  readonly shareOfCustomers: number | null;
  readonly orders: number;
  readonly revenue: number;
  /** Of the revenue of all who bought in the period; `null` if that is not above 0. */
  readonly shareOfRevenue: number | null;
  /** `null` without margins. */
  readonly margin: number | null;
}

/** Customers with a number of orders. */
export interface OrdersClass extends CustomerGroup {
  /** Least and greatest number of orders in the class; `to` is `null` for the last: so many or more. */
  readonly from: number;
  readonly to: number | null;
}

/** Customers whose revenue or margin in the period lies in a class. */
export interface ValueClass extends CustomerGroup {
  /** The least value that belongs, and the first that no longer does; `null` where the class has no end. */
  readonly from: number | null;
  readonly below: number | null;
}

/** How a value is spread over the customers who bought in the period. */
export interface ValueDistribution {
  readonly mean: number | null;
  /** Quantiles by linear interpolation, at 5, 10, 25, 50, 75, 90, 95 and 99 %, with the least (0) and the greatest (1). Empty without customers. */
  readonly quantiles: readonly { readonly share: number; readonly value: number }[];
  /** A histogram; the classes touch, the lower limit belongs to the class. */
  readonly classes: readonly ValueClass[];
  /** Customers with a value below 0, and their sum. */
  readonly negative: {
    readonly customers: number;
    readonly shareOfCustomers: number | null;
    readonly value: number;
  };
}

/** A tenth of the customers. */
export interface DecileRow extends CustomerGroup {
  /** 1 the best, 10 the last. */
  readonly decile: number;
  /** Revenue or margin, whichever customers are sorted by; its share of the total, and that of all deciles up to this one. `null` if the total is not above 0. */
  readonly value: number;
  readonly shareOfValue: number | null;
  readonly cumulativeShare: number | null;
  /** Greatest and least value of a customer in it; `null` if it is empty. */
  readonly highest: number | null;
  readonly lowest: number | null;
  /** `null` if it is empty. */
  readonly ordersPerCustomer: number | null;
  readonly averageOrderValue: number | null;
  readonly revenuePerCustomer: number | null;
  readonly marginPerCustomer: number | null;
}

/** View 1: how the customers of one period differ. */
export interface CustomerDifferences {
  readonly period: BasePeriod;
  /** Who bought in the period, and what they brought net of returns. */
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
  readonly margin: number | null;
  readonly revenuePerCustomer: number | null;
  readonly ordersPerCustomer: number | null;
  readonly averageOrderValue: number | null;
  /** People with credit notes in the period who bought nothing in it: in none of the figures above and below. */
  readonly withoutPurchase: { readonly customers: number; readonly revenue: number };
  readonly byOrders: readonly OrdersClass[];
  readonly spend: ValueDistribution;
  /** The same of margins; `null` without them. */
  readonly profit: ValueDistribution | null;
  /** By which value the customers are sorted, in deciles and below. */
  readonly sortedBy: AuditValue;
  /** Always ten rows. */
  readonly deciles: readonly DecileRow[];
  /** Gini coefficient; values below 0 count as 0. `null` if no value is above 0. */
  readonly gini: number | null;
  /** What the best customers bring: a point of the Lorenz curve, and the fewest whole customers that are this share; values below 0 count as 0. */
  readonly top: {
    /** The share of customers, as in the option `topShare`. */
    readonly customers: number;
    readonly shareOfValue: number | null;
    readonly wholeCustomers: number | null;
    readonly shareOfWhole: number | null;
  };
}
