import { describe, it } from "vitest";
import { abcSql } from "../../src/sql/abc-sql.ts";
import { activeCustomersSql } from "../../src/sql/active-customers-sql.ts";
import { classCountsSql } from "../../src/sql/class-counts-sql.ts";
import { classificationSql } from "../../src/sql/classification-sql.ts";
import { cohortRetentionSql } from "../../src/sql/cohort-retention-sql.ts";
import { SQL_DIALECTS, type SqlDialect } from "../../src/sql/dialect.ts";
import { retentionLedgerSql } from "../../src/sql/retention-ledger-sql.ts";
import { rfmSql } from "../../src/sql/rfm-sql.ts";
import type { TransactionTable } from "../../src/sql/transaction-table.ts";
import { expectGoldenSql } from "../support/golden-sql.ts";

const asOf = "2025-06-30";
const from = "2025-01-01";
const columns = { customer: "customer_id", date: "ordered_at", amount: "total" };
const plain = (dialect: SqlDialect): TransactionTable => ({ dialect, table: "orders", columns });
const full = (dialect: SqlDialect): TransactionTable => ({
  dialect,
  table: ["shop", "order items"],
  columns: { ...columns, order: "order_id", margin: "margin" },
  timeZone: "Europe/Berlin",
  returns: "ignore",
});

describe.each(SQL_DIALECTS)("the text for %s", (dialect) => {
  it.each([
    ["cohorts", () => cohortRetentionSql(plain(dialect), { from, asOf })],
    [
      "cohorts-elapsed",
      () =>
        cohortRetentionSql(full(dialect), {
          from,
          asOf,
          clock: "elapsed",
          definition: "unbounded",
          intervals: 4,
        }),
    ],
    [
      "cohorts-weeks",
      () =>
        cohortRetentionSql(plain(dialect), {
          from: "2025-06-01",
          asOf,
          period: "week",
          definition: "continuous",
        }),
    ],
    ["abc", () => abcSql(plain(dialect), { asOf })],
    [
      "abc-customers",
      () =>
        abcSql(full(dialect), {
          asOf,
          by: "customers",
          value: "margin",
          window: { months: 12 },
          limits: [0.1, 1],
        }),
    ],
    ["rfm", () => rfmSql(plain(dialect), { asOf })],
    [
      "rfm-nested",
      () =>
        rfmSql(full(dialect), { asOf, method: "nested", value: "margin", bins: 3, window: { months: 24 } }),
    ],
    [
      "rfm-breaks",
      () => rfmSql(plain(dialect), { asOf, breaks: { recency: [30, 90], frequency: [1], monetary: [50.5] } }),
    ],
    ["ledger", () => retentionLedgerSql(plain(dialect), { from, asOf })],
    [
      "ledger-own-periods",
      () =>
        retentionLedgerSql(full(dialect), {
          asOf,
          boundaries: ["2024-07-01", "2025-01-01", "2025-07-01"],
          activeWindow: { months: 12 },
          count: "purchase-days",
        }),
    ],
    ["classification", () => classificationSql(plain(dialect), { asOf })],
    ["class-counts", () => classCountsSql(plain(dialect), { asOf, count: "purchase-days" })],
    ["active-customers", () => activeCustomersSql(plain(dialect), { asOf })],
  ] as const)("of %s is the one that was read", (name, text) => expectGoldenSql(name, dialect, text()));
});
