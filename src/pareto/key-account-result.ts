import type { CustomerId } from "../rows/customer-id.ts";
import type { CriterionScore } from "./account-scores.ts";
import type { AccountWarning } from "./account-warnings.ts";
import type { KeyAccountRule } from "./key-account-options.ts";

/** Why somebody is a key account: by value, by score, or because somebody said so. */
export type KeyAccountReason = "value" | "score" | "strategic";

/** A customer, and whether it is a key account. */
export interface KeyAccount {
  /** Place of the row in the input, from 0. */
  readonly index: number;
  readonly customerId: CustomerId;
  readonly value: number;
  /** Share of the total value; `null` if the total is not above 0. */
  readonly share: number | null;
  /** Share of all customers up to this one and its equals; `null` if the total is not above 0. */
  readonly cumulativeShare: number | null;
  /** Place from 1 by value, or by score if there are criteria; equals share the best place. */
  readonly rank: number;
  readonly keyAccount: boolean;
  /** All that speaks for it; empty for those who are no key accounts. */
  readonly reasons: readonly KeyAccountReason[];
  /** Weighted mean of the normalised criteria, rounded to 12 decimals; `null` without criteria. */
  readonly score: number | null;
  /** What each criterion adds to the score; empty without criteria. */
  readonly scores: readonly CriterionScore[];
}

/** Key accounts in numbers. */
export interface KeyAccountSummary {
  readonly customers: number;
  readonly keyAccounts: number;
  /** Key accounts of all customers; `null` if there are none. */
  readonly shareOfCustomers: number | null;
  /** Total value of all customers. */
  readonly value: number;
  readonly keyAccountValue: number;
  /** Value of all others: the two make up the total. */
  readonly otherValue: number;
  /** Value of the key accounts of the total; `null` if the total is not above 0. */
  readonly shareOfValue: number | null;
  /** How many key accounts there are for each reason; some have two. */
  readonly byReason: Readonly<Record<KeyAccountReason, number>>;
}

/** All customers in their order, and who of them are key accounts. */
export interface KeyAccounts {
  readonly rule: KeyAccountRule;
  /** By rank; equals as they came. */
  readonly rows: readonly KeyAccount[];
  readonly summary: KeyAccountSummary;
  readonly warnings: readonly AccountWarning[];
}
