import type { QueryStep } from "./query.ts";
import type { Snapshot } from "./snapshot-options.ts";
import { type SqlSyntax, sqlSyntax } from "./syntax.ts";
import { transactionLines } from "./transaction-lines.ts";
import type { TransactionTable } from "./transaction-table.ts";

/**
 * The steps to `customer_histories` with customer_id, frequency, recency_days and age_days, all whole numbers: without money.
 *
 * Grouped by day and then by customer, since distinct counts in one pass need more memory.
 */
export function customerHistories(source: TransactionTable, { asOf, count }: Snapshot): QueryStep[] {
  const syntax = sqlSyntax(source.dialect);
  const days: QueryStep = {
    name: "purchase_days",
    sql: "SELECT customer_id, day, COUNT(*) AS purchases\nFROM transaction_lines\nWHERE amount >= 0\nGROUP BY customer_id, day",
  };
  const purchases = count === "purchases" ? "SUM(purchases)" : "COUNT(*)";
  const histories: QueryStep = {
    name: "customer_histories",
    sql: `SELECT
  customer_id,
  ${syntax.toInteger(`${purchases} - 1`)} AS frequency,
  ${wholeDays(syntax, "MIN(day)", "MAX(day)")} AS recency_days,
  ${wholeDays(syntax, "MIN(day)", syntax.day(asOf))} AS age_days
FROM purchase_days
GROUP BY customer_id`,
  };
  return [...transactionLines(source, asOf), days, histories];
}

/** Whole days between two days as a whole number. */
export function wholeDays(syntax: SqlSyntax, from: string, to: string): string {
  return syntax.toInteger(syntax.daysBetween(from, to));
}
