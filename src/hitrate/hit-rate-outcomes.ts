import { DRAFT, NOT_YET, standings } from "../offers/as-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { OPEN } from "../offers/offer-status.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { addDuration, type Duration, subtractDuration } from "../time/duration.ts";
import { type HitRatePlan, NO_DECISION, OUTSIDE } from "./hit-rate-plan.ts";

/** What became of every offer, and the day by which it belongs to a window. */
export interface OfferOutcomes {
  /** The standings, with `NO_DECISION` and `OUTSIDE` beside them. */
  readonly outcomes: Uint8Array;
  /** Submission or decision, by the window; of no meaning for offers that have none. */
  readonly days: Int32Array;
}

/** What became of every offer as of the day and inside the window. */
export function offerOutcomes(book: OfferBook, plan: HitRatePlan): OfferOutcomes {
  const outcomes = standings(book, plan.asOf);
  if (plan.noDecisionAfter !== null) markOld(book, outcomes, plan.asOf, plan.noDecisionAfter);
  const days = plan.window === "cohort" ? book.submitted : decisionDays(book, outcomes, plan.noDecisionAfter);
  if (plan.from !== null || plan.to < plan.asOf) markOutside(outcomes, days, plan);
  return { outcomes, days };
}

function markOld(book: OfferBook, outcomes: Uint8Array, asOf: CivilDay, limit: Duration): void {
  const { submitted } = book;
  const last = lastOldDay(asOf, limit);
  for (let i = 0; i < outcomes.length; i++) {
    if (outcomes[i] === OPEN && (submitted[i] as number) <= last) outcomes[i] = NO_DECISION;
  }
}

/** The last day of submission from which more than a duration has passed; months of unequal length make it differ from the plain difference. */
function lastOldDay(asOf: CivilDay, limit: Duration): CivilDay {
  let day = subtractDuration(asOf, limit);
  while (addDuration(day, limit) >= asOf) day -= 1;
  while (addDuration(day + 1, limit) < asOf) day += 1;
  return day;
}

/** Days of decision; an offer that was not decided in time counts on the first day after its time. */
function decisionDays(book: OfferBook, outcomes: Uint8Array, limit: Duration | null): Int32Array {
  if (limit === null) return book.decided;
  const days = book.decided.slice();
  const known = new Map<CivilDay, CivilDay>();
  for (let i = 0; i < days.length; i++) {
    if (outcomes[i] !== NO_DECISION) continue;
    const submitted = book.submitted[i] as number;
    let late = known.get(submitted);
    if (late === undefined) {
      late = addDuration(submitted, limit) + 1;
      known.set(submitted, late);
    }
    days[i] = late;
  }
  return days;
}

function markOutside(outcomes: Uint8Array, days: Int32Array, { window, from, to }: HitRatePlan): void {
  const first = from ?? Number.NEGATIVE_INFINITY;
  // What is open is decided in no period, so it stays to be counted.
  const kept = window === "period" ? OPEN : DRAFT;
  for (let i = 0; i < outcomes.length; i++) {
    const outcome = outcomes[i] as number;
    if (outcome === DRAFT || outcome === NOT_YET || outcome === kept) continue;
    const day = days[i] as number;
    if (day < first || day > to) outcomes[i] = OUTSIDE;
  }
}
