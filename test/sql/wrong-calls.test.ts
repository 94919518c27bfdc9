import { describe, expect, it } from "vitest";
import { customerSummariesFromRows } from "../../src/sql/customer-summaries-from-rows.ts";
import { customerSummariesSql } from "../../src/sql/customer-summaries-sql.ts";
import { faultyRowsSql } from "../../src/sql/faulty-rows-sql.ts";
import { joinScoresSql } from "../../src/sql/join-scores-sql.ts";
import { purchaseCellsFromRows } from "../../src/sql/purchase-cells-from-rows.ts";
import { purchaseCellsSql } from "../../src/sql/purchase-cells-sql.ts";
import { scoresTable } from "../../src/sql/scores-table.ts";
import { scoresTableSql } from "../../src/sql/scores-table-sql.ts";
import { spendCellsFromRows } from "../../src/sql/spend-cells-from-rows.ts";
import { spendCellsSql } from "../../src/sql/spend-cells-sql.ts";
import type { TransactionTable } from "../../src/sql/transaction-table.ts";
import { withoutPurchaseSql } from "../../src/sql/without-purchase-sql.ts";
import { dataErrorOf } from "../support/error-of.ts";

const asOf = "2025-06-30";
const columns = { customer: "customer_id", date: "day", amount: "total" };
const source: TransactionTable = { dialect: "postgres", table: "orders", columns };
/** For calls that types forbid. */
const loose = <T>(value: unknown): T => value as T;
const table = (part: object): TransactionTable => loose({ ...source, ...part });

const unit = "week";
const cells = purchaseCellsFromRows([{ frequency: 1, recency_days: 7, age_days: 70, customers: 3 }], {
  asOf,
  unit,
});
const purchases = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  unit: "week",
} as const;
const scores = scoresTable(cells, { purchases, horizon: { weeks: 39 } });
const spend = (parameters: object): never =>
  loose({ kind: "gamma-gamma", unit: "week", parameters: { p: 6.25, q: 3.74, gamma: 15.44, ...parameters } });
const row = {
  customer_id: "A",
  frequency: 1n,
  recency_days: 7n,
  age_days: 70n,
  monetary_value: 5,
  orders: 2n,
  revenue: 11,
};

