import { checkOption } from "../rows/options.ts";
import {
  type CalendarPeriod,
  periodEnd,
  periodIndex,
  periodName,
  periodStart,
} from "../time/calendar-period.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { literalRows } from "./literal-rows.ts";
import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";

/** More periods than this make a query longer than some engines read. */
export const MOST_LISTED = 1000;

/** The calendar periods from one day to another: `period_number`, `period_name`, `first_day` and `last_day`. */
export function calendarPeriods(
  syntax: SqlSyntax,
  period: CalendarPeriod,
  from: CivilDay,
  until: CivilDay,
): QueryStep {
  const first = periodIndex(from, period);
  const count = periodIndex(until, period) - first + 1;
  const many = `These are ${count} periods, and all of them stand in the query: pass a longer period or a later from, for at most ${MOST_LISTED}.`;
  checkOption("period", period, count <= MOST_LISTED ? null : many);
  const rows = Array.from({ length: count }, (_, place) => {
    const number = first + place;
    return [
      String(number),
      syntax.text(periodName(number, period)),
      syntax.day(isoDate(periodStart(number, period))),
      syntax.day(isoDate(periodEnd(number, period))),
    ];
  });
  return {
    name: "periods",
    sql: literalRows(["period_number", "period_name", "first_day", "last_day"], rows),
  };
}
