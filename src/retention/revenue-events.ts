import { NO_END, type SubscriptionBook } from "../subscriptions/subscription-book.ts";
import { type CalendarPeriod, periodNumbering } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { RevenueAccounts } from "./revenue-accounts.ts";

/** When subscriptions begin to count at period ends, and when they cease to. */
export interface RevenueEvents {
  /** Where the events of each account start. */
  readonly offsets: Int32Array;
  /** Period and subscription in one number each, see `periodOf` and `codeOf`; ascending within an account. */
  readonly events: Float64Array;
  /** Number of the period from which the periods of the events are counted. */
  readonly firstPeriod: number;
}

const CODES = 2 ** 31;

/** The period of an event, counted from the first. */
export function periodOf(event: number): number {
  return Math.floor(event / CODES);
}

/** Twice the place of the subscription in the book, plus 1 if it ceases to count. */
export function codeOf(event: number): number {
  return event - Math.floor(event / CODES) * CODES;
}

/**
 * The events up to a last day; the period in which it lies ends with it.
 *
 * A subscription counts at the end of the period in which it starts and of all later ones, up to the one before that in which the day after its last
 * lies.
 */
export function revenueEvents(
  { starts, ends }: SubscriptionBook,
  { accountOf, count }: RevenueAccounts,
  period: CalendarPeriod,
  lastDay: CivilDay,
): RevenueEvents {
  const numberOf = periodNumbering(period);
  const begins = new Int32Array(starts.length).fill(NO_END);
  const ceases = new Int32Array(starts.length).fill(NO_END);
  const offsets = new Int32Array(count + 1);
  let firstPeriod = NO_END;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] as number;
    if (start > lastDay) continue;
    const end = ends[i] as number;
    const from = numberOf(start);
    const to = end < lastDay ? numberOf(end + 1) : NO_END;
    // Between two period ends it came and went.
    if (from === to) continue;
    firstPeriod = Math.min(firstPeriod, from);
    begins[i] = from;
    ceases[i] = to;
    const next = (accountOf[i] as number) + 1;
    offsets[next] = (offsets[next] as number) + (to === NO_END ? 1 : 2);
  }
  for (let a = 0; a < count; a++) offsets[a + 1] = (offsets[a + 1] as number) + (offsets[a] as number);
  const events = new Float64Array(offsets[count] as number);
  const cursor = offsets.slice();
  for (let i = 0; i < starts.length; i++) {
    if (begins[i] === NO_END) continue;
    const account = accountOf[i] as number;
    let place = cursor[account] as number;
    events[place++] = ((begins[i] as number) - firstPeriod) * CODES + 2 * i;
    if (ceases[i] !== NO_END) events[place++] = ((ceases[i] as number) - firstPeriod) * CODES + 2 * i + 1;
    cursor[account] = place;
  }
  for (let a = 0; a < count; a++) sortEvents(events, offsets[a] as number, offsets[a + 1] as number);
  return { offsets, events, firstPeriod };
}

const FEW = 32;

/** Insertion sort for the handful that most accounts have. */
function sortEvents(events: Float64Array, from: number, to: number): void {
  if (to - from > FEW) {
    events.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const event = events[i] as number;
    let place = i;
    while (place > from && (events[place - 1] as number) > event) {
      events[place] = events[place - 1] as number;
      place -= 1;
    }
    events[place] = event;
  }
}
