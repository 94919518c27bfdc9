import { customerTotals } from "./customer-totals.ts";
import { queryOf } from "./query.ts";
import { resultColumns } from "./result-columns.ts";
import { checkedSnapshot, type SqlSnapshotOptions } from "./snapshot-options.ts";
import { sqlSyntax } from "./syntax.ts";
import type { TransactionTable } from "./transaction-table.ts";

/**
 * Writes `summarizeCustomers` as a query for the engine that holds the transactions: a row for each customer who has bought.
 *
 * Columns: customer_id, frequency, recency_days, age_days (that is T), monetary_value, orders, revenue, margin if the table has one,
 * first_purchase, last_purchase. Times are whole days, so that they travel and compare exactly; `customerSummariesFromRows` turns them
 * into a unit. Names are in quotes and lower case in every engine. Rows that the door would refuse are left out: `faultyRowsSql` counts
 * them.
 *
 * @param source - Engine, table and columns, and the time zone if the dates are instants.
 * @param options - `asOf` (a day, inclusive), and what to `count`.
 * @returns The text of one SELECT.
 * @throws {@link DataError} for a table, names or options that are none.
 *
 * @example
 * import { customerSummariesSql } from "clientele/sql";
 *
 * const orders = { customer: "customer_id", date: "ordered_on", amount: "total" };
 * const sql = customerSummariesSql({ dialect: "duckdb", table: ["shop", "orders"], columns: orders }, { asOf: "2025-06-30" });
 * sql.includes('FROM "shop"."orders" AS source_row'); // => true
 */
export function customerSummariesSql(source: TransactionTable, options: SqlSnapshotOptions): string {
  const snapshot = checkedSnapshot(source, options);
  const names = [
    "customer_id",
    "frequency",
    "recency_days",
    "age_days",
    "monetary_value",
    "orders",
    "revenue",
    ...(source.columns.margin === undefined ? [] : ["margin"]),
    "first_purchase",
    "last_purchase",
  ];
  const columns = Object.fromEntries(names.map((name) => [name, name]));
  return queryOf(
    customerTotals(source, snapshot),
    `SELECT\n  ${resultColumns(sqlSyntax(source.dialect), columns)}\nFROM customer_histories`,
  );
}
