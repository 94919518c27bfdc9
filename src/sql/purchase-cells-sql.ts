import { customerHistories } from "./customer-histories.ts";
import { queryOf } from "./query.ts";
import { resultColumns } from "./result-columns.ts";
import { checkRounding, roundedDays, type TimeRounding } from "./rounded-days.ts";
import { checkedSnapshot, type SqlSnapshotOptions } from "./snapshot-options.ts";
import { sqlSyntax } from "./syntax.ts";
import type { TransactionTable } from "./transaction-table.ts";

/** How customers are counted by history. */
export interface PurchaseCellsOptions extends SqlSnapshotOptions {
  /**
   * `"week"` rounds recency and age to the nearest whole week; frequency counts purchase days all the same. Fewer cells, for hundreds of
   * millions of customers; estimates hardly move. Default `"day"`: nothing is rounded.
   */
  readonly roundTo?: TimeRounding;
}

/**
 * Writes a query that counts customers with the same history: all that a model of purchases needs to be fitted.
 *
 * Columns: frequency, recency_days, age_days, customers. Ten million customers of two years have about 1.4 million such histories,
 * a thousand million about six million. `purchaseCellsFromRows` makes them ready for a fit, which finds what it finds on customers one by one.
 *
 * @param source - Engine, table and columns.
 * @param options - `asOf` (a day, inclusive), what to `count`, and to what to round times.
 * @returns The text of one SELECT.
 * @throws {@link DataError} for a table, names or options that are none.
 *
 * @example
 * import { purchaseCellsSql } from "clientele/sql";
 *
 * const columns = { customer: "customer_id", date: "ordered_on", amount: "total" };
 * const sql = purchaseCellsSql({ dialect: "bigquery", table: ["shop", "orders"], columns }, { asOf: "2025-06-30" });
 * sql.includes("DATE_DIFF(DATE '2025-06-30', MIN(day), DAY)"); // => true
 */
export function purchaseCellsSql(source: TransactionTable, options: PurchaseCellsOptions): string {
  const snapshot = checkedSnapshot(source, options, { roundTo: true });
  const { roundTo = "day" } = options;
  checkRounding(roundTo);
  const syntax = sqlSyntax(source.dialect);
  const cells = {
    name: "customer_cells",
    sql: `SELECT
  frequency,
  ${roundedDays(syntax, "recency_days", roundTo)} AS cell_recency,
  ${roundedDays(syntax, "age_days", roundTo)} AS cell_age
FROM customer_histories`,
  };
  const columns = {
    frequency: "frequency",
    recency_days: "cell_recency",
    age_days: "cell_age",
    customers: syntax.toInteger("COUNT(*)"),
  };
  return queryOf(
    [...customerHistories(source, snapshot), cells],
    `SELECT\n  ${resultColumns(syntax, columns)}\nFROM customer_cells\nGROUP BY frequency, cell_recency, cell_age`,
  );
}
