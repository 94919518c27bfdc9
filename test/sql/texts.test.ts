import { describe, it } from "vitest";
import { customerSummariesSql } from "../../src/sql/customer-summaries-sql.ts";
import { SQL_DIALECTS, type SqlDialect } from "../../src/sql/dialect.ts";
import { faultyRowsSql } from "../../src/sql/faulty-rows-sql.ts";
import { joinScoresSql } from "../../src/sql/join-scores-sql.ts";
import { purchaseCellsFromRows } from "../../src/sql/purchase-cells-from-rows.ts";
import { purchaseCellsSql } from "../../src/sql/purchase-cells-sql.ts";
import { scoresTable } from "../../src/sql/scores-table.ts";
import { scoresTableSql } from "../../src/sql/scores-table-sql.ts";
import { spendCellsSql } from "../../src/sql/spend-cells-sql.ts";
import type { TransactionTable } from "../../src/sql/transaction-table.ts";
import { withoutPurchaseSql } from "../../src/sql/without-purchase-sql.ts";
import { expectGoldenSql } from "../support/golden-sql.ts";

const asOf = "2025-06-30";
const columns = { customer: "customer_id", date: "ordered_at", amount: "total" };
const plain = (dialect: SqlDialect): TransactionTable => ({ dialect, table: "orders", columns });
const full = (dialect: SqlDialect): TransactionTable => ({
  dialect,
  table: ["shop", "order items"],
  columns: { ...columns, order: "order_id", margin: "margin" },
  timeZone: "Europe/Berlin",
  returns: "ignore",
});
const spend = {
  kind: "gamma-gamma",
  parameters: { p: 6.25, q: 3.74, gamma: 15.44 },
  unit: "week",
} as const;
const purchases = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  unit: "week",
} as const;

function scoreStatements(dialect: SqlDialect): string {
  const rows = [0, 1].map((frequency) => ({
    frequency,
    recency_days: 100 * frequency,
    age_days: 272,
    customers: 1,
  }));
  const scores = scoresTable(purchaseCellsFromRows(rows, { asOf, unit: "week" }), {
    purchases,
    horizon: { weeks: 39 },
  });
  return scoresTableSql(scores, { dialect, table: ["shop", "scores"] }).join(";\n");
}

describe.each(SQL_DIALECTS)("the text for %s", (dialect) => {
  it.each([
    ["customer-summaries", () => customerSummariesSql(plain(dialect), { asOf })],
    ["customer-summaries-full", () => customerSummariesSql(full(dialect), { asOf, count: "purchases" })],
    ["without-purchase", () => withoutPurchaseSql(plain(dialect), { asOf })],
    ["purchase-cells", () => purchaseCellsSql(plain(dialect), { asOf })],
    ["purchase-cells-weeks", () => purchaseCellsSql(full(dialect), { asOf, roundTo: "week" })],
    ["spend-cells", () => spendCellsSql(plain(dialect), { asOf })],
    ["faulty-rows", () => faultyRowsSql(full(dialect))],
    ["join-scores", () => joinScoresSql(plain(dialect), { asOf, scores: "scores", roundTo: "week" })],
    [
      "join-scores-spend",
      () => joinScoresSql(plain(dialect), { asOf, scores: ["shop", "scores"], spend, marginRate: 0.3 }),
    ],
    ["scores-table", () => scoreStatements(dialect)],
  ] as const)("of %s is the one that was read", (name, text) => expectGoldenSql(name, dialect, text()));
});
