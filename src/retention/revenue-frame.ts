import { checkNames, checkOneOf, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import { checkBook, type SubscriptionBook } from "../subscriptions/subscription-book.ts";
import {
  CALENDAR_PERIODS,
  type CalendarPeriod,
  lastPeriodEnd,
  periodIndex,
} from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";

/** Which periods of a book are looked at. */
export interface RevenuePeriodOptions {
  /** Period from whose end to whose end revenue is compared. Default `"month"`. */
  readonly period?: CalendarPeriod;
  /** A day in the first period that is wanted. Default: the first day of the book. What came before decides who is new and who comes back. */
  readonly from?: DateInput;
  /** Day as of which the book is judged, inclusive: a period counts if it is over by then. Default: the last day that the book observed. */
  readonly asOf?: DateInput;
}

/** What a ledger of recurring revenue is made for. */
export interface RevenueMovementOptions extends RevenuePeriodOptions, ConfidenceOptions {}

export const REVENUE_PERIOD_NAMES: Readonly<Record<keyof RevenuePeriodOptions, true>> = {
  period: true,
  from: true,
  asOf: true,
};

const MOVEMENT_NAMES = {
  ...REVENUE_PERIOD_NAMES,
  level: true,
} satisfies Record<keyof RevenueMovementOptions, true>;

/**
 * What should be known about figures of recurring revenue before they are believed; it stops nothing.
 *
 * `"no-complete-period"`: no period is over by `asOf`. `"after-until"`: the day lies after the last one that the book observed, so that
 * whoever ran on then is taken to have stayed.
 */
export interface RevenueWarning {
  readonly code: "no-complete-period" | "after-until";
  readonly message: string;
}

/** The periods of a ledger, by number: from `first` to `last`, both inclusive; none if `last` is below `first`. */
export interface RevenueFrame {
  readonly period: CalendarPeriod;
  readonly first: number;
  readonly last: number;
  /** The last day that is looked at. */
  readonly asOf: CivilDay;
  readonly warnings: readonly RevenueWarning[];
}

/** Checks the book and the options that say which periods are meant; the caller has checked their names. */
export function revenueFrame(book: SubscriptionBook, options: RevenuePeriodOptions): RevenueFrame {
  const { period = "month" } = options;
  checkOneOf("period", period, CALENDAR_PERIODS);
  const asOf = bookDay(book, "asOf", options.asOf);
  const from =
    options.from === undefined ? firstDay(book, asOf) : dayOption("from", options.from, book.timeZone);
  if (options.from !== undefined && from > asOf) {
    throw invalidOption("from", isoDate(from), `It lies after asOf, ${isoDate(asOf)}: pass an earlier day.`);
  }
  const first = periodIndex(from, period);
  const last = periodIndex(lastPeriodEnd(asOf, period), period);
  const warnings = [...warnAfterUntil(book, asOf)];
  if (last < first) {
    const message = `No ${period} from ${isoDate(from)} on is over by ${isoDate(asOf)}: pass a later asOf or a shorter period.`;
    warnings.push({ code: "no-complete-period", message });
  }
  return { period, first, last, asOf, warnings };
}

/** Checks the options of a ledger: names, level, periods. */
export function ledgerFrame(
  book: SubscriptionBook,
  options: RevenueMovementOptions,
): RevenueFrame & { readonly level: number } {
  checkBook(book);
  checkNames("options", options, MOVEMENT_NAMES);
  const { level = 0.95 } = options;
  checkLevel(level);
  return { ...revenueFrame(book, options), level };
}

/** The day that an option names, else the last one that the book observed. */
function bookDay(book: SubscriptionBook, path: string, day: DateInput | undefined): CivilDay {
  if (day !== undefined) return dayOption(path, day, book.timeZone);
  if (book.until !== null) return civilDayOfIso(book.until);
  throw invalidOption(
    path,
    null,
    "The book holds no subscriptions, so it has no last day: pass the day to judge it as of.",
  );
}

/** A book whose first subscription lies after `asOf` has nothing to tell by then. */
function firstDay(book: SubscriptionBook, asOf: CivilDay): CivilDay {
  return book.from === null ? asOf : Math.min(asOf, civilDayOfIso(book.from));
}

/** Warns of a day that the book does not reach. */
export function warnAfterUntil(book: SubscriptionBook, day: CivilDay): readonly RevenueWarning[] {
  if (book.until === null || day <= civilDayOfIso(book.until)) return [];
  const message = `The book was observed until ${book.until}, and ${isoDate(day)} lies after it: whoever ran on then is taken to have stayed.`;
  return [{ code: "after-until", message }];
}
