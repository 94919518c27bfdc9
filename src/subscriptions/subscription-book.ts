import { checkColumnar } from "../rows/check-columnar.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCounts } from "../rows/data-error.ts";
import { checkOption } from "../rows/options.ts";
import type { CivilDay, IsoDate } from "../time/civil-day.ts";
import type { SubscriptionWarning } from "./subscription-warning.ts";

/** What stands in `ends` for a subscription that runs on: later than any day of the calendar, so that comparisons need no special case. */
export const NO_END: CivilDay = 2 ** 31 - 1;

/** Something by which subscriptions can be grouped, dictionary-coded. */
export interface SubscriptionKey {
  /** `"plan"`, or what the key was called at the door. */
  readonly name: string;
  /** For each subscription the place of its value in `dictionary`; −1 if the row had none. */
  readonly codes: Int32Array;
  /** The distinct values, in the order in which they first appear. */
  readonly dictionary: readonly CustomerId[];
}

declare const checked: unique symbol;

/**
 * The checked subscriptions (contracts, Verträge) of a customer base.
 *
 * The subscriptions of customer `c` stand at `offsets[c]` up to (not including) `offsets[c + 1]`, by ascending start, then end. Only
 * `subscriptionBook` makes one; that is the proof that nothing below must check again. It is plain data: typed arrays and values that can be
 * cloned and sent to a worker.
 */
export interface SubscriptionBook {
  readonly kind: "subscription-book";
  /** Marks a book that has passed the door; exists in types only. */
  readonly [checked]: true;
  /** Customers in the order in which they first appear. */
  readonly customerIds: readonly CustomerId[];
  readonly offsets: Int32Array;
  /** First day of service of each subscription, in days since 1970-01-01. */
  readonly starts: Int32Array;
  /**
   * Last day of service, inclusive whatever the rows said; `NO_END` (2147483647) while there is none. It may lie after `until` (a known end in the
   * future), and is the day before the start for a subscription that never was in service.
   */
  readonly ends: Int32Array;
  /** Money per month as whole units of 10^−decimals, 0 or more, so that sums are exact: `amounts[i] / 10 ** decimals` is the money. */
  readonly amounts: Float64Array;
  readonly decimals: number;
  /** The plan first, if there is one, then the other keys as they were named. */
  readonly keys: readonly SubscriptionKey[];
  /** The id of each subscription; `null` if no column of ids was named. */
  readonly ids: readonly CustomerId[] | null;
  /** First day of service of the first subscription; `null` if there is none. */
  readonly from: IsoDate | null;
  /** Last day that was observed: what runs on then is known to run until then, and no longer. `null` for an empty book. */
  readonly until: IsoDate | null;
  /** The zone that decided the day of instants. */
  readonly timeZone: string;
  /** Rows that were offered, good and bad. */
  readonly rows: number;
  /** Rows that were left out, and why; a row with two faults counts once in `total` and under both codes. */
  readonly skipped: IssueCounts;
  readonly warnings: readonly SubscriptionWarning[];
}

/** The contents of a book, before it is one. */
export type BookContents = Omit<SubscriptionBook, "kind" | typeof checked>;

/** Makes a book of contents that have been checked: the one place that may claim so. */
export function brandBook(contents: BookContents): SubscriptionBook {
  return { kind: "subscription-book", ...contents } as SubscriptionBook;
}

/** Refuses what did not pass the door, for those who write without types. */
export function checkBook(book: SubscriptionBook, path = "book"): void {
  const isBook = typeof book === "object" && book !== null && book.kind === "subscription-book";
  checkOption(path, book, isBook ? null : "This is no book: pass what subscriptionBook returns.");
  checkColumnar(path, book, [book.offsets, book.starts, book.ends, book.amounts], "subscriptionBook");
}
