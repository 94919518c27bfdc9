import { NO_END, type SubscriptionBook } from "../subscriptions/subscription-book.ts";
import type { CivilDay } from "../time/civil-day.ts";

/** Which subscriptions count, and which make one cover. */
export interface CoverRules {
  readonly asOf: CivilDay;
  /** Whether only what is paid counts. */
  readonly paid: boolean;
  /** Days without service that a cover bridges; `null` if every subscription is a cover of its own. */
  readonly gap: number | null;
}

/** A stretch of service without a longer gap; one object serves all in turn. */
export interface Cover {
  start: CivilDay;
  /** Last day of service; `NO_END` while there is none. */
  last: CivilDay;
  /** Place of the subscription with which it begins. */
  first: number;
  /** Place of the subscription that lasts longest. */
  longest: number;
  /** Where the next cover is to be looked for. */
  next: number;
}

/** Reads the cover that begins at a place or later; false if there is none by the day of the rules. */
export function readCover(
  cover: Cover,
  book: SubscriptionBook,
  place: number,
  stop: number,
  rules: CoverRules,
): boolean {
  const { starts, ends, amounts } = book;
  const { asOf, paid, gap } = rules;
  let begun = false;
  let i = place;
  for (; i < stop; i++) {
    const start = starts[i] as number;
    const last = ends[i] as number;
    if (start > asOf) break;
    if (last < start || (paid && amounts[i] === 0)) continue;
    if (!begun) {
      begun = true;
      cover.start = start;
      cover.last = last;
      cover.first = i;
      cover.longest = i;
      continue;
    }
    if (gap === null || (cover.last !== NO_END && start - cover.last - 1 > gap)) break;
    if (last < cover.last) continue;
    cover.last = last;
    cover.longest = i;
  }
  cover.next = i;
  return begun;
}
