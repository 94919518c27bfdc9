import {
  type CalendarPeriod,
  lastPeriodEnd,
  periodEnd,
  periodIndex,
  periodStart,
} from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { basePeriod } from "./period-frame.ts";

/** Years if a log holds two whole ones by a day, else quarters if it holds two, else months: the longest periods that can be compared. */
export function defaultPeriod({ from }: TransactionLog, asOf: CivilDay): CalendarPeriod {
  if (from === null) return "year";
  const begin = civilDayOfIso(from);
  const isWhole = (period: CalendarPeriod): boolean => {
    const last = periodIndex(lastPeriodEnd(asOf, period), period);
    const first = periodIndex(begin, period);
    const { covered } = basePeriod("", periodStart(first, period), periodEnd(first, period), begin, asOf);
    return last - first + (covered ? 1 : 0) >= 2;
  };
  return isWhole("year") ? "year" : isWhole("quarter") ? "quarter" : "month";
}
