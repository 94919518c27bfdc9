import { checkOption, invalidOption } from "../rows/options.ts";
import { type CalendarPeriod, periodEnd, periodName, periodStart } from "../time/calendar-period.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";

/** Successive periods without gaps; place 0 is the one before the first that is told of. */
export interface PeriodSequence {
  readonly names: readonly string[];
  /** First and last day of each. */
  readonly starts: readonly CivilDay[];
  readonly ends: readonly CivilDay[];
}

/** The calendar periods with numbers `first` to `last`, after the one before them. */
export function calendarSequence(period: CalendarPeriod, first: number, last: number): PeriodSequence {
  const numbers = Array.from({ length: last - first + 2 }, (_, place) => first - 1 + place);
  return {
    names: numbers.map((number) => periodName(number, period)),
    starts: numbers.map((number) => periodStart(number, period)),
    ends: numbers.map((number) => periodEnd(number, period)),
  };
}

/**
 * Periods of the caller's own that are over by a day.
 *
 * `boundaries` are the first day of each and, last of all, the day after the last. Where customers are active in a period if they bought in
 * it, the first period can only be a start; with a window of its own length there is one before it.
 */
export function ownSequence(
  boundaries: readonly DateInput[],
  {
    asOf,
    timeZone,
    ownWindow,
  }: { readonly asOf: CivilDay; readonly timeZone: string; readonly ownWindow: boolean },
): PeriodSequence {
  checkOption("boundaries", boundaries, Array.isArray(boundaries) ? null : SHAPE);
  const days = boundaries.map((boundary, i) => dayOption(`boundaries[${i}]`, boundary, timeZone));
  const unordered = days.findIndex((day, i) => i > 0 && day <= (days[i - 1] as number));
  if (unordered > 0) {
    const before = isoDate(days[unordered - 1] as number);
    const trouble = `It does not lie after ${before}: name the first day of each period in order.`;
    throw invalidOption(`boundaries[${unordered}]`, isoDate(days[unordered] as number), trouble);
  }
  const needed = ownWindow ? 2 : 3;
  const few = `${days.length} days make no row: ${ownWindow ? SHAPE : FIRST_IS_START}`;
  checkOption("boundaries", null, days.length < needed ? few : null);
  const [begin] = days as [CivilDay, ...CivilDay[]];
  const starts = days.slice(0, -1);
  const ends = days.slice(1).map((day) => day - 1);
  if (ownWindow) {
    starts.unshift(begin - 1);
    ends.unshift(begin - 1);
  }
  const over = ends.filter((end) => end <= asOf).length;
  return {
    names: starts.slice(0, over).map((start, place) => `${isoDate(start)}/${isoDate(ends[place] as number)}`),
    starts: starts.slice(0, over),
    ends: ends.slice(0, over),
  };
}

const SHAPE =
  'Name the first day of each period and, last of all, the day after the last: ["2024-07-01", "2025-07-01"].';
const FIRST_IS_START =
  "the first period is only the start of the second, so name at least three days, or pass an activeWindow.";
