/**
 * What a book leaves in doubt.
 *
 * - `identical-rows`: rows with customer, start, end, amount and plan of an earlier row, which are probably duplicates; they count in full;
 * - `ends-after-until`, `starts-after-until`: known in advance; such a subscription runs until its end, or begins on its start, as written;
 * - `never-in-service`: the end (exclusive) is the start, so that no day of service is left;
 * - `no-ends`: nobody ever left, which may mean that the ends stand in another column;
 * - `amounts-rounded-to-zero`: more than nothing, but less than half a unit of 10^−decimals, so that it counts as free.
 */
export type SubscriptionWarningCode =
  | "identical-rows"
  | "ends-after-until"
  | "starts-after-until"
  | "never-in-service"
  | "no-ends"
  | "amounts-rounded-to-zero";

/** A doubt about a book, with where it comes from. */
export interface SubscriptionWarning {
  readonly code: SubscriptionWarningCode;
  /** How many rows it concerns. */
  readonly rows: number;
  /** Indices in the input of the first ten of them, from 0. */
  readonly firstRows: readonly number[];
  readonly message: string;
}

const ROWS_SHOWN = 10;

/** Counts rows of a kind and keeps the first. */
export class RowTally {
  readonly first: number[] = [];
  count = 0;

  add(row: number): void {
    this.count += 1;
    if (this.first.length < ROWS_SHOWN) this.first.push(row);
  }

  /** The warning, if there is anything to warn of. */
  warning(code: SubscriptionWarningCode, message: string): readonly SubscriptionWarning[] {
    return this.count === 0 ? [] : [{ code, rows: this.count, firstRows: this.first, message }];
  }
}
