import type { BasePeriod } from "./base-period.ts";

/** What a group of customers brought. */
export interface BaseShare {
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
  /** Of the period's revenue from those who bought in it; `null` if that is not above 0. */
  readonly shareOfRevenue: number | null;
}

/** All that happened in one period. */
export interface WholePeriod {
  readonly period: BasePeriod;
  /** Customers who bought in it; those of them whose first purchase lies in it, and the others. */
  readonly customers: number;
  readonly newCustomers: number;
  readonly existingCustomers: number;
  readonly orders: number;
  /** Purchases on the day of a customer's first, and all others. */
  readonly firstOrders: number;
  readonly repeatOrders: number;
  /** Revenue of the log, net of returns: firstRevenue + repeatRevenue + returned. */
  readonly revenue: number;
  readonly firstRevenue: number;
  readonly repeatRevenue: number;
  /** Sum of the returns, at most 0. */
  readonly returned: number;
  /** repeatRevenue ÷ (firstRevenue + repeatRevenue); `null` if there is none. */
  readonly repeatShare: number | null;
  /** Revenue of people who had not bought yet by the end of the period: credit notes without a purchase. In no cohort. */
  readonly beforeFirstPurchase: number;
}

/** View 5: the whole base, period by period and cohort by cohort. */
export interface WholeBase {
  /** From the period in which the log begins to the one in which `asOf` lies. */
  readonly periods: readonly WholePeriod[];
  /** The cohorts by period of first purchase; columns of the matrices. */
  readonly cohorts: readonly BasePeriod[];
  /** A line per period, a number per cohort: revenue net of returns, customers who bought, their purchases. */
  readonly revenue: readonly (readonly number[])[];
  readonly customers: readonly (readonly number[])[];
  readonly orders: readonly (readonly number[])[];
  /** Who makes the revenue of the current period, by when they were won; `null` without a complete period. */
  readonly currentBySource: {
    /** First purchase in the current period. */
    readonly wonInPeriod: BaseShare;
    /** In the twelve months before it began. */
    readonly wonInYearBefore: BaseShare;
    /** Longer ago. */
    readonly wonEarlier: BaseShare;
  } | null;
}
