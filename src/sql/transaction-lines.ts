import type { IsoDate } from "../time/civil-day.ts";
import type { QueryStep } from "./query.ts";
import { type SqlSyntax, sqlSyntax } from "./syntax.ts";
import { type TransactionTable, tableParts } from "./transaction-table.ts";

/**
 * The steps that read a checked table: `transaction_lines` with customer_id, day, amount (and margin) up to a day.
 *
 * Rows that lack one of the named columns are left out, as `invalid: "skip"` leaves them out of a log. The items of an order become one line on its first day.
 */
export function transactionLines(source: TransactionTable, asOf: IsoDate): QueryStep[] {
  const syntax = sqlSyntax(source.dialect);
  const { columns } = source;
  const customer = syntax.name(columns.customer);
  const amount = syntax.name(columns.amount);
  const margin = columns.margin === undefined ? [] : [`${syntax.name(columns.margin)} AS margin`];
  const order = columns.order === undefined ? [] : [`${syntax.name(columns.order)} AS order_id`];
  const needed = [columns.customer, columns.date, columns.amount, columns.margin, columns.order].filter(
    (column) => column !== undefined,
  );
  const read: QueryStep = {
    name: "read_rows",
    sql: [
      "SELECT",
      `  ${[`${customer} AS customer_id`, `${dayOf(source, syntax)} AS day`, `${amount} AS amount`, ...margin, ...order].join(",\n  ")}`,
      `FROM ${tableParts(source.table).map(syntax.name).join(".")}`,
      `WHERE ${needed.map((column) => `${syntax.name(column)} IS NOT NULL`).join(" AND ")}`,
    ].join("\n"),
  };
  const ordered = columns.order === undefined ? [] : [orderLines(columns.margin !== undefined)];
  const from = columns.order === undefined ? "read_rows" : "order_lines";
  const purchasesOnly = source.returns === "ignore" ? " AND amount >= 0" : "";
  const lines = {
    name: "transaction_lines",
    sql: `SELECT customer_id, day, amount${margin.length > 0 ? ", margin" : ""}\nFROM ${from}\nWHERE day <= ${syntax.day(asOf)}${purchasesOnly}`,
  };
  return [read, ...ordered, lines];
}

function dayOf(source: TransactionTable, syntax: SqlSyntax): string {
  return syntax.toDay(syntax.name(source.columns.date), source.timeZone ?? null);
}

/** One line for each order of a customer. */
function orderLines(hasMargin: boolean): QueryStep {
  const margin = hasMargin ? ", SUM(margin) AS margin" : "";
  return {
    name: "order_lines",
    sql: `SELECT customer_id, MIN(day) AS day, SUM(amount) AS amount${margin}\nFROM read_rows\nGROUP BY customer_id, order_id`,
  };
}
