import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { calendarSequence, ownSequence, type PeriodSequence } from "./period-sequence.ts";
import { calendarSpan } from "./period-span.ts";

/** How a customer base is followed from period to period. */
export interface RetentionLedgerOptions extends ConfidenceOptions {
  /** Calendar periods, one row each. Default `"month"`. */
  readonly period?: CalendarPeriod;
  /**
   * Periods of your own instead, such as business years or seasons: the first day of each, in order, and last of all the day after the last.
   * Without `activeWindow` the first of them is only the start of the second and has no row.
   */
  readonly boundaries?: readonly DateInput[];
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

/** The names of the options. */
export const LEDGER_OPTIONS: Readonly<Record<keyof RetentionLedgerOptions, true>> = {
  period: true,
  boundaries: true,
  activeWindow: true,
  count: true,
  from: true,
  asOf: true,
  level: true,
};

/** The options, checked and complete. */
export interface LedgerPlan {
  /** `null` for periods of the caller's own. */
  readonly period: CalendarPeriod | null;
  /** `null` if the window is the period itself. */
  readonly activeWindow: Duration | null;
  readonly count: PurchaseCount;
  readonly asOf: CivilDay;
  readonly level: number;
  readonly sequence: PeriodSequence;
}

export function ledgerPlan(log: TransactionLog, options: RetentionLedgerOptions): LedgerPlan {
  checkNames("options", options, LEDGER_OPTIONS);
  const { activeWindow = null, count = "purchases", level = 0.95, boundaries } = options;
  if (activeWindow !== null) checkOption("activeWindow", activeWindow, durationTrouble(activeWindow));
  checkOneOf("count", count, ["purchases", "purchase-days"]);
  checkLevel(level);
  const asOf = asOfDay(log, options.asOf);
  const common = { activeWindow: activeWindow === null ? null : { ...activeWindow }, count, asOf, level };
  if (boundaries === undefined) {
    const { period, firstPeriod, lastPeriod } = calendarSpan(log, options, asOf);
    return { ...common, period, sequence: calendarSequence(period, firstPeriod, lastPeriod) };
  }
  for (const name of ["period", "from"] as const) {
    const trouble = "The boundaries say which periods there are: leave this out.";
    checkOption(name, options[name], options[name] === undefined ? null : trouble);
  }
  const ownWindow = activeWindow !== null;
  const sequence = ownSequence(boundaries, { asOf, timeZone: log.timeZone, ownWindow });
  return { ...common, period: null, sequence };
}
