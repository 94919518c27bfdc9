import type { CohortDefinition } from "../retention/cohort-options.ts";
import { periodIndex, periodStart } from "../time/calendar-period.ts";
import { isoDate } from "../time/civil-day.ts";
import { calendarPeriods } from "./calendar-periods.ts";
import { cohortCellSteps } from "./cohort-cell-steps.ts";
import { type CohortSqlPlan, wholeIntervals } from "./cohort-sql-plan.ts";
import { periodNumber } from "./period-number.ts";
import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";

/** From `transaction_lines` to `counted_cells`, a row per cohort and interval that has begun. */
export function cohortSteps(syntax: SqlSyntax, plan: CohortSqlPlan): QueryStep[] {
  return [
    calendarPeriods(syntax, plan.period, plan.from, plan.asOf),
    ...memberSteps(syntax, plan),
    ...followedSteps(syntax, plan),
    ...cohortCellSteps(syntax, plan),
  ];
}

/** Who joined when, and so which cohort. */
function memberSteps(syntax: SqlSyntax, { period, from, asOf, intervalDays }: CohortSqlPlan): QueryStep[] {
  const firstDay = syntax.day(isoDate(periodStart(periodIndex(from, period), period)));
  const behind = `${syntax.daysBetween("joined_on", syntax.day(isoDate(asOf)))} + 1`;
  const completed =
    intervalDays === null
      ? ""
      : `,\n  ${wholeIntervals(syntax, `(${behind})`, intervalDays)} AS intervals_completed`;
  return [
    {
      name: "first_purchases",
      sql: "SELECT customer_id, MIN(day) AS joined_on\nFROM transaction_lines\nWHERE amount >= 0\nGROUP BY customer_id",
    },
    {
      name: "members",
      sql: `SELECT\n  customer_id,\n  joined_on,\n  ${periodNumber(syntax, "joined_on", period)} AS cohort_number${completed}\nFROM first_purchases\nWHERE joined_on >= ${firstDay}`,
    },
    {
      name: "cohorts",
      sql: "SELECT\n  cohort_number,\n  COUNT(*) AS customers,\n  MIN(joined_on) AS first_joined,\n  MAX(joined_on) AS last_joined\nFROM members\nGROUP BY cohort_number",
    },
  ];
}

/** What members bought in which interval, and in which of them they count as active. */
function followedSteps(
  syntax: SqlSyntax,
  { period, definition, intervalDays, hasMargin }: CohortSqlPlan,
): QueryStep[] {
  const interval =
    intervalDays === null
      ? `${periodNumber(syntax, "l.day", period)} - m.cohort_number`
      : wholeIntervals(syntax, syntax.daysBetween("m.joined_on", "l.day"), intervalDays);
  const margin = hasMargin ? ",\n  SUM(margin) AS interval_margin" : "";
  return [
    {
      name: "followed_lines",
      sql: `SELECT\n  l.customer_id AS customer_id,\n  m.cohort_number AS cohort_number,\n  ${interval} AS interval_number,\n  l.amount AS amount${hasMargin ? ",\n  l.margin AS margin" : ""}\nFROM transaction_lines l\nINNER JOIN members m ON l.customer_id = m.customer_id\nWHERE l.day >= m.joined_on`,
    },
    {
      name: "customer_intervals",
      sql: `SELECT\n  customer_id,\n  cohort_number,\n  interval_number,\n  SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS interval_orders,\n  SUM(amount) AS interval_revenue${margin}\nFROM followed_lines\nGROUP BY customer_id, cohort_number, interval_number`,
    },
    ...ACTIVE[definition],
  ];
}

const BOUGHT = "FROM customer_intervals\nWHERE interval_orders > 0";

/** `active_intervals`: the intervals in which a customer counts; of `"unbounded"` the last one only, the others are counted from it. */
const ACTIVE: Readonly<Record<CohortDefinition, readonly QueryStep[]>> = {
  bounded: [
    { name: "active_intervals", sql: `SELECT customer_id, cohort_number, interval_number\n${BOUGHT}` },
  ],
  unbounded: [
    {
      name: "active_intervals",
      sql: `SELECT customer_id, cohort_number, MAX(interval_number) AS last_interval\n${BOUGHT}\nGROUP BY customer_id, cohort_number`,
    },
  ],
  continuous: [
    {
      name: "intervals_bought",
      sql: `SELECT\n  customer_id,\n  cohort_number,\n  interval_number,\n  ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY interval_number) AS place\n${BOUGHT}`,
    },
    {
      name: "active_intervals",
      sql: "SELECT customer_id, cohort_number, interval_number\nFROM intervals_bought\nWHERE place = interval_number + 1",
    },
  ],
};