describe("a table that cannot be read", () => {
  it.each([
    ["none", null, "source"],
    ["another engine", table({ dialect: "mysql" }), "source.dialect"],
    ["a misspelt name", table({ tabel: "x" }), "source.tabel"],
    ["no table", table({ table: [] }), "source.table"],
    ["four names", table({ table: ["a", "b", "c", "d"] }), "source.table"],
    ["an empty name", table({ table: "" }), "source.table"],
    ["a number for a table", table({ table: 7 }), "source.table"],
    ["no column of dates", table({ columns: { customer: "a", amount: "b" } }), "source.columns.date"],
    ["a misspelt column", table({ columns: { ...columns, product: "p" } }), "source.columns.product"],
    ["a backtick", table({ columns: { ...columns, amount: "a`b" } }), "source.columns.amount"],
    ["a backslash", table({ columns: { ...columns, margin: "a\\b" } }), "source.columns.margin"],
    ["a line end", table({ columns: { ...columns, order: "a\nb" } }), "source.columns.order"],
    ["half a character", table({ columns: { ...columns, amount: "a\ud800" } }), "source.columns.amount"],
    [
      "a name that Postgres would cut",
      table({ columns: { ...columns, amount: "ä".repeat(32) } }),
      "source.columns.amount",
    ],
    ["columns as a list", table({ columns: ["a", "b", "c"] }), "source.columns"],
    [
      "a column read by a function",
      table({ columns: { ...columns, amount: () => 1 } }),
      "source.columns.amount",
    ],
    ["a name inside a list of lists", table({ table: [["a"]] }), "source.table"],
    [
      "a setting that Spark would put in",
      table({ dialect: "spark", table: "a$" + "{env:HOME}" }),
      "source.table",
    ],
    ["the name of a step", table({ table: "Read_Rows" }), "source.table"],
    ["an unknown zone", table({ timeZone: "Europe/Atlantis" }), "source.timeZone"],
    ["an offset for a zone", table({ timeZone: "+01:00" }), "source.timeZone"],
    ["a zone that Postgres takes for an hour", table({ timeZone: "CET" }), "source.timeZone"],
    ["a quote in a zone", table({ timeZone: "Europe/Berlin'" }), "source.timeZone"],
    ["another policy", table({ returns: "reject" }), "source.returns"],
  ] as const)("is refused: %s", (_what, wrong, field) => {
    const queries = [
      () => customerSummariesSql(loose(wrong), { asOf }),
      () => purchaseCellsSql(loose(wrong), { asOf }),
      () => spendCellsSql(loose(wrong), { asOf }),
      () => withoutPurchaseSql(loose(wrong), { asOf }),
      () => joinScoresSql(loose(wrong), { asOf, scores: "scores" }),
      () => faultyRowsSql(loose(wrong)),
    ];
    expect(queries.map((query) => dataErrorOf(query).issues[0]?.field)).toEqual(queries.map(() => field));
  });

  it("may bear the name of a step inside a schema", () => {
    const sql = customerSummariesSql(table({ table: ["shop", "read_rows"] }), { asOf });
    expect(sql).toContain('FROM "shop"."read_rows" AS source_row');
  });

  it("may have names that hold quotes, spaces and dots", () => {
    const odd = { customer: 'a"b', date: "day of order", amount: "net.total; --" };
    const sql = customerSummariesSql(table({ table: ["s", "it's"], columns: odd }), { asOf });
    expect(sql).toContain('source_row."a""b" AS customer_id');
    expect(sql).toContain('source_row."net.total; --" AS amount');
    expect(sql).toContain('FROM "s"."it\'s" AS source_row');
  });
});

