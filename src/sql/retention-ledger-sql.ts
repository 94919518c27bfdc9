import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import { isoDate } from "../time/civil-day.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { ledgerSteps } from "./ledger-steps.ts";
import { ledgerPeriods } from "./ledger-windows.ts";
import { queryOf } from "./query.ts";
import { quotient, resultColumns } from "./result-columns.ts";
import { checkCount } from "./snapshot-options.ts";
import { type SqlSyntax, sqlSyntax } from "./syntax.ts";
import { tableDay } from "./table-day.ts";
import { transactionLines } from "./transaction-lines.ts";
import { checkTransactionTable, type TransactionTable } from "./transaction-table.ts";

/** How a customer base is followed from period to period in an engine. */
export interface RetentionLedgerSqlOptions {
  /** Day as of which the base is judged, inclusive; a period that is not over by then has no row. */
  readonly asOf: DateInput;
  /** A day in the first period that is wanted; what happened before it is looked at all the same. Needed unless there are `boundaries`. */
  readonly from?: DateInput;
  /** Calendar periods, one row each. Default `"month"`. */
  readonly period?: CalendarPeriod;
  /**
   * Periods of your own instead: the first day of each, in order, and last of all the day after the last. Without `activeWindow` the first of
   * them is only the start of the second and has no row.
   */
  readonly boundaries?: readonly DateInput[];
  /** Whoever bought within this time up to the end of a period is active at that end. Default: the period itself. */
  readonly activeWindow?: Duration;
  /** What repeat purchases are: each transaction of 0 or more (default), or all of one day together. */
  readonly count?: PurchaseCount;
}

const NAMES = {
  asOf: true,
  from: true,
  period: true,
  boundaries: true,
  activeWindow: true,
  count: true,
} satisfies Record<keyof RetentionLedgerSqlOptions, true>;

/**
 * Writes the query that books new, kept, returned and lost customers of every period: what `retentionLedger` counts, counted by an engine.
 *
 * A customer is active at the end of a period if he bought within the window that ends there: the period itself, or `activeWindow`. Then
 * start + new + returned − lost = end, each end is the next start, and revenue closes in the same way. Periods from that of the first
 * transaction have a row, if they are over by `asOf`. The days of all periods stand in the query, at most 1000 of them.
 *
 * @param source - The table, its columns and the engine.
 * @param options - `asOf` (a day), `from` and `period`, or `boundaries` of your own, `activeWindow` (a duration), and what to `count`.
 * @returns One SELECT with a row per period: `period`, `period_from`, `period_to`; `start_customers`, `new_customers`, `kept_customers`,
 *   `returned_customers`, `lost_customers`, `end_customers`, `inactive_customers`, `buyers`, `repeat_buyers`; `retention_rate`, `churn_rate`,
 *   `reactivation_rate`, `repeat_purchase_rate`; `start_revenue`, `new_revenue`, `returned_revenue`, `expansion`, `contraction`,
 *   `lost_revenue`, `adjustment`, `end_revenue`, `net_retention_rate` and `gross_retention_rate`. Rates are `NULL` where there is nothing to
 *   divide by.
 * @throws {@link DataError} for a table that cannot be read, options that are none, a `from` after `asOf`, or too many periods.
 *
 * @example
 * import { retentionLedgerSql } from "clientele/sql";
 *
 * const orders = {
 *   dialect: "snowflake",
 *   table: ["SHOP", "ORDERS"],
 *   columns: { customer: "CUSTOMER_ID", date: "ORDERED_ON", amount: "TOTAL" },
 * } as const;
 * const query = retentionLedgerSql(orders, { from: "2025-01-01", asOf: "2025-03-31", activeWindow: { months: 12 } });
 * query.includes("SELECT 3, '2025-03', DATE '2025-03-01', DATE '2025-03-31', DATE '2024-03-31'"); // => true
 */
export function retentionLedgerSql(source: TransactionTable, options: RetentionLedgerSqlOptions): string {
  checkTransactionTable(source);
  checkNames("options", options, NAMES);
  const { activeWindow, count = "purchases" } = options;
  if (activeWindow !== undefined) checkOption("activeWindow", activeWindow, durationTrouble(activeWindow));
  checkCount(count);
  const asOf = tableDay(source, "asOf", options.asOf);
  const periods = ledgerPeriods(source, options, asOf);
  const syntax = sqlSyntax(source.dialect);
  return queryOf(
    [
      ...transactionLines(source, isoDate(asOf)),
      ...ledgerSteps(syntax, periods, activeWindow ?? null, count),
    ],
    `SELECT\n  ${resultColumns(syntax, columnsOf(syntax))}\nFROM ledger_periods\nORDER BY place`,
  );
}

function columnsOf(syntax: SqlSyntax): Readonly<Record<string, string>> {
  const { toInteger } = syntax;
  const retained = (part: string): string =>
    `CASE WHEN active_revenue > 1E-12 * largest_revenue THEN ${part} / active_revenue ELSE NULL END`;
  return {
    period: "period_name",
    period_from: "first_day",
    period_to: "last_day",
    start_customers: "started",
    new_customers: "arrived",
    kept_customers: toInteger("started - left_active"),
    returned_customers: "came_back",
    lost_customers: "left_active",
    end_customers: toInteger("started + arrived + came_back - left_active"),
    inactive_customers: toInteger("known - started"),
    retention_rate: quotient(syntax, "started - left_active", "started"),
    churn_rate: quotient(syntax, "left_active", "started"),
    reactivation_rate: quotient(syntax, "came_back", "(known - started)"),
    buyers: "buyers",
    repeat_buyers: "repeat_buyers",
    repeat_purchase_rate: quotient(syntax, "repeat_buyers", "buyers"),
    start_revenue: "revenue_before",
    new_revenue: "arrived_revenue",
    returned_revenue: "came_back_revenue",
    expansion: "expansion",
    contraction: "contraction",
    lost_revenue: "left_revenue",
    adjustment: "adjustment",
    end_revenue: "revenue_now",
    net_retention_rate: retained("(active_revenue - left_revenue - contraction + expansion)"),
    gross_retention_rate: retained("(active_revenue - left_revenue - contraction)"),
  };
}
