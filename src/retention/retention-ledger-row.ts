import type { IsoDate } from "../time/civil-day.ts";
import type { CustomerRates } from "./customer-rates.ts";

/**
 * How the revenue of the active window moved from the start to the end of a period; sums of money, net of returns.
 *
 * start + new + returned + expansion − contraction − lost + adjustment = end.
 */
export interface LedgerRevenue {
  /** Revenue of the log within the window at the start. */
  readonly start: number;
  /** What new customers brought within the window at the end. */
  readonly new: number;
  /** What customers who returned brought. */
  readonly returned: number;
  /** By how much kept customers brought more than before, those who did. */
  readonly expansion: number;
  /** By how much kept customers brought less than before, those who did. */
  readonly contraction: number;
  /** What lost customers had brought within the window at the start. */
  readonly lost: number;
  /** Change of what is no revenue of active customers: credit notes to customers without a purchase in the window. */
  readonly adjustment: number;
  /** Revenue of the log within the window at the end. */
  readonly end: number;
  /** Of what the customers active at the start brought before, how much they bring now; above 1 if they grow. `null` if that was not above 0. */
  readonly netRetentionRate: number | null;
  /** The same without any growth: each kept customer counts at most as much as before. */
  readonly grossRetentionRate: number | null;
}

/** What became of the active customers in one period. */
export interface RetentionLedgerRow extends CustomerRates {
  /** The period, e.g. `"2025-03"`. */
  readonly period: string;
  /** First and last day. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Active at the end of the period before. start + new + returned − lost = end. */
  readonly start: number;
  /** Active at the end who had never bought before the period. */
  readonly new: number;
  /** Active at the start and at the end. */
  readonly kept: number;
  /** Active at the end, not at the start, who had bought before the period. */
  readonly returned: number;
  /** Active at the start, not at the end. */
  readonly lost: number;
  /** Active at the end. */
  readonly end: number;
  /** Known from earlier purchases, but not active at the start: those who can return. */
  readonly inactive: number;
  /** Customers with a purchase in the period itself, whatever the window. */
  readonly buyers: number;
  /** Those with two or more. */
  readonly repeatBuyers: number;
  /** Repeat buyers ÷ buyers (Wiederkaufsrate), with Wilson's interval; `null` without buyers. */
  readonly repeatPurchaseRate: number | null;
  readonly repeatPurchaseLower: number | null;
  readonly repeatPurchaseUpper: number | null;
  readonly revenue: LedgerRevenue;
}