describe("options that are none", () => {
  it.each([
    ["no day", () => customerSummariesSql(source, loose({})), "asOf"],
    ["no options", () => customerSummariesSql(source, loose(undefined)), "options"],
    ["no possible day", () => purchaseCellsSql(source, { asOf: "2025-02-30" }), "asOf"],
    ["no date at all", () => customerSummariesSql(source, { asOf: new Date(Number.NaN) }), "asOf"],
    ["a date with more behind it", () => purchaseCellsSql(source, { asOf: "2025-06-30' --" }), "asOf"],
    ["a day after the calendar", () => purchaseCellsSql(source, { asOf: "10000-01-01" }), "asOf"],
    [
      "a day that ClickHouse would move",
      () => purchaseCellsSql(table({ dialect: "clickhouse" }), { asOf: "2300-01-01" }),
      "asOf",
    ],
    [
      "a day before those of ClickHouse",
      () => withoutPurchaseSql(table({ dialect: "clickhouse" }), { asOf: "1899-12-31" }),
      "asOf",
    ],
    ["no step", () => spendCellsSql(source, { asOf, step: Number.NaN }), "step"],
    ["a unit", () => customerSummariesSql(source, loose({ asOf, unit: "week" })), "options.unit"],
    ["another count", () => customerSummariesSql(source, loose({ asOf, count: "orders" })), "count"],
    ["another rounding", () => purchaseCellsSql(source, loose({ asOf, roundTo: "month" })), "roundTo"],
    ["too wide a step", () => spendCellsSql(source, { asOf, step: 0.5 }), "step"],
    ["a step of text", () => spendCellsSql(source, loose({ asOf, step: "1); --" })), "step"],
    ["another name without purchase", () => withoutPurchaseSql(source, loose({ asOf, x: 1 })), "options.x"],
    [
      "scores in the name of a step",
      () => joinScoresSql(source, { asOf, scores: "customer_histories" }),
      "scores",
    ],
    ["scores themselves for their table", () => joinScoresSql(source, loose({ asOf, scores })), "scores"],
    ["no table of scores", () => joinScoresSql(source, loose({ asOf })), "scores"],
    [
      "a margin of nothing",
      () => joinScoresSql(source, { asOf, scores: "s", marginRate: 0.3 }),
      "marginRate",
    ],
    [
      "an impossible margin",
      () => joinScoresSql(source, { asOf, scores: "s", spend: spend({}), marginRate: 2 }),
      "marginRate",
    ],
    [
      "a parameter of text",
      () => joinScoresSql(source, { asOf, scores: "s", spend: spend({ gamma: "1); --" }) }),
      "parameters.gamma",
    ],
    [
      "no mean of one-time buyers",
      () => joinScoresSql(source, { asOf, scores: "s", spend: spend({ q: 0.9 }) }),
      "parameters.q",
    ],
    ["no model of spend", () => joinScoresSql(source, { asOf, scores: "s", spend: loose({}) }), "spend"],
    ["no cells", () => scoresTable(loose(null), { purchases, horizon: { weeks: 1 } }), "customers"],
    [
      "cells without a day",
      () => scoresTable({ unit, rows: cells.rows }, { purchases, horizon: { weeks: 1 } }),
      "cells.asOf",
    ],
    ["a horizon of text", () => scoresTable(cells, loose({ purchases, horizon: "1 year" })), "horizon"],
    ["spend with scores", () => scoresTable(cells, loose({ purchases, spend: 1 })), "options.spend"],
    ["no scores", () => scoresTableSql(loose(null), { dialect: "duckdb", table: "s" }), "scores"],
    [
      "scores from JSON",
      () => scoresTableSql(loose(JSON.parse(JSON.stringify(scores))), { dialect: "duckdb", table: "s" }),
      "scores",
    ],
    [
      "scores without columns",
      () => scoresTableSql(loose({ ...scores, columns: null }), { dialect: "duckdb", table: "s" }),
      "scores",
    ],
    [
      "a frequency that is no whole number",
      () =>
        scoresTableSql(
          loose({ ...scores, columns: { ...scores.columns, frequency: Float64Array.of(1e21) } }),
          { dialect: "duckdb", table: "s" },
        ),
      "scores.columns",
    ],
    ["no dialect of scores", () => scoresTableSql(scores, loose({ table: "s" })), "dialect"],
    [
      "no rows per insert",
      () => scoresTableSql(scores, { dialect: "duckdb", table: "s", rowsPerInsert: 0 }),
      "rowsPerInsert",
    ],
    [
      "columns of two lengths",
      () => scoresTableSql({ ...scores, size: 2 }, { dialect: "duckdb", table: "s" }),
      "scores.size",
    ],
    [
      "a score that is no number",
      () =>
        scoresTableSql(
          { ...scores, columns: { ...scores.columns, expected_purchases: Float64Array.of(Number.NaN) } },
          { dialect: "duckdb", table: "s" },
        ),
      "scores.columns",
    ],
    ["no unit of cells", () => purchaseCellsFromRows([], loose({ asOf })), "unit"],
    ["no day of cells", () => purchaseCellsFromRows([], loose({ unit })), "asOf"],
    ["text for rows", () => spendCellsFromRows(loose("rows"), { asOf, unit }), "rows"],
    [
      "nothing for the row without purchase",
      () => customerSummariesFromRows([], loose({ asOf, unit, withoutPurchase: null })),
      "withoutPurchase",
    ],
    [
      "rows for the row without purchase",
      () =>
        customerSummariesFromRows(
          [],
          loose({ asOf, unit, withoutPurchase: [{ customers: 1, revenue: -2 }] }),
        ),
      "withoutPurchase",
    ],
    [
      "fewer than nobody without purchase",
      () => customerSummariesFromRows([], { asOf, unit, withoutPurchase: { customers: -1, revenue: 0 } }),
      "withoutPurchase.customers",
    ],
    ["another count of rows", () => customerSummariesFromRows([], loose({ asOf, unit, count: 1 })), "count"],
  ] as const)("are refused: %s", (_what, call, field) => {
    expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });
});

