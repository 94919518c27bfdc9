import { checkOneOf, checkOption } from "../rows/options.ts";
import {
  CALENDAR_PERIODS,
  type CalendarPeriod,
  lastPeriodEnd,
  periodIndex,
} from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { firstDayWanted } from "./period-from.ts";

/** The calendar periods of a log that are over. */
export interface CalendarSpan {
  readonly period: CalendarPeriod;
  /** Numbers of the first and last period; none if the last is before the first. */
  readonly firstPeriod: number;
  readonly lastPeriod: number;
}

/** More rows than anybody reads. */
const MOST_PERIODS = 100_000;

/** From the period of the log's first day, or of `from` if that is later, to the last that is over by `asOf`. */
export function calendarSpan(
  log: TransactionLog,
  options: { readonly period?: CalendarPeriod; readonly from?: DateInput },
  asOf: CivilDay,
): CalendarSpan {
  const { period = "month" } = options;
  checkOneOf("period", period, CALENDAR_PERIODS);
  const wanted = firstDayWanted(log, options.from, asOf);
  const begin = log.from === null ? asOf + 1 : civilDayOfIso(log.from);
  const firstPeriod = periodIndex(Math.max(begin, wanted ?? begin), period);
  const lastPeriod = Math.max(firstPeriod - 1, periodIndex(lastPeriodEnd(asOf, period), period));
  const many = `These are ${lastPeriod - firstPeriod + 1} rows, more than anybody reads: pass a longer period or a later from.`;
  checkOption("period", period, lastPeriod - firstPeriod < MOST_PERIODS ? null : many);
  return { period, firstPeriod, lastPeriod };
}
