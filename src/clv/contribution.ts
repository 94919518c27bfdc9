import type { CustomerId } from "../rows/customer-id.ts";

/** What a cost is for; it decides from which contribution on it is deducted. */
export type CustomerCostKind = "deduction" | "product" | "order" | "service" | "marketing" | "sales";

/** The contribution levels: after product cost, after order and service, after marketing and sales. */
export type ContributionLevel = 1 | 2 | 3;

/** From which level on a kind of cost is deducted. */
export const LEVEL_OF_COST: Readonly<Record<CustomerCostKind, ContributionLevel>> = {
  deduction: 1,
  product: 1,
  order: 2,
  service: 2,
  marketing: 3,
  sales: 3,
};

/** What customers have brought so far, step by step; money in the currency of the log. */
export interface Contributions {
  /** Transactions of 0 or more. */
  readonly purchases: number;
  /** Transactions below 0. */
  readonly returns: number;
  /** Sum of the purchases, before anything is deducted. */
  readonly revenue: number;
  /** Returns and other deductions (rebates, bonuses), as a positive amount. */
  readonly deductions: number;
  readonly productCost: number;
  /** Revenue − deductions − product cost (Kundendeckungsbeitrag I). */
  readonly contribution1: number;
  readonly orderAndServiceCost: number;
  /** Contribution I − order and service cost (Kundendeckungsbeitrag II). */
  readonly contribution2: number;
  readonly marketingAndSalesCost: number;
  /** Contribution II − marketing and sales cost of this customer (Kundendeckungsbeitrag III). */
  readonly contribution3: number;
  /** Contribution III, with interest if a rate was given. */
  readonly value: number;
}

/** What one customer has brought so far. */
export interface CustomerContributions extends Contributions {
  readonly customerId: CustomerId;
}
