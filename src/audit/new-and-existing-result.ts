import type { IsoDate } from "../time/civil-day.ts";
import type { BasePeriod, BasePeriodKind } from "./base-period.ts";
import type { BaseWarning, Reconciliation } from "./reconciliation.ts";

/** New or existing customers of a period. */
export interface BaseEconomics {
  /** Those who bought in the period. */
  readonly customers: number;
  /** Of all who bought in it; `null` if nobody did. */
  readonly shareOfCustomers: number | null;
  readonly orders: number;
  /** Net of returns. */
  readonly revenue: number;
  /** Of the revenue of all who bought in the period; `null` if that is not above 0. */
  readonly shareOfRevenue: number | null;
  /** How many returns, and their sum, at most 0. */
  readonly returns: number;
  readonly returned: number;
  readonly revenuePerCustomer: number | null;
  readonly ordersPerCustomer: number | null;
  /** Revenue, net of returns, ÷ purchases. */
  readonly averageOrderValue: number | null;
  /** `null` without margins. */
  readonly margin: number | null;
  readonly marginPerCustomer: number | null;
  /** Cost of acquisition for new customers, of retention for existing ones; `null` without costs. */
  readonly cost: number | null;
  /** `null` without costs or customers: of new customers, the acquisition cost of one (CAC). */
  readonly costPerCustomer: number | null;
  /** Margin less cost; `null` if either is missing. */
  readonly marginAfterCost: number | null;
}

/** One period. */
export interface NewAndExistingRow extends BasePeriod {
  /** First purchase ever in the period. */
  readonly new: BaseEconomics;
  /** First purchase before the period, and one in it. */
  readonly existing: BaseEconomics;
  /** People with returns in the period who bought nothing in it. */
  readonly withoutPurchase: {
    readonly customers: number;
    readonly returns: number;
    readonly revenue: number;
    /** `null` without margins. */
    readonly margin: number | null;
  };
  /** Revenue of the log in the period: new + existing + without purchase. */
  readonly revenue: number;
  /** Cost of a new customer ÷ cost of an existing one; `null` without costs or new customers, or if the cost of an existing one is missing or 0. */
  readonly costRatio: number | null;
}

/** New against existing customers (Neukunden und Bestandskunden), period by period. */
export interface NewAndExistingCustomers {
  /** `null` for periods of your own. */
  readonly period: BasePeriodKind | null;
  readonly asOf: IsoDate;
  /** Oldest first; the last may not be over. */
  readonly rows: readonly NewAndExistingRow[];
  /** Revenue of the log up to `asOf` in no row: before `from`, or outside periods of your own. */
  readonly leftOut: number;
  readonly reconciliation: readonly Reconciliation[];
  readonly warnings: readonly BaseWarning[];
}
