import { CUSTOMER_CLASSES } from "../classification/customer-class.ts";
import { type ClassificationSqlOptions, checkedClassification } from "./classification-plan.ts";
import { classificationSteps } from "./classification-steps.ts";
import { literalRows } from "./literal-rows.ts";
import { queryOf } from "./query.ts";
import { quotient, resultColumns } from "./result-columns.ts";
import { sqlSyntax } from "./syntax.ts";
import type { TransactionTable } from "./transaction-table.ts";

/**
 * Writes the query that counts the customers of each lifecycle class: `classes` of `classifyCustomers`, counted by an engine.
 *
 * @param source - The table, its columns and the engine.
 * @param options - Those of `classificationSql`.
 * @returns One SELECT with a row for each of the eight classes in their order, also those without anybody: `customer_class`, `customers`,
 *   `share_of_customers`, `revenue` (net of returns, up to `asOf`) and `share_of_revenue`; shares in [0, 1], `NULL` where there is nothing to
 *   divide by.
 * @throws {@link DataError} for a table that cannot be read, options that are none, and windows that do not lie inside each other.
 *
 * @example
 * import { classCountsSql } from "clientele/sql";
 *
 * const orders = {
 *   dialect: "clickhouse",
 *   table: "orders",
 *   columns: { customer: "customer_id", date: "ordered_on", amount: "total" },
 * } as const;
 * classCountsSql(orders, { asOf: "2025-12-31" }).includes("UNION ALL SELECT 2, 'existing'"); // => true
 */
export function classCountsSql(source: TransactionTable, options: ClassificationSqlOptions): string {
  const limits = checkedClassification(source, options);
  const syntax = sqlSyntax(source.dialect);
  const classes = CUSTOMER_CLASSES.map((name, place) => [String(place), syntax.text(name)]);
  const columns = resultColumns(syntax, {
    customer_class: "class_name",
    customers: "class_customers",
    share_of_customers: quotient(syntax, "class_customers", "all_customers"),
    revenue: "class_revenue",
    share_of_revenue: quotient(syntax, "class_revenue", "all_revenue"),
  });
  return queryOf(
    [
      ...classificationSteps(source, limits),
      { name: "classes", sql: literalRows(["place", "class_name"], classes) },
      {
        name: "class_sums",
        sql: "SELECT customer_class, COUNT(*) AS members, SUM(revenue) AS brought\nFROM classified_customers\nGROUP BY customer_class",
      },
      {
        name: "filled_classes",
        sql: "SELECT\n  c.place AS place,\n  c.class_name AS class_name,\n  COALESCE(s.members, 0) AS class_customers,\n  COALESCE(s.brought, 0) AS class_revenue\nFROM classes c\nLEFT JOIN class_sums s ON c.class_name = s.customer_class",
      },
      {
        name: "shared_classes",
        sql: `SELECT\n  place,\n  class_name,\n  class_customers,\n  class_revenue,\n  ${syntax.toInteger("SUM(class_customers) OVER ()")} AS all_customers,\n  SUM(class_revenue) OVER () AS all_revenue\nFROM filled_classes`,
      },
    ],
    `SELECT\n  ${columns}\nFROM shared_classes\nORDER BY place`,
  );
}
