import { DRAFT } from "../offers/as-of.ts";
import { NO_DAY, type OfferBook } from "../offers/offer-book.ts";
import { OPEN } from "../offers/offer-status.ts";
import type { CivilDay } from "../time/civil-day.ts";

/** The age of a draft: it counts as handed over on the day after the book is judged, so that even a decision on that day lies ahead. */
export const DRAFT_AGE = -1;

/** The offers of a pipeline, in the order of the book, and how old they are. */
export interface PipelineOffers {
  /** For each its place in the book. */
  readonly places: Int32Array;
  /** Days since its submission; `DRAFT_AGE` for a draft. */
  readonly ages: Int32Array;
  /** What each would bring; zeros if the book holds no values. */
  readonly values: Float64Array;
}

/** The offers that are open as of a day, with or without those that have not been handed over. */
export function pipelineOffers(
  book: OfferBook,
  asOf: CivilDay,
  standing: Uint8Array,
  withDrafts: boolean,
): PipelineOffers {
  const belongs = (i: number): boolean => standing[i] === OPEN || (withDrafts && standing[i] === DRAFT);
  let count = 0;
  for (let i = 0; i < standing.length; i++) if (belongs(i)) count += 1;
  const places = new Int32Array(count);
  const ages = new Int32Array(count);
  const values = new Float64Array(count);
  let at = 0;
  for (let i = 0; i < standing.length; i++) {
    if (!belongs(i)) continue;
    const submitted = book.submitted[i] as number;
    places[at] = i;
    ages[at] = submitted === NO_DAY ? DRAFT_AGE : asOf - submitted;
    if (book.values !== null) values[at] = book.values[i] as number;
    at += 1;
  }
  return { places, ages, values };
}
