import { periodNumbering } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";

/** The last days of the calendar periods from one day to another; `until` ends the last one even if the period goes on, and so does `cut`. */
export function periodEnds(
  from: CivilDay,
  until: CivilDay,
  period: TimeUnit,
  cut: CivilDay = until,
): CivilDay[] {
  const periodOf = periodNumbering(period);
  const ends: CivilDay[] = [];
  for (let day = from; day < until; day++) {
    if (day === cut || periodOf(day) !== periodOf(day + 1)) ends.push(day);
  }
  ends.push(until);
  return ends;
}
