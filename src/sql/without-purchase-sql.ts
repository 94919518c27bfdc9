import { checkNames } from "../rows/options.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { queryOf } from "./query.ts";
import { resultColumns } from "./result-columns.ts";
import { sqlSyntax } from "./syntax.ts";
import { tableDay } from "./table-day.ts";
import { transactionLines } from "./transaction-lines.ts";
import { checkTransactionTable, type TransactionTable } from "./transaction-table.ts";

/**
 * Counts who stands in the table but has bought nothing by a day (returns only), with their revenue.
 *
 * `customerSummariesSql` has no rows of them; together the two add up to the table. Columns: customers, revenue; one row.
 *
 * @param source - Engine, table and columns.
 * @param options - `asOf`: a day, inclusive.
 * @returns The text of one SELECT.
 * @throws {@link DataError} for a table, names or options that are none.
 *
 * @example
 * import { withoutPurchaseSql } from "clientele/sql";
 *
 * const columns = { customer: "customer_id", date: "ordered_on", amount: "total" };
 * const sql = withoutPurchaseSql({ dialect: "postgres", table: "orders", columns }, { asOf: "2025-06-30" });
 * sql.includes("HAVING MAX(amount) < 0"); // => true
 */
export function withoutPurchaseSql(source: TransactionTable, options: { readonly asOf: DateInput }): string {
  checkTransactionTable(source);
  checkNames("options", options, { asOf: true });
  const asOf: IsoDate = isoDate(tableDay(source, "asOf", options.asOf));
  const syntax = sqlSyntax(source.dialect);
  const returners = {
    name: "without_purchase",
    sql: "SELECT customer_id, SUM(amount) AS returned\nFROM transaction_lines\nGROUP BY customer_id\nHAVING MAX(amount) < 0",
  };
  const columns = {
    customers: syntax.toInteger("COUNT(*)"),
    revenue: `COALESCE(${syntax.toDouble("SUM(returned)")}, 0)`,
  };
  return queryOf(
    [...transactionLines(source, asOf), returners],
    `SELECT\n  ${resultColumns(syntax, columns)}\nFROM without_purchase`,
  );
}
