import type { Limits } from "../classification/classification-limits.ts";
import { isoDate } from "../time/civil-day.ts";
import { classSteps } from "./class-rule-steps.ts";
import { comebackGap } from "./comeback-gap.ts";
import type { QueryStep } from "./query.ts";
import { type SqlSyntax, sqlSyntax } from "./syntax.ts";
import { writtenDay } from "./table-day.ts";
import { transactionLines } from "./transaction-lines.ts";
import type { TransactionTable } from "./transaction-table.ts";
import { usualGapSteps } from "./usual-gap-steps.ts";

/** From a table to `classified_customers`. */
export function classificationSteps(source: TransactionTable, limits: Limits): QueryStep[] {
  const syntax = sqlSyntax(source.dialect);
  return [
    ...transactionLines(source, isoDate(limits.asOf)),
    customerDays(),
    purchaseDays(syntax),
    customerSums(syntax, limits),
    ...comebacks(syntax, limits),
    ...usualGapSteps(syntax),
    ...classSteps(syntax, limits),
  ];
}

function customerDays(): QueryStep {
  return {
    name: "customer_days",
    sql: "SELECT\n  customer_id,\n  day,\n  SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,\n  SUM(amount) AS day_revenue,\n  SUM(ABS(amount)) AS day_turnover\nFROM transaction_lines\nGROUP BY customer_id, day",
  };
}

/** The days of purchase, each with the days since the one before; `NULL` for the first. */
function purchaseDays({ toInteger, daysBetween }: SqlSyntax): QueryStep {
  const before =
    "MAX(day) OVER (PARTITION BY customer_id ORDER BY day ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING)";
  const place = "ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY day)";
  return {
    name: "purchase_days",
    sql: `SELECT\n  customer_id,\n  day,\n  ${place} AS place,\n  ${toInteger(daysBetween(before, "day"))} AS gap\nFROM customer_days\nWHERE purchases > 0`,
  };
}

/** What the rules look at, except for rhythm. */
function customerSums({ day, toInteger, toDouble }: SqlSyntax, limits: Limits): QueryStep {
  const bought = limits.count === "purchases" ? "purchases" : "CASE WHEN purchases > 0 THEN 1 ELSE 0 END";
  const inWindow = `day > ${day(writtenDay(limits.beforeActive))}`;
  const before = `day > ${day(writtenDay(limits.beforePrevious))} AND NOT ${inWindow}`;
  const sumOf = (what: string, condition: string): string =>
    `SUM(CASE WHEN ${condition} THEN ${what} ELSE 0 END)`;
  const columns = {
    first_purchase: "MIN(CASE WHEN purchases > 0 THEN day END)",
    last_purchase: "MAX(CASE WHEN purchases > 0 THEN day END)",
    all_purchases: toInteger(`SUM(${bought})`),
    purchases_in_window: toInteger(sumOf(bought, inWindow)),
    revenue: toDouble("SUM(day_revenue)"),
    revenue_in_window: toDouble(sumOf("day_revenue", inWindow)),
    revenue_before: toDouble(sumOf("day_revenue", before)),
    turnover_before: toDouble(sumOf("day_turnover", before)),
  };
  const written = Object.entries(columns).map(([name, expression]) => `${expression} AS ${name}`);
  return {
    name: "customer_sums",
    sql: `SELECT\n  customer_id,\n  ${written.join(",\n  ")}\nFROM customer_days\nGROUP BY customer_id`,
  };
}

/** The last purchase that ended a silence longer than the active window, of each customer who has one inside `newWithin`. */
function comebacks(syntax: SqlSyntax, limits: Limits): QueryStep[] {
  return [
    {
      name: "comeback_days",
      sql: `SELECT\n  customer_id,\n  day,\n  gap,\n  ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY day DESC) AS from_last\nFROM purchase_days\nWHERE place > 1 AND day > ${syntax.day(writtenDay(limits.beforeNew))} AND gap >= ${comebackGap(syntax, limits)}`,
    },
    {
      name: "comebacks",
      sql: "SELECT customer_id, day AS returned_on, gap AS silent_days\nFROM comeback_days\nWHERE from_last = 1",
    },
  ];
}
