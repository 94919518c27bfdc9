import { type CivilDay, MILLISECONDS_PER_DAY } from "./civil-day.ts";
import type { TimeUnit } from "./unit.ts";

/**
 * The number of the calendar period in which a day lies: days, weeks from Monday to Sunday (ISO 8601), months or years.
 *
 * Periods of one unit are numbered without a gap, so that their difference counts periods.
 */
export function periodIndex(day: CivilDay, unit: TimeUnit): number {
  if (unit === "day") return day;
  // 1970-01-01 was a Thursday.
  if (unit === "week") return Math.floor((day + 3) / 7);
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return unit === "year" ? date.getUTCFullYear() : 12 * date.getUTCFullYear() + date.getUTCMonth();
}

/** `periodIndex` for many days, which asks the calendar once for each distinct day. */
export function periodNumbering(unit: TimeUnit): (day: CivilDay) => number {
  if (unit === "day" || unit === "week") return (day) => periodIndex(day, unit);
  // A ring of recent days, since an array is several times faster than a `Map`.
  const days = new Int32Array(RING).fill(NO_DAY);
  const periods = new Int32Array(RING);
  return (day) => {
    const place = day & (RING - 1);
    if (days[place] !== day) {
      days[place] = day;
      periods[place] = periodIndex(day, unit);
    }
    return periods[place] as number;
  };
}

/** Room for eleven years. */
const RING = 4096;
const NO_DAY = 2 ** 31 - 1;

/** The last day by which the newest period is over: the day itself if it ends a period. */
export function lastPeriodEnd(day: CivilDay, unit: TimeUnit): CivilDay {
  const running = periodIndex(day + 1, unit);
  let end = day;
  while (periodIndex(end, unit) === running) end -= 1;
  return end;
}
