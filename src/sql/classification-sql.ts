import { type ClassificationSqlOptions, checkedClassification } from "./classification-plan.ts";
import { classificationSteps } from "./classification-steps.ts";
import { queryOf } from "./query.ts";
import { resultColumns } from "./result-columns.ts";
import { sqlSyntax } from "./syntax.ts";
import type { TransactionTable } from "./transaction-table.ts";

/**
 * Writes the query that puts every customer of a table into one lifecycle class: the rules of `classifyCustomers`, applied by an engine.
 *
 * The engine sees transactions only, so nobody is known by interactions or as a named prospect, nobody is lost by a termination, and only
 * purchases keep a customer active: those options of `classifyCustomers` are refused. Windows are reckoned with the calendar of the library
 * and stand in the query as days. The usual gap is the median of a customer's own gaps between purchase days, from three such days on, else
 * that of all gaps of the base.
 *
 * @param source - The table, its columns and the engine.
 * @param options - `asOf` (a day) and the limits of `classifyCustomers`: `activeWindow`, `newWithin`, `lostAfter` (durations), `regularOrders`,
 *   `overdueFactor`, `declineRatio` and `count`, with the same defaults.
 * @returns One SELECT with a row per customer: `customer_id`, `customer_class`, `reason`, `sub_reason`, `first_purchase`, `last_purchase`,
 *   `purchases`, `purchases_in_window`, `silence_days`, `usual_gap`, `usual_gap_of`, `revenue`, `revenue_in_window`, `revenue_before`,
 *   `back_on` and `back_after_days`; `NULL` where there is nothing to say.
 * @throws {@link DataError} for a table that cannot be read, options that are none, and windows that do not lie inside each other.
 *
 * @example
 * import { classificationSql } from "clientele/sql";
 *
 * const orders = {
 *   dialect: "spark",
 *   table: "orders",
 *   columns: { customer: "customer_id", date: "ordered_on", amount: "total" },
 * } as const;
 * classificationSql(orders, { asOf: "2025-12-31" }).includes("last_purchase <= DATE '2023-12-31'"); // => true
 */
export function classificationSql(source: TransactionTable, options: ClassificationSqlOptions): string {
  const limits = checkedClassification(source, options);
  const names = [
    "customer_id",
    "customer_class",
    "reason",
    "sub_reason",
    "first_purchase",
    "last_purchase",
    "purchases",
    "purchases_in_window",
    "silence_days",
    "usual_gap",
    "usual_gap_of",
    "revenue",
    "revenue_in_window",
    "revenue_before",
    "back_on",
    "back_after_days",
  ];
  const columns = resultColumns(
    sqlSyntax(source.dialect),
    Object.fromEntries(names.map((name) => [name, name])),
  );
  return queryOf(classificationSteps(source, limits), `SELECT\n  ${columns}\nFROM classified_customers`);
}
