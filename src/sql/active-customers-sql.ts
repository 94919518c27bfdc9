import { isoDate } from "../time/civil-day.ts";
import { type ClassificationSqlOptions, checkedActivity } from "./classification-plan.ts";
import { queryOf } from "./query.ts";
import { quotient, resultColumns } from "./result-columns.ts";
import { sqlSyntax } from "./syntax.ts";
import { writtenDay } from "./table-day.ts";
import { transactionLines } from "./transaction-lines.ts";
import type { TransactionTable } from "./transaction-table.ts";

/**
 * Writes the query that counts the active customers: `active`, `buyers` and `share` of `activeCustomers`, counted by an engine.
 *
 * Active is who bought inside the active window; the engine sees no other activity.
 *
 * @param source - The table, its columns and the engine.
 * @param options - `asOf` (a day) and `activeWindow` (a duration, default `{ months: 12 }`); the other options of `classificationSql` may stay.
 * @returns One SELECT with one row: `active_customers`, `buyers` (who ever bought up to `asOf`) and `share`, `NULL` if nobody bought.
 * @throws {@link DataError} for a table that cannot be read and options that are none.
 *
 * @example
 * import { activeCustomersSql } from "clientele/sql";
 *
 * const orders = {
 *   dialect: "duckdb",
 *   table: "orders",
 *   columns: { customer: "customer_id", date: "ordered_on", amount: "total" },
 * } as const;
 * activeCustomersSql(orders, { asOf: "2025-12-31" }).includes("last_purchase > DATE '2024-12-31'"); // => true
 */
export function activeCustomersSql(source: TransactionTable, options: ClassificationSqlOptions): string {
  const { asOf, beforeActive } = checkedActivity(source, options);
  const syntax = sqlSyntax(source.dialect);
  const active = `SUM(CASE WHEN last_purchase > ${syntax.day(writtenDay(beforeActive))} THEN 1 ELSE 0 END)`;
  return queryOf(
    [
      ...transactionLines(source, isoDate(asOf)),
      {
        name: "last_purchases",
        sql: "SELECT customer_id, MAX(day) AS last_purchase\nFROM transaction_lines\nWHERE amount >= 0\nGROUP BY customer_id",
      },
      {
        name: "counted",
        sql: `SELECT ${syntax.toInteger(`COALESCE(${active}, 0)`)} AS active_now, COUNT(*) AS ever_bought\nFROM last_purchases`,
      },
    ],
    `SELECT\n  ${resultColumns(syntax, {
      active_customers: "active_now",
      buyers: "ever_bought",
      share: quotient(syntax, "active_now", "ever_bought"),
    })}\nFROM counted`,
  );
}
