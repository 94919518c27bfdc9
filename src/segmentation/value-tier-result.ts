import type { CustomerId } from "../rows/customer-id.ts";
import type { TierName } from "./value-tier-spec.ts";

/** The tier of a customer. */
export interface TieredCustomer {
  /** Place of the row in the input, from 0. */
  readonly index: number;
  /** `null` if the rows name no customers. */
  readonly customerId: CustomerId | null;
  /** As read; 0 for what rounding left of nothing. */
  readonly value: number;
  /** Word or number of the tier; `"none"` for a value of 0 or less. */
  readonly tier: TierName;
  /** 1 plus the number of customers of higher value; equal values share it. */
  readonly rank: number;
}

/** What a tier holds. */
export interface ValueTier {
  readonly tier: TierName;
  readonly customers: number;
  /** Share of all customers, those without value included; `null` if there are none. */
  readonly shareOfCustomers: number | null;
  readonly value: number;
  /** Share of the value of all; `null` unless that is above 0. It is below 0 for a tier of negative value. */
  readonly shareOfValue: number | null;
  /** Value per customer; `null` in an empty tier, as are its limits. */
  readonly mean: number | null;
  /** The lowest value in the tier. */
  readonly lowest: number | null;
  /** The highest value in the tier. */
  readonly highest: number | null;
}

/** What should be known about tiers before they are used. */
export type TierWarningCode = "few-distinct-values" | "empty-tiers" | "negative-values";

/** A doubt about tiers. */
export interface TierWarning {
  readonly code: TierWarningCode;
  /** Distinct values above 0, empty tiers, or customers of negative value, as the code says. */
  readonly count: number;
  readonly message: string;
}

/** Customers by tiers of value. */
export interface ValueTiers {
  /** One for each row of the input, in its order. */
  readonly rows: readonly TieredCustomer[];
  /** From the best to the worst, then `"none"`; each has its row, and they add up to the following. */
  readonly tiers: readonly ValueTier[];
  readonly customers: number;
  /** Sum of all values, negative ones deducted. */
  readonly value: number;
  /** Customers whose value is 0; they are in the tier `"none"`. */
  readonly zeros: { readonly customers: number };
  /** Customers whose value is below 0, and what they add up to; they are in the tier `"none"` as well. */
  readonly negatives: { readonly customers: number; readonly value: number };
  readonly warnings: readonly TierWarning[];
}
