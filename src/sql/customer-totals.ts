import { wholeDays } from "./customer-histories.ts";
import type { QueryStep } from "./query.ts";
import type { Snapshot } from "./snapshot-options.ts";
import { type SqlSyntax, sqlSyntax } from "./syntax.ts";
import { transactionLines } from "./transaction-lines.ts";
import type { TransactionTable } from "./transaction-table.ts";

/**
 * The steps to `customer_histories` with the money: what `customerHistories` gives, and monetary_value, orders, revenue, margin,
 * first_purchase and last_purchase.
 *
 * Amounts are added up in the type of the column, so that decimals stay exact, and become numbers with a fraction at the end.
 */
export function customerTotals(source: TransactionTable, snapshot: Snapshot): QueryStep[] {
  const syntax = sqlSyntax(source.dialect);
  const hasMargin = source.columns.margin !== undefined;
  return [
    ...transactionLines(source, snapshot.asOf),
    { name: "customer_days", sql: customerDays(hasMargin) },
    { name: "dated_days", sql: datedDays(hasMargin) },
    { name: "customer_sums", sql: customerSums(syntax, hasMargin) },
    { name: "customer_histories", sql: histories(syntax, snapshot, hasMargin) },
  ];
}

/** A day of a customer: purchases and returns of it. */
function customerDays(hasMargin: boolean): string {
  return `SELECT
  customer_id,
  day,
  COUNT(*) AS lines_of_day,
  SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
  SUM(CASE WHEN amount >= 0 THEN amount END) AS purchased,
  SUM(amount) AS netted,
  SUM(ABS(amount)) AS moved${hasMargin ? ",\n  SUM(margin) AS earned" : ""}
FROM transaction_lines
GROUP BY customer_id, day`;
}

/** The days with the day of the first purchase beside each; none if the customer has bought nothing. */
function datedDays(hasMargin: boolean): string {
  return `SELECT
  customer_id,
  day,
  MIN(CASE WHEN purchases > 0 THEN day END) OVER (PARTITION BY customer_id) AS first_day,
  lines_of_day,
  purchases,
  purchased,
  netted,
  moved${hasMargin ? ",\n  earned" : ""}
FROM customer_days`;
}

function customerSums(syntax: SqlSyntax, hasMargin: boolean): string {
  const { toInteger, toDouble } = syntax;
  const orNone = (sum: string): string => `COALESCE(${toDouble(sum)}, 0)`;
  return `SELECT
  customer_id,
  first_day,
  MAX(CASE WHEN purchases > 0 THEN day END) AS last_day,
  ${toInteger("SUM(CASE WHEN purchases > 0 THEN 1 ELSE 0 END)")} AS days,
  ${toInteger("SUM(purchases)")} AS orders,
  ${toInteger("SUM(CASE WHEN day = first_day THEN purchases ELSE 0 END)")} AS first_orders,
  ${orNone("SUM(CASE WHEN day = first_day THEN purchased END)")} AS first_amount,
  ${orNone("SUM(CASE WHEN day > first_day THEN purchased END)")} AS later_amount,
  ${toDouble("SUM(netted)")} AS net_amount,
  ${toDouble("SUM(moved)")} AS moved_amount,
  ${toDouble("SUM(lines_of_day)")} AS lines_of_customer${hasMargin ? `,\n  ${toDouble("SUM(earned)")} AS margin_amount` : ""}
FROM dated_days
WHERE first_day IS NOT NULL
GROUP BY customer_id, first_day`;
}

function histories(syntax: SqlSyntax, { asOf, count }: Snapshot, hasMargin: boolean): string {
  const { toDouble } = syntax;
  const frequency = count === "purchases" ? "orders - 1" : "days - 1";
  // The purchases of the first day share their mean as the amount of the first.
  const repeatAmount =
    count === "purchases"
      ? `(later_amount + first_amount * ${toDouble("first_orders - 1")} / ${toDouble("first_orders")})`
      : "later_amount";
  return `SELECT
  customer_id,
  ${frequency} AS frequency,
  ${wholeDays(syntax, "first_day", "last_day")} AS recency_days,
  ${wholeDays(syntax, "first_day", syntax.day(asOf))} AS age_days,
  COALESCE(${repeatAmount} / NULLIF(${toDouble(frequency)}, 0), 0) AS monetary_value,
  orders,
  CASE WHEN ${CANCELLED} THEN ${toDouble("0")} ELSE net_amount END AS revenue${hasMargin ? ",\n  margin_amount AS margin" : ""},
  first_day AS first_purchase,
  last_day AS last_purchase
FROM customer_sums`;
}

/** Returns have cancelled all purchases if what is left is no more than rounding can leave behind. */
const CANCELLED = `ABS(net_amount) <= lines_of_customer * ${Number.EPSILON} * moved_amount`;
