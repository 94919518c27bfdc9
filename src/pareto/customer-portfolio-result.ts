import type { CustomerId } from "../rows/customer-id.ts";
import type { CriterionScore } from "./account-scores.ts";
import type { AccountWarning } from "./account-warnings.ts";

/**
 * A field of the portfolio: `"star"` is attractive and the position strong, `"question-mark"` attractive and weak, `"cash"` not attractive and
 * strong, `"marginal"` neither.
 */
export type PortfolioField = "star" | "question-mark" | "cash" | "marginal";

/** Where a customer lies. */
export interface PortfolioCustomer {
  /** Place of the row in the input, from 0. */
  readonly index: number;
  readonly customerId: CustomerId;
  readonly field: PortfolioField;
  /** The figure of the row, or the score of the criteria. */
  readonly attractiveness: number;
  readonly position: number;
  /** `null` without the option `value`. */
  readonly value: number | null;
  /** What the criteria add to the score of attractiveness; empty for a plain figure. */
  readonly attractivenessScores: readonly CriterionScore[];
  readonly positionScores: readonly CriterionScore[];
}

/** A field in numbers. */
export interface PortfolioFieldRow {
  readonly field: PortfolioField;
  readonly customers: number;
  /** Of all customers; `null` if there are none. */
  readonly shareOfCustomers: number | null;
  /** `null` without the option `value`. */
  readonly value: number | null;
  /** Of the total value; `null` if that is not above 0. */
  readonly shareOfValue: number | null;
}

/** Customers in four fields (Kundenportfolio). */
export interface CustomerPortfolio {
  /** In the order of the input. */
  readonly rows: readonly PortfolioCustomer[];
  /** All four fields: star, question-mark, cash, marginal. */
  readonly fields: readonly PortfolioFieldRow[];
  readonly customers: number;
  /** Total value; `null` without the option `value`. */
  readonly value: number | null;
  /** Where the fields meet; `null` for a median of nobody. */
  readonly limits: { readonly attractiveness: number | null; readonly position: number | null };
  readonly warnings: readonly AccountWarning[];
}
