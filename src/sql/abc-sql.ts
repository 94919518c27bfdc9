import { type AbcBy, type AbcPlan, abcPlan } from "../pareto/abc-options.ts";
import { checkNames } from "../rows/options.ts";
import { isoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { checkTableValue, insideWindow, type TableValue } from "./customer-value-steps.ts";
import { type QueryStep, queryOf } from "./query.ts";
import { resultColumns } from "./result-columns.ts";
import { type SqlSyntax, sqlSyntax } from "./syntax.ts";
import { tableDay } from "./table-day.ts";
import { transactionLines } from "./transaction-lines.ts";
import { checkTransactionTable, type TransactionTable } from "./transaction-table.ts";

/** How customers of a table are put into classes. */
export interface AbcSqlOptions {
  /** Day as of which the base is judged, inclusive; nothing after it is looked at. */
  readonly asOf: DateInput;
  /** How far back to look: what was brought in (asOf − window, asOf]. Default: all history. */
  readonly window?: Duration;
  /** What customers are ranked by; `"margin"` needs a table with margins. Default `"revenue"`. */
  readonly value?: TableValue;
  /** What the limits are shares of. Default `"value"`. */
  readonly by?: AbcBy;
  /** Cumulative shares at which A and B end, above 0 and at most 1. Default `[0.8, 0.95]` by value, `[0.2, 0.5]` by customers. */
  readonly limits?: readonly [number, number];
}

const NAMES = { asOf: true, window: true, value: true, by: true, limits: true } satisfies Record<
  keyof AbcSqlOptions,
  true
>;

/**
 * Writes the query of an ABC analysis: the classes of `abcClasses`, found by an engine.
 *
 * Customers with a transaction in the window stand in descending order of what they brought, returns deducted. Class A are those before whom
 * less than 80 % of the value is reached, B less than 95 %, C the rest; equal values are in the same class, and a value of 0 or less is in C.
 * Among equal values the order of the ids decides about the cumulative share, and about nothing else. Limits that are computed from the
 * curve (`method: "computed"` of `abcClasses`) need all values at once and are not written in SQL.
 *
 * @param source - The table, its columns and the engine.
 * @param options - `asOf` (a day), `window` (a duration), `value`, `by` and `limits`.
 * @returns One SELECT with the columns `customer_id`, `total_value`, `abc_class`, `value_rank` (equal values share it), `share` and
 *   `cumulative_share` (of the values above 0; `NULL` if there is none), in descending order of value.
 * @throws {@link DataError} for a table that cannot be read, margins that it does not have, and options that are none.
 *
 * @example
 * import { abcSql } from "clientele/sql";
 *
 * const orders = {
 *   dialect: "postgres",
 *   table: ["shop", "orders"],
 *   columns: { customer: "customer_id", date: "ordered_on", amount: "total" },
 * } as const;
 * abcSql(orders, { asOf: "2025-12-31", window: { months: 12 } }).includes("WHERE day > DATE '2024-12-31'"); // => true
 */
export function abcSql(source: TransactionTable, options: AbcSqlOptions): string {
  checkTransactionTable(source);
  checkNames("options", options, NAMES);
  const { value = "revenue", by, limits, window } = options;
  checkTableValue(source, value);
  // Where no method is named, limits are set.
  const plan = abcPlan(
    { ...(by === undefined ? {} : { by }), ...(limits === undefined ? {} : { limits }) },
    true,
  ) as NonNullable<AbcPlan>;
  const asOf = tableDay(source, "asOf", options.asOf);
  const syntax = sqlSyntax(source.dialect);
  const money = value === "margin" ? "margin" : "amount";
  const values: QueryStep = {
    name: "customer_values",
    sql: `SELECT customer_id, SUM(${money}) AS total_value\nFROM transaction_lines${insideWindow(syntax, window, asOf)}\nGROUP BY customer_id`,
  };
  const columns = resultColumns(syntax, {
    customer_id: "customer_id",
    total_value: syntax.toDouble("total_value"),
    abc_class: classOf(syntax, plan),
    value_rank: "value_rank",
    share: shareOf(syntax, "CASE WHEN total_value > 0 THEN total_value ELSE 0 END"),
    cumulative_share: shareOf(syntax, "value_before + CASE WHEN total_value > 0 THEN total_value ELSE 0 END"),
  });
  return queryOf(
    [...transactionLines(source, isoDate(asOf)), values, ...orderSteps()],
    `SELECT\n  ${columns}\nFROM ranked_values\nORDER BY total_value DESC, customer_id`,
  );
}

/** Customers in descending order of value, each with what was reached before it and before the first of its equals. */
function orderSteps(): QueryStep[] {
  const order = "ORDER BY total_value DESC, customer_id";
  const positive = "CASE WHEN total_value > 0 THEN total_value ELSE 0 END";
  return [
    {
      name: "ordered_values",
      sql: `SELECT
  customer_id,
  total_value,
  RANK() OVER (ORDER BY total_value DESC) AS value_rank,
  COUNT(*) OVER () AS customers,
  SUM(${positive}) OVER () AS positive_total,
  COALESCE(SUM(${positive}) OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS value_before
FROM customer_values`,
    },
    {
      name: "ranked_values",
      sql: "SELECT\n  customer_id,\n  total_value,\n  value_rank,\n  customers,\n  positive_total,\n  value_before,\n  MIN(value_before) OVER (PARTITION BY value_rank) AS value_before_equals\nFROM ordered_values",
    },
  ];
}

/** Shares nearer than this count as equal, as in `abcClasses`. */
const ROUNDING = 1e-12;

function classOf({ toDouble }: SqlSyntax, { by, limits }: NonNullable<AbcPlan>): string {
  const isWithin = (limit: number): string => {
    // All customers of a value above 0 are before the whole.
    if (limit === 1) return "1 = 1";
    const reached =
      by === "customers"
        ? `${toDouble("value_rank - 1")} / ${toDouble("customers")}`
        : `${toDouble("value_before_equals")} / ${toDouble("positive_total")}`;
    const first = by === "customers" ? "" : "value_rank = 1 OR ";
    return `${first}${reached} < ${toDouble(String(limit - ROUNDING))}`;
  };
  return `CASE\n    WHEN total_value <= 0 THEN 'C'\n    WHEN ${isWithin(limits[0])} THEN 'A'\n    WHEN ${isWithin(limits[1])} THEN 'B'\n    ELSE 'C'\n  END`;
}

/** A share of the values above 0. */
function shareOf({ toDouble }: SqlSyntax, part: string): string {
  return `CASE WHEN positive_total > 0 THEN ${toDouble(part)} / ${toDouble("positive_total")} ELSE NULL END`;
}
