import type { RevenueRates } from "./revenue-rates.ts";

/** Recurring revenue at two days and what lies between them, in money: `start + new + expansion + reactivation − contraction − churn = end`. */
export interface RevenueBalance {
  readonly start: number;
  readonly new: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churn: number;
  readonly reactivation: number;
  readonly end: number;
}

/** Paying customers at two days and what lies between them: `start + new + reactivated − churned = end`. */
export interface RevenueCustomers {
  readonly start: number;
  readonly new: number;
  readonly reactivated: number;
  readonly churned: number;
  readonly end: number;
  /** Customers of start and end who pay more, and less. */
  readonly expanded: number;
  readonly contracted: number;
  /** Customers at the end who are served and pay nothing (trials, free plans); they are not among the paying ones. */
  readonly free: number;
}

/** The ledger of a period. */
export interface RevenuePeriod extends RevenueBalance, RevenueRates {
  /** The period, e.g. `"2024-03"`, with its first and last day. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly customers: RevenueCustomers;
  /** Recurring revenue ÷ paying customers, per month, at the end. */
  readonly averageRevenuePerAccount: number | null;
  /** Monthly recurring revenue (monatlich wiederkehrender Umsatz) at the end: the same as `end`. */
  readonly mrr: number;
  /** Annual recurring revenue: twelve times that. */
  readonly arr: number;
}
