import { describe, expect, it } from "vitest";
import { abcSql } from "../../src/sql/abc-sql.ts";
import { activeCustomersSql } from "../../src/sql/active-customers-sql.ts";
import { classCountsSql } from "../../src/sql/class-counts-sql.ts";
import { classificationSql } from "../../src/sql/classification-sql.ts";
import { cohortRetentionSql } from "../../src/sql/cohort-retention-sql.ts";
import { retentionLedgerSql } from "../../src/sql/retention-ledger-sql.ts";
import { rfmSql } from "../../src/sql/rfm-sql.ts";
import type { TransactionTable } from "../../src/sql/transaction-table.ts";
import { dataErrorOf } from "../support/error-of.ts";

const asOf = "2025-06-30";
const from = "2025-01-01";
const source: TransactionTable = {
  dialect: "postgres",
  table: "orders",
  columns: { customer: "customer_id", date: "day", amount: "total" },
};
type Writer = (source: TransactionTable, options: never) => string;
/** For calls that types forbid. */
const call = (write: Writer, options: unknown, table: unknown = source): string =>
  (write as (source: unknown, options: unknown) => string)(table, options);

const WRITERS: readonly (readonly [string, Writer])[] = [
  ["cohorts", cohortRetentionSql],
  ["ABC", abcSql],
  ["RFM", rfmSql],
  ["a ledger", retentionLedgerSql],
  ["classes", classificationSql],
  ["counts of classes", classCountsSql],
  ["active customers", activeCustomersSql],
];

describe.each(WRITERS)("a query of %s", (_what, write) => {
  const good = write === cohortRetentionSql || write === retentionLedgerSql ? { asOf, from } : { asOf };

  it("is written for good options", () => expect(call(write, good)).toContain("transaction_lines"));

  it.each([
    ["no table", null, good, "source"],
    ["an unknown engine", { ...source, dialect: "mysql" }, good, "source.dialect"],
    ["no options", source, undefined, "options"],
    ["a misspelt option", source, { ...good, asof: asOf }, "options.asof"],
    ["no day", source, { ...good, asOf: undefined }, "asOf"],
    ["a day that does not exist", source, { ...good, asOf: "2025-02-30" }, "asOf"],
  ])("refuses %s", (_fault, table, options, field) => {
    expect(dataErrorOf(() => call(write, options, table)).issues[0]?.field).toBe(field);
  });
});

describe("options that cannot be used", () => {
  it.each([
    ["cohorts without from", cohortRetentionSql, { asOf }, "from"],
    ["from after asOf", cohortRetentionSql, { asOf, from: "2025-07-01" }, "from"],
    ["an unknown period", cohortRetentionSql, { asOf, from, period: "decade" }, "period"],
    ["an unknown definition", cohortRetentionSql, { asOf, from, definition: "rolling" }, "definition"],
    ["an unknown clock", cohortRetentionSql, { asOf, from, clock: "wall" }, "clock"],
    ["days of calendar intervals", cohortRetentionSql, { asOf, from, intervalDays: 30 }, "intervalDays"],
    ["half an interval", cohortRetentionSql, { asOf, from, intervals: 1.5 }, "intervals"],
    ["too many periods", cohortRetentionSql, { asOf, from: "2020-01-01", period: "day" }, "period"],
    [
      "too many intervals",
      cohortRetentionSql,
      { asOf, from: "2020-01-01", clock: "elapsed", intervalDays: 1 },
      "intervalDays",
    ],
    ["what one value a cell holds", cohortRetentionSql, { asOf, from, value: "orders" }, "options.value"],
    ["margins that are not there", abcSql, { asOf, value: "margin" }, "value"],
    ["an unknown value", abcSql, { asOf, value: "profit" }, "value"],
    ["computed limits", abcSql, { asOf, method: "computed" }, "options.method"],
    ["limits the wrong way round", abcSql, { asOf, limits: [0.9, 0.5] }, "limits[1]"],
    ["shares of nothing known", abcSql, { asOf, by: "orders" }, "by"],
    ["an empty window", abcSql, { asOf, window: {} }, "window"],
    ["ranks", rfmSql, { asOf, method: "rank" }, "method"],
    ["margins that are not there", rfmSql, { asOf, value: "margin" }, "value"],
    ["a single score", rfmSql, { asOf, bins: 1 }, "bins"],
    ["an unknown count", rfmSql, { asOf, count: "orders" }, "count"],
    [
      "breaks that descend",
      rfmSql,
      { asOf, breaks: { recency: [9, 3], frequency: [1], monetary: [1] } },
      "breaks.recency[1]",
    ],
    ["rules that leave cells out", rfmSql, { asOf, rules: [{ segment: "best", cells: ["55"] }] }, "rules"],
    ["a ledger without from", retentionLedgerSql, { asOf }, "from"],
    [
      "boundaries and a period",
      retentionLedgerSql,
      { asOf, boundaries: [from, asOf], period: "month" },
      "period",
    ],
    [
      "boundaries that do not ascend",
      retentionLedgerSql,
      { asOf, boundaries: [asOf, from, asOf] },
      "boundaries[1]",
    ],
    ["an empty window", retentionLedgerSql, { asOf, from, activeWindow: {} }, "activeWindow"],
    ["too many periods", retentionLedgerSql, { asOf, from: "2020-01-01", period: "day" }, "period"],
    ["interactions", classificationSql, { asOf, interactions: [] }, "options.interactions"],
    ["prospects", classCountsSql, { asOf, prospects: ["A"] }, "options.prospects"],
    ["kinds of activity", activeCustomersSql, { asOf, activity: ["login"] }, "options.activity"],
    ["lost before dormant", classificationSql, { asOf, lostAfter: { months: 1 } }, "lostAfter"],
    ["new for longer than active", classificationSql, { asOf, newWithin: { years: 2 } }, "newWithin"],
    ["a factor of 0", classificationSql, { asOf, overdueFactor: 0 }, "overdueFactor"],
  ] as const)("%s", (_what, write, options, field) => {
    expect(dataErrorOf(() => call(write, options)).issues[0]?.field).toBe(field);
  });
});
