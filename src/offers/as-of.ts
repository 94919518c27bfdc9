import { invalidOption } from "../rows/options.ts";
import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { checkOfferBook, NO_DAY, type OfferBook } from "./offer-book.ts";
import { OPEN } from "./offer-status.ts";

/** The standing of an offer that is submitted only after the day as of which the book is judged: it is not known yet. */
export const NOT_YET = 4;
/** The standing of an open offer that has not been submitted. */
export const DRAFT = 5;

/** The day as of which a book is judged: what the user says, else the last day that was observed. */
export function offersAsOf(book: OfferBook, asOf: DateInput | undefined): CivilDay {
  checkOfferBook(book);
  if (asOf !== undefined) return dayOption("asOf", asOf, book.timeZone);
  if (book.until !== null) return civilDayOfIso(book.until);
  throw invalidOption(
    "asOf",
    null,
    "No offer of the book was submitted, so it has no last day: pass the day to judge it as of.",
  );
}

/**
 * How every offer stood at the end of a day: the code of its status, `NOT_YET` or `DRAFT`.
 *
 * An offer that was decided later was still open then. Drafts carry no day, so they are drafts at any.
 */
export function standings(book: OfferBook, asOf: CivilDay): Uint8Array<ArrayBuffer> {
  const { statuses, submitted, decided } = book;
  const result = new Uint8Array(statuses.length);
  for (let i = 0; i < result.length; i++) {
    const day = submitted[i] as number;
    if (day === NO_DAY) result[i] = DRAFT;
    else if (day > asOf) result[i] = NOT_YET;
    else result[i] = (decided[i] as number) > asOf ? OPEN : (statuses[i] as number);
  }
  return result;
}
