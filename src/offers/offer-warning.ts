/** What is doubtful about a book of offers without making it unusable. */
export type OfferWarningCode =
  | "zero_values"
  | "future_decisions"
  | "unsubmitted_offers"
  | "unused_status_words";

/** A doubt that stops nothing, as data. */
export interface OfferWarning {
  readonly code: OfferWarningCode;
  /** How many offers (or words) it concerns. */
  readonly count: number;
  /** What it means, in English. */
  readonly message: string;
}
