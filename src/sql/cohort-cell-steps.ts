import { checkOption } from "../rows/options.ts";
import { periodIndex, periodStart } from "../time/calendar-period.ts";
import { isoDate } from "../time/civil-day.ts";
import { MOST_LISTED } from "./calendar-periods.ts";
import { type CohortSqlPlan, wholeIntervals } from "./cohort-sql-plan.ts";
import { literalRows } from "./literal-rows.ts";
import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";

/** The cells of all cohorts, each with what was counted and added up in it. */
export function cohortCellSteps(syntax: SqlSyntax, plan: CohortSqlPlan): QueryStep[] {
  const { intervalDays, hasMargin } = plan;
  const margin = hasMargin ? `,\n  ${syntax.toDouble("SUM(interval_margin)")} AS margin` : "";
  const sums: QueryStep = {
    name: "cell_sums",
    sql: `SELECT\n  cohort_number,\n  interval_number,\n  ${syntax.toInteger("SUM(interval_orders)")} AS orders,\n  ${syntax.toDouble("SUM(interval_revenue)")} AS revenue${margin}\nFROM customer_intervals\nGROUP BY cohort_number, interval_number`,
  };
  const grid = intervalDays === null ? [calendarCells(plan)] : elapsedCells(syntax, plan, intervalDays);
  return [sums, activeCounts(plan), ...grid, filledCells(plan), countedCells(syntax, plan)];
}

/** How many customers are active in each cell, and how many of them are still in it. */
function activeCounts({ definition, intervalDays }: CohortSqlPlan): QueryStep {
  const interval = definition === "unbounded" ? "last_interval" : "interval_number";
  if (intervalDays === null) {
    return {
      name: "cell_customers",
      sql: `SELECT cohort_number, ${interval} AS cell_interval, COUNT(*) AS active_here\nFROM active_intervals\nGROUP BY cohort_number, ${interval}`,
    };
  }
  return {
    name: "cell_customers",
    sql: `SELECT\n  a.cohort_number AS cohort_number,\n  a.${interval} AS cell_interval,\n  COUNT(*) AS active_here,\n  SUM(CASE WHEN a.${interval} = m.intervals_completed THEN 1 ELSE 0 END) AS running_here\nFROM active_intervals a\nINNER JOIN members m ON a.customer_id = m.customer_id\nGROUP BY a.cohort_number, a.${interval}`,
  };
}

/** The calendar periods since the one of each cohort. */
function calendarCells({ lastOver }: CohortSqlPlan): QueryStep {
  return {
    name: "cells",
    sql: `SELECT\n  c.cohort_number AS cohort_number,\n  c.customers AS customers,\n  p.period_number - c.cohort_number AS interval_number,\n  CASE WHEN p.period_number <= ${lastOver} THEN 1 ELSE 0 END AS is_complete\nFROM cohorts c\nCROSS JOIN periods p\nWHERE p.period_number >= c.cohort_number`,
  };
}

/** The intervals that the first of each cohort has begun, and how many customers have which of them behind them last. */
function elapsedCells(syntax: SqlSyntax, plan: CohortSqlPlan, intervalDays: number): QueryStep[] {
  const { asOf, from, period, lastOver } = plan;
  const count = Math.floor((asOf - periodStart(periodIndex(from, period), period)) / intervalDays) + 1;
  const many = `These would be ${count} intervals, and all of them stand in the query: pass more days or a later from, for at most ${MOST_LISTED}.`;
  checkOption("intervalDays", intervalDays, count <= MOST_LISTED ? null : many);
  const day = syntax.day(isoDate(asOf));
  const begun = wholeIntervals(syntax, syntax.daysBetween("c.first_joined", day), intervalDays);
  const over = wholeIntervals(syntax, `(${syntax.daysBetween("c.last_joined", day)} + 1)`, intervalDays);
  return [
    {
      name: "interval_numbers",
      sql: literalRows(
        ["interval_number"],
        Array.from({ length: count }, (_, number) => [String(number)]),
      ),
    },
    {
      name: "cells",
      sql: `SELECT\n  c.cohort_number AS cohort_number,\n  c.customers AS customers,\n  n.interval_number AS interval_number,\n  CASE WHEN c.cohort_number <= ${lastOver} AND n.interval_number < ${over} THEN 1 ELSE 0 END AS is_complete\nFROM cohorts c\nCROSS JOIN interval_numbers n\nWHERE n.interval_number <= ${begun}`,
    },
    {
      name: "cell_observed",
      sql: "SELECT\n  cohort_number,\n  intervals_completed - 1 AS cell_interval,\n  COUNT(*) AS observed_last\nFROM members\nGROUP BY cohort_number, intervals_completed - 1",
    },
  ];
}

/** Cells without anybody hold 0. */
function filledCells({ intervalDays, hasMargin }: CohortSqlPlan): QueryStep {
  const columns = [
    "g.cohort_number AS cohort_number",
    "g.customers AS customers",
    "g.interval_number AS interval_number",
    "g.is_complete AS is_complete",
    "COALESCE(a.active_here, 0) AS active_here",
    "COALESCE(s.orders, 0) AS orders",
    "COALESCE(s.revenue, 0) AS revenue",
  ];
  const joins = [joinOn("cell_customers", "a", "cell_interval"), joinOn("cell_sums", "s", "interval_number")];
  if (hasMargin) columns.push("COALESCE(s.margin, 0) AS margin");
  if (intervalDays !== null) {
    columns.push("COALESCE(a.running_here, 0) AS running", "COALESCE(o.observed_last, 0) AS observed_last");
    joins.push(joinOn("cell_observed", "o", "cell_interval"));
  }
  return {
    name: "filled_cells",
    sql: `SELECT\n  ${columns.join(",\n  ")}\nFROM cells g\n${joins.join("\n")}`,
  };
}

/** Turns counts of last intervals into counts of all intervals up to them. */
function countedCells(syntax: SqlSyntax, { definition, intervalDays, hasMargin }: CohortSqlPlan): QueryStep {
  const fromTheEnd = (count: string): string =>
    syntax.toInteger(
      `SUM(${count}) OVER (PARTITION BY cohort_number ORDER BY interval_number DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`,
    );
  const elapsed = intervalDays !== null;
  const columns = [
    "cohort_number",
    "customers",
    "interval_number",
    "is_complete",
    `${definition === "unbounded" ? fromTheEnd("active_here") : "active_here"} AS active`,
    elapsed ? "running" : "0 AS running",
    `${elapsed ? fromTheEnd("observed_last") : "CASE WHEN is_complete = 1 THEN customers ELSE 0 END"} AS observed`,
    "orders",
    "revenue",
    ...(hasMargin ? ["margin"] : []),
  ];
  return { name: "counted_cells", sql: `SELECT\n  ${columns.join(",\n  ")}\nFROM filled_cells` };
}

function joinOn(step: string, alias: string, interval: string): string {
  return `LEFT JOIN ${step} ${alias} ON g.cohort_number = ${alias}.cohort_number AND g.interval_number = ${alias}.${interval}`;
}
