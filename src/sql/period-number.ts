import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { SqlSyntax } from "./syntax.ts";

/**
 * The number of the calendar period in which a civil day lies, as `periodIndex` counts it.
 *
 * Arithmetic rather than the engines' truncation of dates, whose weeks begin on other days here and there.
 */
export function periodNumber(syntax: SqlSyntax, day: string, period: CalendarPeriod): string {
  const { toInteger, daysBetween } = syntax;
  const dayNumber = daysBetween(syntax.day("1970-01-01"), day);
  const year = toInteger(`EXTRACT(YEAR FROM ${day})`);
  const month = toInteger(`EXTRACT(MONTH FROM ${day})`);
  switch (period) {
    case "day":
      return toInteger(dayNumber);
    case "week":
      // 1970-01-01 was a Thursday.
      return toInteger(`FLOOR((${dayNumber} + 3) / 7.0)`);
    case "month":
      return `(12 * ${year} + ${month} - 1)`;
    case "quarter":
      return toInteger(`4 * ${year} + FLOOR((${month} - 1) / 3.0)`);
    case "year":
      return year;
  }
}
