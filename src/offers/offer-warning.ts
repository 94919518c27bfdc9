/**
 * What is doubtful about a book of offers without making it unusable.
 *
 * - `zero_values`: offers with a value of 0, which count by number but weigh nothing by value;
 * - `future_submissions`, `future_decisions`: after the last day that was observed;
 * - `unsubmitted_offers`: open offers without a day of submission (drafts);
 * - `unused_status_words`: words of the option `statuses` that no row has;
 * - `absent_fields`: columns that were named as a field that no row has.
 */
export type OfferWarningCode =
  | "zero_values"
  | "future_submissions"
  | "future_decisions"
  | "unsubmitted_offers"
  | "unused_status_words"
  | "absent_fields";

/** A doubt that stops nothing, as data. */
export interface OfferWarning {
  readonly code: OfferWarningCode;
  /** How many offers (or words, or columns) it concerns. */
  readonly count: number;
  /** What it means, in English. */
  readonly message: string;
}
