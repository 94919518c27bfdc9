import { type CalendarPeriod, periodEnd, periodIndex } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";

/** The period of every day of a span, so that hot loops need not ask the calendar. */
export interface PeriodTable {
  /** First day of the span. */
  readonly first: CivilDay;
  /** The number of the period in which the first day lies; the table counts from it. */
  readonly firstPeriod: number;
  /** For each day since the first, in which period it lies: 0 for the first period, 1 for the next. */
  readonly periods: Int32Array;
}

export function periodTable(first: CivilDay, last: CivilDay, period: CalendarPeriod): PeriodTable {
  const firstPeriod = periodIndex(first, period);
  const periods = new Int32Array(Math.max(0, last - first + 1));
  let day = first;
  for (let number = firstPeriod; day <= last; number++) {
    const end = Math.min(periodEnd(number, period), last);
    periods.fill(number - firstPeriod, day - first, end - first + 1);
    day = end + 1;
  }
  return { first, firstPeriod, periods };
}
