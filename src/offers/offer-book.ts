import { checkColumnar } from "../rows/check-columnar.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCounts } from "../rows/data-error.ts";
import { checkOption } from "../rows/options.ts";
import type { CivilDay, IsoDate } from "../time/civil-day.ts";
import type { OfferWarning } from "./offer-warning.ts";

/**
 * What stands in `submitted` for an open offer that has not been handed over yet, and in `decided` for one that is not decided: later than any day
 * of the calendar, so that "until today" leaves it out without a special case.
 */
export const NO_DAY: CivilDay = 2 ** 31 - 1;

/** Something by which offers can be grouped, dictionary-coded. */
export interface OfferKey {
  /** What the key was called at the door, such as `"seller"`. */
  readonly name: string;
  /** For each offer the place of its value in `dictionary`; −1 if the row had none. */
  readonly codes: Int32Array;
  /** The distinct values, in the order in which they first appear. */
  readonly dictionary: readonly CustomerId[];
}

declare const checked: unique symbol;

/**
 * The checked offers (quotes, deals, opportunities; Angebote) of a business, one place for each offer, in the order of the rows.
 *
 * Only `offerBook` makes one; that is the proof that nothing below must check again. It is plain data: typed arrays and values that can be cloned
 * and sent to a worker.
 */
export interface OfferBook {
  readonly kind: "offer-book";
  /** Marks a book that has passed the door; exists in types only. */
  readonly [checked]: true;
  /** The id of each offer; the number of its row in the input, from 0, if no column of ids was named. */
  readonly ids: readonly CustomerId[];
  /** To whom each offer was made: place in `customerIds`; −1 if the row names nobody. */
  readonly customers: Int32Array;
  /** Customers in the order in which they first appear. */
  readonly customerIds: readonly CustomerId[];
  /** 0 open, 1 won, 2 lost, 3 withdrawn: the places of `OFFER_STATUSES`. */
  readonly statuses: Uint8Array;
  /** Day of submission in days since 1970-01-01; `NO_DAY` (2147483647) for an open offer that has not been submitted yet. */
  readonly submitted: Int32Array;
  /** Day of decision (order, refusal or withdrawal), never before the submission; `NO_DAY` while the offer is open. */
  readonly decided: Int32Array;
  /** Value of each offer as it was offered, 0 or more, in the one currency of the book; `null` if the rows hold no values. */
  readonly values: Float64Array | null;
  /** Value of the order for offers that were won (the value offered where the rows say nothing else), 0 for all others; `null` without values. */
  readonly wonValues: Float64Array | null;
  /** What an order would contribute after its own costs, in money; `null` if no column of margins was named. May be below 0. */
  readonly margins: Float64Array | null;
  /** What is (still) to be spent on the offer, in money, 0 or more; `null` if no column of costs was named. */
  readonly costs: Float64Array | null;
  /** Hours of work that the offer (still) takes, 0 or more; `null` if no column of hours was named. */
  readonly hours: Float64Array | null;
  /** The stage first, if there is one (the furthest stage that the offer reached), then the other keys as they were named. */
  readonly keys: readonly OfferKey[];
  /** First day of submission; `null` if no offer was submitted. */
  readonly from: IsoDate | null;
  /** Last day that was observed: what is open then is not known to be won or lost. `null` for an empty book. */
  readonly until: IsoDate | null;
  /** The zone that decided the day of instants. */
  readonly timeZone: string;
  /** Rows that were offered to the door: the offers of the book, those left out and those skipped. */
  readonly rows: number;
  /** Rows that are no offers by the option `statuses`, where it says `null`. */
  readonly leftOut: number;
  /** Rows that were skipped as faulty, and why; a row with two faults counts once in `total` and under both codes. */
  readonly skipped: IssueCounts;
  readonly warnings: readonly OfferWarning[];
}

/** The contents of a book, before it is one. */
export type BookContents = Omit<OfferBook, "kind" | typeof checked>;

/** Makes a book of contents that have been checked: the one place that may claim so. */
export function brandBook(contents: BookContents): OfferBook {
  return { kind: "offer-book", ...contents } as OfferBook;
}

/** Refuses what did not pass the door, for those who write without types. */
export function checkOfferBook(book: OfferBook, path = "book"): void {
  const isBook = typeof book === "object" && book !== null && book.kind === "offer-book";
  checkOption(path, book, isBook ? null : "This is no book of offers: pass what offerBook returns.");
  checkColumnar(path, book, [book.statuses, book.submitted, book.decided, book.customers], "offerBook");
}
