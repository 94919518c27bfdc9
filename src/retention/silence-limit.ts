import type { CivilDay } from "../time/civil-day.ts";
import { addDuration, type Duration, subtractDuration } from "../time/duration.ts";

/**
 * The first day on which a silence since a day is as long as a duration: the first whose window (day − duration, day] leaves that day out.
 *
 * So a customer is lost from this day on by the same rule as in `classifyCustomers`. Adding the duration is not enough, since a month added to the last
 * of January ends before a month taken from the first of March does. The calendar is asked once per distinct day.
 */
export function silenceLimit(duration: Duration): (since: CivilDay) => CivilDay {
  const known = new Map<CivilDay, CivilDay>();
  return (since) => {
    let limit = known.get(since);
    if (limit === undefined) {
      limit = limitAfter(since, duration);
      known.set(since, limit);
    }
    return limit;
  };
}

function limitAfter(since: CivilDay, duration: Duration): CivilDay {
  let day = addDuration(since, duration);
  while (subtractDuration(day, duration) < since) day += 1;
  while (subtractDuration(day - 1, duration) >= since) day -= 1;
  return day;
}
