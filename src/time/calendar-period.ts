import { type CivilDay, civilDayOf, isoDate, MILLISECONDS_PER_DAY } from "./civil-day.ts";

/** A period of the calendar: a day, a week from Monday to Sunday (ISO 8601), a month, a quarter or a year. */
export type CalendarPeriod = "day" | "week" | "month" | "quarter" | "year";

export const CALENDAR_PERIODS: readonly CalendarPeriod[] = ["day", "week", "month", "quarter", "year"];

/**
 * The number of the calendar period in which a day lies.
 *
 * Periods of one kind are numbered without a gap, so that their difference counts periods.
 */
export function periodIndex(day: CivilDay, period: CalendarPeriod): number {
  if (period === "day") return day;
  // 1970-01-01 was a Thursday.
  if (period === "week") return Math.floor((day + 3) / 7);
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const year = date.getUTCFullYear();
  if (period === "year") return year;
  const month = date.getUTCMonth();
  return period === "quarter" ? 4 * year + Math.floor(month / 3) : 12 * year + month;
}

/** `periodIndex` for many days, which asks the calendar once for each distinct day. */
export function periodNumbering(period: CalendarPeriod): (day: CivilDay) => number {
  if (period === "day" || period === "week") return (day) => periodIndex(day, period);
  // A ring of recent days, since an array is several times faster than a `Map`.
  const days = new Int32Array(RING).fill(NO_DAY);
  const periods = new Int32Array(RING);
  return (day) => {
    const place = day & (RING - 1);
    if (days[place] !== day) {
      days[place] = day;
      periods[place] = periodIndex(day, period);
    }
    return periods[place] as number;
  };
}

/** Room for eleven years. */
const RING = 4096;
const NO_DAY = 2 ** 31 - 1;

/** The first day of the period with a number. */
export function periodStart(index: number, period: CalendarPeriod): CivilDay {
  if (period === "day") return index;
  if (period === "week") return 7 * index - 3;
  const monthsPerPeriod = period === "year" ? 12 : period === "quarter" ? 3 : 1;
  const months = index * monthsPerPeriod;
  return civilDayOf(Math.floor(months / 12), (months % 12) + 1, 1);
}

/** The last day of the period with a number. */
export function periodEnd(index: number, period: CalendarPeriod): CivilDay {
  return periodStart(index + 1, period) - 1;
}

/** How a period is written: `2025-03-31`, `2025-W14` (ISO 8601), `2025-03`, `2025-Q1` or `2025`. */
export function periodName(index: number, period: CalendarPeriod): string {
  const start = periodStart(index, period);
  if (period === "week") return weekName(start);
  const date = isoDate(start);
  if (period === "day") return date;
  const year = date.slice(0, 4);
  if (period === "year") return year;
  return period === "month" ? date.slice(0, 7) : `${year}-Q${(index % 4) + 1}`;
}

/** A week belongs to the year of its Thursday. */
function weekName(monday: CivilDay): string {
  const thursday = monday + 3;
  const year = isoDate(thursday).slice(0, 4);
  const week = Math.floor((thursday - civilDayOf(Number(year), 1, 1)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The last day by which the newest period is over: the day itself if it ends a period. */
export function lastPeriodEnd(day: CivilDay, period: CalendarPeriod): CivilDay {
  return periodStart(periodIndex(day + 1, period), period) - 1;
}
