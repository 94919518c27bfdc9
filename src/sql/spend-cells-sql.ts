import { checkNumber } from "../rows/options.ts";
import { customerTotals } from "./customer-totals.ts";
import { queryOf } from "./query.ts";
import { resultColumns } from "./result-columns.ts";
import { checkedSnapshot, type SqlSnapshotOptions } from "./snapshot-options.ts";
import { sqlSyntax } from "./syntax.ts";
import type { TransactionTable } from "./transaction-table.ts";

/** How repeat customers are counted by what they spend. */
export interface SpendCellsOptions extends SqlSnapshotOptions {
  /**
   * Customers share a cell if their mean amounts differ by less than about this share, from 0.0001 to 0.1; the cell has their mean.
   * Default 0.01.
   */
  readonly step?: number;
}

/**
 * Writes a query that counts repeat customers with the same frequency and nearly the same mean amount, to fit a model of spend.
 *
 * Columns: frequency, monetary_value (mean of the cell), customers. Who has not bought again, or for nothing, tells such a model
 * nothing and is not counted. `spendCellsFromRows` makes them ready for `fitGammaGamma`.
 *
 * @param source - Engine, table and columns.
 * @param options - `asOf` (a day, inclusive), what to `count`, and the `step` between amounts.
 * @returns The text of one SELECT.
 * @throws {@link DataError} for a table, names or options that are none.
 *
 * @example
 * import { spendCellsSql } from "clientele/sql";
 *
 * const columns = { customer: "customer_id", date: "ordered_on", amount: "total" };
 * const sql = spendCellsSql({ dialect: "snowflake", table: "ORDERS", columns }, { asOf: "2025-06-30", step: 0.02 });
 * sql.includes("FLOOR(LN(monetary_value) / 0.02)"); // => true
 */
export function spendCellsSql(source: TransactionTable, options: SpendCellsOptions): string {
  const snapshot = checkedSnapshot(source, options, { step: true });
  const { step = 0.01 } = options;
  checkNumber("step", step, { least: 0.0001, most: 0.1 });
  const syntax = sqlSyntax(source.dialect);
  const cells = {
    name: "spend_cells",
    sql: `SELECT
  frequency,
  monetary_value,
  ${syntax.toInteger(`FLOOR(LN(monetary_value) / ${step})`)} AS amount_step
FROM customer_histories
WHERE frequency > 0 AND monetary_value > 0`,
  };
  const columns = {
    frequency: "frequency",
    monetary_value: "AVG(monetary_value)",
    customers: syntax.toInteger("COUNT(*)"),
  };
  return queryOf(
    [...customerTotals(source, snapshot), cells],
    `SELECT\n  ${resultColumns(syntax, columns)}\nFROM spend_cells\nGROUP BY frequency, amount_step`,
  );
}
