import { checkNames, checkOneOf, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import {
  type CalendarPeriod,
  periodEnd,
  periodIndex,
  periodName,
  periodStart,
} from "../time/calendar-period.ts";
import { civilDayOfIso, type IsoDate, isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { type PeriodActivity, periodActivity } from "./period-activity.ts";
import { type CalendarSpan, calendarSpan } from "./period-span.ts";
import { type PeriodTable, periodTable } from "./period-table.ts";

/** Which periods are set against each other. */
export interface StickinessOptions extends ConfidenceOptions {
  /** The longer period, one row each. Default `"month"`. */
  readonly period?: CalendarPeriod;
  /** The shorter period; it must fit into the longer one without a remainder, as a week does not into a month. Default `"day"`. */
  readonly within?: CalendarPeriod;
  /** A day in the first period that is wanted. Default: the first of the log. */
  readonly from?: DateInput;
  /** Day as of which the base is judged, inclusive; a period that is not over by then has no row. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
}

/** How evenly the customers of one period are spread over it. */
export interface StickinessRow {
  /** The period, e.g. `"2025-03"`. */
  readonly period: string;
  /** First and last day. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Customers with a purchase in the period. */
  readonly active: number;
  /** Shorter periods within it. */
  readonly innerPeriods: number;
  /** Customers with a purchase in a shorter period, on average. */
  readonly averageActive: number;
  /** Average active ÷ active, in [0, 1]; `null` if nobody was active. */
  readonly stickiness: number | null;
  /** Limits from the spread between customers (mean ± z standard errors, cut to [0, 1]); `null` with fewer than two. */
  readonly lower: number | null;
  readonly upper: number | null;
}

const NAMES = { period: true, within: true, from: true, asOf: true, level: true } satisfies Record<
  keyof StickinessOptions,
  true
>;

/** Which shorter periods fit into a longer one. */
const PARTS: Readonly<Record<CalendarPeriod, readonly CalendarPeriod[]>> = {
  day: [],
  week: ["day"],
  month: ["day"],
  quarter: ["day", "month"],
  year: ["day", "month", "quarter"],
};

/**
 * Stickiness: the average number of customers per shorter period ÷ the customers of the longer period, such as DAU ÷ MAU.
 *
 * It is the share of the shorter periods in which a customer of the longer one buys, on average: 1 if everybody buys every day, 1/30 if
 * everybody buys on one day of thirty. Shops for daily needs can use it; where people buy twice a year it says nothing that counts of purchases
 * do not. Shorter periods without purchases count as 0, and returns are no activity.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `period` and the shorter one `within` it, the first period (`from`, a day in it), `asOf` (a day), and the `level` of
 *   confidence.
 * @returns A row `{ period, from, to, active, innerPeriods, averageActive, stickiness, lower, upper }` per period that is over by `asOf`.
 * @throws {@link DataError} for options that are none, a shorter period that does not fit into the longer one, or if the log is empty and no
 *   `asOf` is given.
 *
 * @example
 * import { stickiness, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 5 },
 *   { customerId: "Ada", date: "2025-03-02", amount: 7 },
 *   { customerId: "Ben", date: "2025-03-21", amount: 2 },
 * ]);
 * const [quarter] = stickiness(log, { period: "quarter", within: "month", asOf: "2025-03-31" });
 * quarter?.averageActive; // => 1
 * quarter?.stickiness; // => 0.5
 */
export function stickiness(log: TransactionLog, options: StickinessOptions = {}): readonly StickinessRow[] {
  checkLog(log);
  checkNames("options", options, NAMES);
  const { within = "day", level = 0.95 } = options;
  checkLevel(level);
  const span = calendarSpan(log, options, asOfDay(log, options.asOf));
  const { period, firstPeriod, lastPeriod } = span;
  checkWithin(within, period);
  if (log.from === null || lastPeriod < firstPeriod) return [];
  const first = civilDayOfIso(log.from);
  const last = periodEnd(lastPeriod, period);
  const outer = periodTable(first, last, period);
  const activity = periodActivity(log, outer, periodTable(first, last, within));
  return stickinessRows(activity, outer, span, within, standardErrorsOfLevel(level));
}

function checkWithin(within: CalendarPeriod, period: CalendarPeriod): void {
  const parts = PARTS[period];
  if (parts.length > 0) {
    checkOneOf("within", within, parts);
    return;
  }
  throw invalidOption("period", period, "A day has no shorter periods: pass week, month, quarter or year.");
}

function stickinessRows(
  { customers, periods, squares }: PeriodActivity,
  outer: PeriodTable,
  { period, firstPeriod, lastPeriod }: CalendarSpan,
  within: CalendarPeriod,
  z: number,
): readonly StickinessRow[] {
  const rows: StickinessRow[] = [];
  for (let number = firstPeriod; number <= lastPeriod; number++) {
    const place = number - outer.firstPeriod;
    const [from, to] = [periodStart(number, period), periodEnd(number, period)];
    const active = customers[place] as number;
    const innerPeriods = periodIndex(to, within) - periodIndex(from, within) + 1;
    rows.push({
      period: periodName(number, period),
      from: isoDate(from),
      to: isoDate(to),
      active,
      innerPeriods,
      averageActive: (periods[place] as number) / innerPeriods,
      ...meanShare(active, periods[place] as number, squares[place] as number, innerPeriods, z),
    });
  }
  return rows;
}

function meanShare(
  customers: number,
  sum: number,
  squares: number,
  innerPeriods: number,
  z: number,
): Pick<StickinessRow, "stickiness" | "lower" | "upper"> {
  if (customers === 0) return { stickiness: null, lower: null, upper: null };
  const share = sum / customers / innerPeriods;
  if (customers === 1) return { stickiness: share, lower: null, upper: null };
  const variance = Math.max(0, squares - sum ** 2 / customers) / (customers - 1);
  const half = (z * Math.sqrt(variance / customers)) / innerPeriods;
  return { stickiness: share, lower: Math.max(0, share - half), upper: Math.min(1, share + half) };
}
