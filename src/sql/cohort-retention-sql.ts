import { type CohortClockKind, type CohortDefinition, intervalLength } from "../retention/cohort-options.ts";
import { checkNames, checkNumber, checkOneOf } from "../rows/options.ts";
import {
  CALENDAR_PERIODS,
  type CalendarPeriod,
  lastPeriodEnd,
  periodIndex,
} from "../time/calendar-period.ts";
import { isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { cohortSteps } from "./cohort-steps.ts";
import { queryOf } from "./query.ts";
import { quotient, resultColumns } from "./result-columns.ts";
import { sqlSyntax } from "./syntax.ts";
import { tableDay, tableFrom } from "./table-day.ts";
import { transactionLines } from "./transaction-lines.ts";
import { checkTransactionTable, type TransactionTable } from "./transaction-table.ts";

/** How cohorts are made and followed in an engine. */
export interface CohortRetentionSqlOptions {
  /** A day in the first cohort that is wanted; whoever first bought in a period before it is left out. */
  readonly from: DateInput;
  /** Day as of which the base is judged, inclusive; nothing after it is looked at. */
  readonly asOf: DateInput;
  /** The calendar period of the first purchase that makes a cohort. Default `"month"`. */
  readonly period?: CalendarPeriod;
  /** When a customer counts as active in an interval. Default `"bounded"`. */
  readonly definition?: CohortDefinition;
  /** Whose intervals are counted. Default `"calendar"`: the calendar periods since the cohort's. */
  readonly clock?: CohortClockKind;
  /** Length of an interval on the clock `"elapsed"`, in days. Default: 1, 7, 30, 91 or 365, as the period says. */
  readonly intervalDays?: number;
  /** How many intervals at most, interval 0 included. Default: all that have begun. */
  readonly intervals?: number;
}

const NAMES = {
  from: true,
  asOf: true,
  period: true,
  definition: true,
  clock: true,
  intervalDays: true,
  intervals: true,
} satisfies Record<keyof CohortRetentionSqlOptions, true>;

/**
 * Writes the query that follows customers by the period of their first purchase: what `cohortRetention` counts, counted by an engine.
 *
 * A cohort are all whose first purchase (amount of 0 or more) lies in one calendar period; interval 0 is the one of the first purchase. The
 * result has a row per cohort with customers and interval that has begun, also where nobody bought. Days and periods are those of the
 * library: the periods from `from` to `asOf` stand in the query as a list, at most 1000 of them.
 *
 * @param source - The table, its columns and the engine.
 * @param options - `from` and `asOf` (days), `period` of the cohorts, `definition`, `clock` and `intervalDays`, and how many `intervals`.
 * @returns One SELECT with the columns `cohort`, `cohort_from`, `cohort_to`, `customers`, `interval_number`, `active` (retained under the
 *   definition), `rate` (active ÷ customers), `orders`, `revenue` (net of returns), `margin` if the table has one, `complete` (whether the
 *   cell can no longer change), `observed` (customers who have the interval behind them) and `observed_rate` (the rate among them).
 * @throws {@link DataError} for a table that cannot be read, options that are none, a `from` after `asOf`, or too many periods.
 *
 * @example
 * import { cohortRetentionSql } from "clientele/sql";
 *
 * const orders = {
 *   dialect: "duckdb",
 *   table: "orders",
 *   columns: { customer: "customer_id", date: "ordered_on", amount: "total" },
 * } as const;
 * const query = cohortRetentionSql(orders, { from: "2025-01-01", asOf: "2025-03-31" });
 * query.includes("SELECT 24301, '2025-02', DATE '2025-02-01', DATE '2025-02-28'"); // => true
 */
export function cohortRetentionSql(source: TransactionTable, options: CohortRetentionSqlOptions): string {
  checkTransactionTable(source);
  checkNames("options", options, NAMES);
  const { period = "month", definition = "bounded", clock = "calendar", intervals } = options;
  checkOneOf("period", period, CALENDAR_PERIODS);
  checkOneOf("definition", definition, ["bounded", "unbounded", "continuous"]);
  checkOneOf("clock", clock, ["calendar", "elapsed"]);
  if (intervals !== undefined) checkNumber("intervals", intervals, { least: 1, whole: true });
  const intervalDays = intervalLength(options.intervalDays, period, clock);
  const asOf = tableDay(source, "asOf", options.asOf);
  const from = tableFrom(source, options.from, asOf);
  const syntax = sqlSyntax(source.dialect);
  const hasMargin = source.columns.margin !== undefined;
  const plan = {
    period,
    definition,
    intervalDays,
    from,
    asOf,
    lastOver: periodIndex(lastPeriodEnd(asOf, period), period),
    hasMargin,
  };
  const columns = resultColumns(syntax, {
    cohort: "period_name",
    cohort_from: "first_day",
    cohort_to: "last_day",
    customers: "customers",
    interval_number: "interval_number",
    active: "active",
    rate: quotient(syntax, "active", "customers"),
    orders: "orders",
    revenue: "revenue",
    ...(hasMargin ? { margin: "margin" } : {}),
    complete: "CASE WHEN is_complete = 1 THEN TRUE ELSE FALSE END",
    observed: "observed",
    observed_rate: quotient(syntax, "active - running", "observed"),
  });
  const wanted = intervals === undefined ? "" : `WHERE interval_number < ${intervals}\n`;
  return queryOf(
    [...transactionLines(source, isoDate(asOf)), ...cohortSteps(syntax, plan)],
    `SELECT\n  ${columns}\nFROM counted_cells\nINNER JOIN periods ON cohort_number = period_number\n${wanted}ORDER BY cohort_number, interval_number`,
  );
}
