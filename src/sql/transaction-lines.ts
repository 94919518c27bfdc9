import type { IsoDate } from "../time/civil-day.ts";
import type { QueryStep } from "./query.ts";
import { readTable, soundRow } from "./sound-rows.ts";
import type { TransactionTable } from "./transaction-table.ts";

/**
 * The steps that read a checked table: `transaction_lines` with customer_id, day, amount (and margin) up to a day.
 *
 * Rows that the door would refuse are left out, as `invalid: "skip"` leaves them out of a log. The items of an order become one line on
 * its first day.
 */
export function transactionLines(source: TransactionTable, asOf: IsoDate): QueryStep[] {
  const { syntax, from, columns, day } = readTable(source);
  const { customer, amount, margin, order } = columns;
  const read = [`${customer} AS customer_id`, `${day} AS day`, `${amount} AS amount`];
  if (margin !== undefined) read.push(`${margin} AS margin`);
  if (order !== undefined) read.push(`${order} AS order_id`);
  const steps: QueryStep[] = [
    {
      name: "read_rows",
      sql: `SELECT\n  ${read.join(",\n  ")}\nFROM ${from}\nWHERE ${soundRow(source).join("\n  AND ")}`,
    },
  ];
  if (order !== undefined) steps.push(orderLines(margin !== undefined));
  const lines = order === undefined ? "read_rows" : "order_lines";
  const purchasesOnly = source.returns === "ignore" ? " AND amount >= 0" : "";
  steps.push({
    name: "transaction_lines",
    sql: `SELECT customer_id, day, amount${margin === undefined ? "" : ", margin"}\nFROM ${lines}\nWHERE day <= ${syntax.day(asOf)}${purchasesOnly}`,
  });
  return steps;
}

/** One line for each order of a customer. */
function orderLines(hasMargin: boolean): QueryStep {
  const margin = hasMargin ? ", SUM(margin) AS margin" : "";
  return {
    name: "order_lines",
    sql: `SELECT customer_id, MIN(day) AS day, SUM(amount) AS amount${margin}\nFROM read_rows\nGROUP BY customer_id, order_id`,
  };
}
