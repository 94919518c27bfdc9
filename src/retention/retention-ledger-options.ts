import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import {
  CALENDAR_PERIODS,
  type CalendarPeriod,
  lastPeriodEnd,
  periodIndex,
} from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { firstDayWanted } from "./period-from.ts";

/** How a customer base is followed from period to period. */
export interface RetentionLedgerOptions extends ConfidenceOptions {
  /** Calendar periods, one row each. Default `"month"`. */
  readonly period?: CalendarPeriod;
  /**
   * Whoever bought within this time up to the end of a period is active at that end. Default: the period itself, so that customers are active
   * in a period if they bought in it.
   */
  readonly activeWindow?: Duration;
  /** What `repeatPurchaseRate` takes for one purchase: each transaction of 0 or more (default), or all of one day together. */
  readonly count?: PurchaseCount;
  /** A day in the first period that is wanted; what happened before it is looked at all the same. Default: the first of the log. */
  readonly from?: DateInput;
  /** Day as of which the base is judged, inclusive; a period that is not over by then has no row. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
}

const NAMES = {
  period: true,
  activeWindow: true,
  count: true,
  from: true,
  asOf: true,
  level: true,
} satisfies Record<keyof RetentionLedgerOptions, true>;

/** The options, checked and complete. */
export interface LedgerPlan {
  readonly period: CalendarPeriod;
  /** `null` if the window is the period itself. */
  readonly activeWindow: Duration | null;
  readonly count: PurchaseCount;
  readonly asOf: CivilDay;
  readonly level: number;
  /** Numbers of the first and last period; none if the last is before the first. */
  readonly firstPeriod: number;
  readonly lastPeriod: number;
}

export function ledgerPlan(log: TransactionLog, options: RetentionLedgerOptions): LedgerPlan {
  checkNames("options", options, NAMES);
  const { period = "month", activeWindow = null, count = "purchases", level = 0.95 } = options;
  checkOneOf("period", period, CALENDAR_PERIODS);
  if (activeWindow !== null) checkOption("activeWindow", activeWindow, durationTrouble(activeWindow));
  checkOneOf("count", count, ["purchases", "purchase-days"]);
  checkLevel(level);
  const asOf = asOfDay(log, options.asOf);
  const wanted = firstDayWanted(log, options.from, asOf);
  const begin = log.from === null ? asOf + 1 : civilDayOfIso(log.from);
  const firstPeriod = periodIndex(Math.max(begin, wanted ?? begin), period);
  const lastPeriod = periodIndex(lastPeriodEnd(asOf, period), period);
  return {
    period,
    activeWindow: activeWindow === null ? null : { ...activeWindow },
    count,
    asOf,
    level,
    firstPeriod,
    lastPeriod,
  };
}
