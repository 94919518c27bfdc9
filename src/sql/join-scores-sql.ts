import type { Predictor, SpendModel } from "../models/models.ts";
import { checkNumber, checkOption } from "../rows/options.ts";
import { customerHistories } from "./customer-histories.ts";
import { customerTotals } from "./customer-totals.ts";
import { numberLiteral } from "./number-literal.ts";
import { queryOf } from "./query.ts";
import { resultColumns } from "./result-columns.ts";
import { checkRounding, roundedDays, type TimeRounding } from "./rounded-days.ts";
import { SCORES } from "./score-names.ts";
import { checkedSnapshot, type SqlSnapshotOptions } from "./snapshot-options.ts";
import { checkSpend, spendExpression } from "./spend-expression.ts";
import { type SqlSyntax, sqlSyntax } from "./syntax.ts";
import { checkTableName, type TableName, writtenTable } from "./table-name.ts";
import type { TransactionTable } from "./transaction-table.ts";

/** Which scores to give to customers, and what a purchase of theirs is worth. */
export interface JoinScoresOptions extends SqlSnapshotOptions {
  /** The table with the columns of `scoresTable`. */
  readonly scores: TableName;
  /** To what times were rounded when the cells were made. Default `"day"`. */
  readonly roundTo?: TimeRounding;
  /** Model of how much customers spend per purchase, for `expected_spend` and `lifetime_value`. Its `q` must be above 1. */
  readonly spend?: Predictor<SpendModel>;
  /** Share of revenue that is margin, from −1 to 1. Default 1: values are revenue. Needs `spend`. */
  readonly marginRate?: number;
}

const MORE = { scores: true, roundTo: true, spend: true, marginRate: true } satisfies Record<
  Exclude<keyof JoinScoresOptions, keyof SqlSnapshotOptions>,
  true
>;

/**
 * Writes a query that gives every customer the scores of his history, and his lifetime value.
 *
 * Columns: customer_id, frequency, recency_days, age_days, probability_alive, expected_purchases, discounted_purchases; with a model of
 * spend also monetary_value, expected_spend and lifetime_value = discounted_purchases × expected_spend × margin rate. These are the figures of
 * `predictCustomers`. A customer whose history has no scores, because he bought since the cells were made, is there with NULL.
 *
 * @param source - Engine, table and columns, as for `purchaseCellsSql`.
 * @param options - `asOf`, `count` and `roundTo` as for the cells; the table of `scores`; `spend` and `marginRate`.
 * @returns The text of one SELECT, to be read or to fill a table.
 * @throws {@link DataError} for a table, names, a model or options that are none.
 * @see Fader, Hardie & Lee (2005), "RFM and CLV", Journal of Marketing Research 42(4).
 *
 * @example
 * import { joinScoresSql } from "clientele/sql";
 *
 * const columns = { customer: "customer_id", date: "ordered_on", amount: "total" };
 * const spend = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, gamma: 15.44 }, unit: "week" } as const;
 * const options = { asOf: "2025-06-30", scores: ["shop", "scores"], spend };
 * const sql = joinScoresSql({ dialect: "duckdb", table: ["shop", "orders"], columns }, options);
 * sql.includes('LEFT JOIN "shop"."scores" AS score'); // => true
 */
export function joinScoresSql(source: TransactionTable, options: JoinScoresOptions): string {
  const snapshot = checkedSnapshot(source, options, MORE);
  const { scores, roundTo = "day", spend, marginRate } = options;
  const { dialect } = source;
  checkTableName("scores", scores, dialect);
  checkRounding(roundTo);
  if (spend !== undefined) checkSpend(spend);
  checkMargin(marginRate, spend !== undefined);
  const syntax = sqlSyntax(dialect);
  const { name } = syntax;
  const keys = {
    frequency: "history.frequency",
    recency_days: roundedDays(syntax, "history.recency_days", roundTo),
    age_days: roundedDays(syntax, "history.age_days", roundTo),
  };
  const matches = Object.entries(keys).map(([key, value]) => `score.${name(key)} = ${value}`);
  const histories = Object.keys(keys).map((key) => [key, `history.${key}`] as const);
  const found = SCORES.map((column) => [column, `score.${name(column)}`] as const);
  const columns = {
    customer_id: "history.customer_id",
    ...Object.fromEntries([...histories, ...found]),
    ...(spend === undefined ? {} : values(syntax, spend, marginRate ?? 1)),
  };
  const steps = spend === undefined ? customerHistories(source, snapshot) : customerTotals(source, snapshot);
  // Or ClickHouse would give 0 to those who have no scores.
  const settings = dialect === "clickhouse" ? "\nSETTINGS join_use_nulls = 1" : "";
  const from = `FROM customer_histories AS history\nLEFT JOIN ${writtenTable(syntax, scores)} AS score\n  ON ${matches.join("\n  AND ")}${settings}`;
  return queryOf(steps, `SELECT\n  ${resultColumns(syntax, columns)}\n${from}`);
}

function values(
  syntax: SqlSyntax,
  spend: Predictor<SpendModel>,
  marginRate: number,
): Readonly<Record<string, string>> {
  const expected = spendExpression(syntax, spend, "history.frequency", "history.monetary_value");
  const margin = marginRate === 1 ? "" : ` * ${syntax.toDouble(numberLiteral(marginRate))}`;
  return {
    monetary_value: "history.monetary_value",
    expected_spend: expected,
    lifetime_value: `score.${syntax.name("discounted_purchases")} * ${expected}${margin}`,
  };
}

function checkMargin(marginRate: number | undefined, hasSpend: boolean): void {
  if (marginRate === undefined) return;
  checkNumber("marginRate", marginRate, { least: -1, most: 1 });
  checkOption(
    "marginRate",
    marginRate,
    hasSpend ? null : "There is no revenue to take it of: pass a model of spend.",
  );
}
