import { checkNames, checkNumber, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import { CALENDAR_PERIODS, type CalendarPeriod } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { firstDayWanted } from "./period-from.ts";

/**
 * When a customer counts as retained in interval N: `"bounded"` if he bought in it, `"unbounded"` if he bought in it or any later one up to
 * `asOf`, `"continuous"` if he bought in every interval up to it.
 */
export type CohortDefinition = "bounded" | "unbounded" | "continuous";

/** Whose intervals: those of the calendar, or each customer's own from the day of his first purchase. */
export type CohortClockKind = "calendar" | "elapsed";

/** What a cell holds: customers, their purchases, or the money they brought, net of returns. */
export type CohortValue = "customers" | "orders" | "revenue" | "margin";

/** How cohorts are made and followed. */
export interface CohortOptions extends ConfidenceOptions {
  /** The calendar period of the first purchase that makes a cohort. Default `"month"`. */
  readonly period?: CalendarPeriod;
  /** When a customer counts as retained. Default `"bounded"`. */
  readonly definition?: CohortDefinition;
  /** Whose intervals are counted. Default `"calendar"`: the calendar periods since the cohort's. */
  readonly clock?: CohortClockKind;
  /**
   * Length of an interval on the clock `"elapsed"`, in days. Default: 1, 7, 30, 91 or 365 for cohorts by day, week, month, quarter or year.
   */
  readonly intervalDays?: number;
  /** What is followed. Default `"customers"`. */
  readonly value?: CohortValue;
  /** Whether a cell holds the sum over intervals 0 to N; not for customers. Default false. */
  readonly cumulative?: boolean;
  /** A day in the first cohort that is wanted; whoever first bought in a period before it is left out. Default: the first of the log. */
  readonly from?: DateInput;
  /** Day as of which the base is judged, inclusive; nothing after it is looked at. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
  /** How many intervals at most, interval 0 included. Default: all that have begun. */
  readonly intervals?: number;
}

/** The names of the options. */
export const COHORT_OPTIONS: Readonly<Record<keyof CohortOptions, true>> = {
  period: true,
  definition: true,
  clock: true,
  intervalDays: true,
  value: true,
  cumulative: true,
  from: true,
  asOf: true,
  intervals: true,
  level: true,
};

/** The options, checked and complete. */
export interface CohortPlan {
  readonly period: CalendarPeriod;
  readonly definition: CohortDefinition;
  readonly clock: CohortClockKind;
  /** `null` on the calendar's clock. */
  readonly intervalDays: number | null;
  readonly value: CohortValue;
  readonly cumulative: boolean;
  readonly from: CivilDay | null;
  readonly asOf: CivilDay;
  readonly intervals: number;
  readonly level: number;
}

const INTERVAL_DAYS: Readonly<Record<CalendarPeriod, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  year: 365,
};

export function cohortPlan(log: TransactionLog, options: CohortOptions): CohortPlan {
  checkNames("options", options, COHORT_OPTIONS);
  const { period = "month", definition = "bounded", clock = "calendar", value = "customers" } = options;
  const { cumulative = false, intervals = Number.POSITIVE_INFINITY, level = 0.95 } = options;
  checkOneOf("period", period, CALENDAR_PERIODS);
  checkOneOf("definition", definition, ["bounded", "unbounded", "continuous"]);
  checkOneOf("clock", clock, ["calendar", "elapsed"]);
  checkOneOf("value", value, ["customers", "orders", "revenue", "margin"]);
  checkOption(
    "cumulative",
    cumulative,
    typeof cumulative === "boolean" ? null : "It is neither true nor false.",
  );
  if (options.intervals !== undefined) checkNumber("intervals", intervals, { least: 1, whole: true });
  checkLevel(level);
  checkValue(log, { definition, value, cumulative });
  const asOf = asOfDay(log, options.asOf);
  return {
    period,
    definition,
    clock,
    intervalDays: intervalLength(options.intervalDays, period, clock),
    value,
    cumulative,
    from: firstDayWanted(log, options.from, asOf),
    asOf,
    intervals,
    level,
  };
}

function checkValue(
  log: TransactionLog,
  { definition, value, cumulative }: Pick<CohortPlan, "definition" | "value" | "cumulative">,
): void {
  if (value === "customers") {
    const trouble = cumulative
      ? 'Every customer of a cohort has bought by interval 0, so the sum says nothing: pass value "orders", "revenue" or "margin".'
      : null;
    checkOption("cumulative", cumulative, trouble);
    return;
  }
  if (definition !== "bounded") {
    const trouble = `${value} fall into one interval each: use the definition "bounded", or the value "customers".`;
    throw invalidOption("definition", definition, trouble);
  }
  if (value === "margin" && log.margins === null) {
    const trouble =
      'The log has no margins: name a column "margin" when it is read, or use the value "revenue".';
    throw invalidOption("value", value, trouble);
  }
}

export function intervalLength(
  days: number | undefined,
  period: CalendarPeriod,
  clock: CohortClockKind,
): number | null {
  if (clock === "elapsed") {
    const length = days ?? INTERVAL_DAYS[period];
    checkNumber("intervalDays", length, { least: 1, most: 36_525, whole: true });
    return length;
  }
  const trouble =
    'Intervals of the calendar have no length in days: use the clock "elapsed", or leave it out.';
  checkOption("intervalDays", days, days === undefined ? null : trouble);
  return null;
}