describe("rows that are none", () => {
  const summaryOf = (part: object) => () =>
    customerSummariesFromRows([row, loose({ ...row, customer_id: "B", ...part })], { asOf, unit });

  it("are refused where they are no records", () => {
    const error = dataErrorOf(() => customerSummariesFromRows([row, loose(null)], { asOf, unit }));
    expect(error.issues[0]).toMatchObject({ code: "invalid_row", row: 1 });
  });

  it.each([
    ["no customer", { customer_id: null }, "missing_customer", "customer_id"],
    ["an id that no number holds", { customer_id: 2n ** 60n + 1n }, "invalid_customer", "customer_id"],
    ["no frequency", { frequency: undefined }, "missing_value", "frequency"],
    ["words", { orders: "many" }, "invalid_value", "orders"],
    ["a decimal comma", { revenue: "1,5" }, "invalid_value", "revenue"],
    ["a number in hex", { revenue: "0x10" }, "invalid_value", "revenue"],
    ["no finite number", { monetary_value: Number.NaN }, "invalid_value", "monetary_value"],
    ["half a purchase", { frequency: 0.5 }, "invalid_history", "frequency"],
    ["a last purchase after the end", { recency_days: 71 }, "invalid_history", "recency"],
    ["half a day", { age_days: 70.5 }, "invalid_history", "T"],
    ["half a day of recency", { recency_days: 7.5 }, "invalid_history", "recency"],
    ["fewer orders than purchases", { frequency: 3 }, "invalid_history", "orders"],
    ["part of an order", { orders: 2.5 }, "invalid_history", "orders"],
    ["purchases below 0", { monetary_value: -1 }, "invalid_history", "monetaryValue"],
    ["a customer again", { customer_id: "A" }, "duplicate_customer", "customer_id"],
    ["a day before the calendar", { age_days: 1_000_000 }, "invalid_history", "T"],
  ] as const)("are refused: %s", (_what, part, code, field) => {
    expect(dataErrorOf(summaryOf(part)).issues[0]).toMatchObject({ code, row: 1, field });
  });

  it("tell when another count was asked for", () => {
    const counted = { ...row, orders: 3n };
    expect(customerSummariesFromRows([counted], { asOf, unit }).rows).toHaveLength(1);
    const error = dataErrorOf(() => customerSummariesFromRows([counted], { asOf, unit, count: "purchases" }));
    expect(error.message).toContain("exactly 2 orders: pass the count that the query was told");
  });

  it("say which query they must come from", () => {
    const wrong = [loose<typeof row>({ x: 1, customer_id: "A" })];
    const error = dataErrorOf(() => customerSummariesFromRows(wrong, { asOf, unit }));
    expect(error.message).toContain('The row has no field "frequency"; it has "x", "customer_id".');
    expect(error.message).toContain("Pass the rows of the query that belongs here.");
  });

  it("of cells are checked as histories", () => {
    const cell = { frequency: 0, recency_days: 7, age_days: 70, customers: 3 };
    const error = dataErrorOf(() => purchaseCellsFromRows([cell], { asOf, unit }));
    expect(error.issues[0]).toMatchObject({ code: "invalid_history", row: 0, field: "recency" });
    const nobody = { frequency: 1, recency_days: 7, age_days: 70, customers: 0 };
    expect(dataErrorOf(() => purchaseCellsFromRows([nobody], { asOf, unit })).issues[0]?.field).toBe(
      "weight",
    );
    const halves = { frequency: 1, recency_days: 7.5, age_days: 70, customers: 3 };
    expect(dataErrorOf(() => purchaseCellsFromRows([halves], { asOf, unit })).issues[0]?.field).toBe(
      "recency",
    );
    const older = { ...halves, recency_days: 7, age_days: 1_000_000 };
    expect(dataErrorOf(() => purchaseCellsFromRows([older], { asOf, unit })).issues[0]?.field).toBe("T");
    const spent = { frequency: 1, monetary_value: -1, customers: 3 };
    expect(dataErrorOf(() => spendCellsFromRows([spent], { asOf, unit })).issues[0]?.field).toBe(
      "monetaryValue",
    );
  });
});
