import type { IsoDate } from "../time/civil-day.ts";
import type { BasePeriod } from "./base-period.ts";
import type { BaseWarning, Reconciliation } from "./reconciliation.ts";

/** One factor of revenue in both periods, and what its change did. */
export interface TreeFactor {
  /** `null` if there is nothing to divide by. */
  readonly before: number | null;
  readonly now: number | null;
  /** now ÷ before − 1; `null` if either is missing or before is 0. */
  readonly growth: number | null;
  /** The change of revenue that is due to this factor, in money; `null` if the change cannot be split. */
  readonly effect: number | null;
}

/** The effect of the number of customers, by those who came and went. */
export interface CustomersEffect {
  /** How many, and the change of revenue due to them; `null` if it cannot be split. Who is lost has an effect below 0. */
  readonly new: { readonly customers: number; readonly effect: number | null };
  readonly returned: { readonly customers: number; readonly effect: number | null };
  readonly lost: { readonly customers: number; readonly effect: number | null };
}

/** Why a change of revenue cannot be split: a period had no buyers, or their revenue in it was not above 0. */
export type NoSplitReason = "no-customers" | "no-positive-revenue";

/** Growth of revenue as effects of customers, orders per customer and value per order (Umsatztreiberbaum). */
export interface RevenueTree {
  readonly previous: BasePeriod;
  readonly current: BasePeriod;
  readonly asOf: IsoDate;
  /** Revenue of the log in either period, net of returns. */
  readonly revenueBefore: number;
  readonly revenueNow: number;
  readonly change: number;
  /** change ÷ revenueBefore; `null` if that is not above 0. */
  readonly growth: number | null;
  /** Customers × orders per customer × average order value = revenue of those who bought in the period. */
  readonly customers: TreeFactor;
  readonly ordersPerCustomer: TreeFactor;
  /** Revenue, net of returns, ÷ purchases. */
  readonly averageOrderValue: TreeFactor;
  /** The effect of customers once more, in parts. */
  readonly customersEffect: CustomersEffect;
  /** Change of the credit notes to people who bought nothing in the period; the effects and this are the change. */
  readonly withoutPurchase: number;
  /** Why there are no effects; `null` if there are. */
  readonly noSplit: NoSplitReason | null;
  /** What the effects leave unexplained: 0, or rounding far below a cent; `null` without effects. */
  readonly residual: number | null;
  readonly reconciliation: readonly Reconciliation[];
  readonly warnings: readonly BaseWarning[];
}
