import type { OfferBook } from "../offers/offer-book.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { CALENDAR_PERIODS, type CalendarPeriod } from "../time/calendar-period.ts";
import { HIT_RATE_NAMES, type HitRateBasis, type HitRateOptions } from "./hit-rate-options.ts";
import { checkBasis, type HitRatePlan, hitRatePlan } from "./hit-rate-plan.ts";

/** Which rates are followed over time. */
export interface HitRateOverTimeOptions extends HitRateOptions {
  /** Default `"month"`. */
  readonly period?: CalendarPeriod;
  /** What orders are divided by. Default `"decided"`. */
  readonly basis?: HitRateBasis;
  /** Name of a key of the book, to follow each of its groups. Default: none, all offers together. */
  readonly by?: string;
}

const NAMES = { ...HIT_RATE_NAMES, period: true, basis: true, by: true } satisfies Record<
  keyof HitRateOverTimeOptions,
  true
>;

/** The options, checked and complete. */
export interface OverTimePlan extends HitRatePlan {
  readonly period: CalendarPeriod;
  readonly basis: HitRateBasis;
}

export function overTimePlan(book: OfferBook, options: HitRateOverTimeOptions): OverTimePlan {
  checkNames("options", options, NAMES);
  const { period = "month", basis = "decided", by: _, ...rest } = options;
  checkOneOf("period", period, CALENDAR_PERIODS);
  const plan = hitRatePlan(book, rest);
  checkBasis(basis, plan);
  return { ...plan, period, basis };
}
