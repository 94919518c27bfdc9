import { type CalendarPeriod, periodEnd, periodIndex, periodStart } from "../time/calendar-period.ts";
import { civilDayOfIso, type IsoDate } from "../time/civil-day.ts";

/** The calendar period whose last days these are, told by the longest step between them; `"unknown"` of fewer than two. */
export function periodOfEnds(ends: readonly IsoDate[]): CalendarPeriod | "unknown" {
  let longest = 0;
  for (let i = 1; i < ends.length; i++) {
    longest = Math.max(longest, civilDayOfIso(ends[i] as IsoDate) - civilDayOfIso(ends[i - 1] as IsoDate));
  }
  const found = LENGTHS.find(([days]) => longest <= days);
  return longest === 0 || found === undefined ? "unknown" : found[1];
}

/** The longest period of each kind, in days. */
const LENGTHS: readonly (readonly [number, CalendarPeriod])[] = [
  [1, "day"],
  [7, "week"],
  [31, "month"],
  [92, "quarter"],
  [366, "year"],
];

/** Which periods are whole; of the first it is not known when it began. */
export function wholePeriods(ends: readonly IsoDate[]): readonly boolean[] {
  const period = periodOfEnds(ends);
  if (period === "unknown") return ends.map(() => true);
  const days = ends.map(civilDayOfIso);
  return days.map((end, i) => {
    const before = days[i - 1];
    if (before === undefined) return false;
    const index = periodIndex(end, period);
    return before + 1 === periodStart(index, period) && end === periodEnd(index, period);
  });
}
