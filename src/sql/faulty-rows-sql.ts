import { resultColumns } from "./result-columns.ts";
import { LARGEST, possibleDays, readTable, soundRow } from "./sound-rows.ts";
import type { SqlSyntax } from "./syntax.ts";
import { checkTransactionTable, type TransactionTable } from "./transaction-table.ts";

/**
 * Writes a query that counts the rows which all other queries leave out, since the door would refuse them.
 *
 * One row: rows, rows_left_out, and under the codes of the door missing_customer, missing_date, impossible_date, missing_amount,
 * nan_amount, infinite_amount, and the like of order and margin if they are named. A row with two faults counts under both.
 *
 * @param source - Engine, table and columns.
 * @returns The text of one SELECT.
 * @throws {@link DataError} for a table or names that are none.
 *
 * @example
 * import { faultyRowsSql } from "clientele/sql";
 *
 * const columns = { customer: "customer_id", date: "ordered_on", amount: "total" };
 * const sql = faultyRowsSql({ dialect: "postgres", table: "orders", columns });
 * sql.includes('AS "rows_left_out"'); // => true
 */
export function faultyRowsSql(source: TransactionTable): string {
  checkTransactionTable(source);
  const { syntax, from, columns, day } = readTable(source);
  const { order, margin } = columns;
  const [first, last] = possibleDays(source.dialect);
  const faults: Record<string, string> = {
    missing_customer: missing(syntax, columns.customer),
    missing_date: `${day} IS NULL`,
    impossible_date: `NOT (${day} BETWEEN ${syntax.day(first)} AND ${syntax.day(last)})`,
    ...numberFaults(syntax, "amount", columns.amount),
    ...(order === undefined ? {} : { missing_order: missing(syntax, order) }),
    ...(margin === undefined ? {} : numberFaults(syntax, "margin", margin)),
  };
  const counted = Object.entries(faults).map(([name, fault]) => [name, countOf(syntax, fault)] as const);
  const counts = {
    rows: syntax.toInteger("COUNT(*)"),
    rows_left_out: syntax.toInteger(
      `COUNT(*) - COUNT(CASE WHEN ${soundRow(source).join(" AND ")} THEN 1 END)`,
    ),
    ...Object.fromEntries(counted),
  };
  return `SELECT\n  ${resultColumns(syntax, counts)}\nFROM ${from}`;
}

function missing(syntax: SqlSyntax, id: string): string {
  return `COALESCE(${syntax.toText(id)}, '') = ''`;
}

/** Engines disagree on whether NaN equals itself, but none takes it for less than a number. */
function numberFaults(syntax: SqlSyntax, name: string, column: string): Record<string, string> {
  const number = syntax.toDouble(column);
  const infinite = `-ABS(${number}) < -${LARGEST}`;
  return {
    [`missing_${name}`]: `${number} IS NULL`,
    [`nan_${name}`]: `${number} IS NOT NULL AND NOT (ABS(${number}) <= ${LARGEST} OR ${infinite})`,
    [`infinite_${name}`]: infinite,
  };
}

function countOf(syntax: SqlSyntax, fault: string): string {
  return syntax.toInteger(`COUNT(CASE WHEN ${fault} THEN 1 END)`);
}
