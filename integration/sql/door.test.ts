import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import {
  type CustomerSummaryRow,
  customerSummariesFromRows,
} from "../../src/sql/customer-summaries-from-rows.ts";
import { customerSummariesSql } from "../../src/sql/customer-summaries-sql.ts";
import { faultyRowsSql } from "../../src/sql/faulty-rows-sql.ts";
import { type PurchaseCellRow, purchaseCellsFromRows } from "../../src/sql/purchase-cells-from-rows.ts";
import { purchaseCellsSql } from "../../src/sql/purchase-cells-sql.ts";
import { quotedText } from "../../src/sql/quoting.ts";
import type { TransactionTable } from "../../src/sql/transaction-table.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { RAW_ENGINES, type RawEngine } from "./support/raw-engines.ts";

interface FaultyRow {
  readonly id: string | null;
  readonly day: string | null;
  readonly amount: number | null;
  readonly receipt: string | null;
  readonly margin: number | null;
}

const sound: FaultyRow = { id: "a", day: "2025-01-02", amount: 10, receipt: "r", margin: 1 };
const FAULTY: readonly FaultyRow[] = [
  sound,
  { ...sound, id: "b", amount: Number.MAX_VALUE / 4 },
  { ...sound, id: null },
  { ...sound, id: "" },
  { ...sound, day: null },
  { ...sound, day: "infinity" },
  { ...sound, day: "-infinity" },
  { ...sound, amount: null },
  { ...sound, amount: Number.NaN },
  { ...sound, amount: Number.POSITIVE_INFINITY },
  { ...sound, amount: Number.NEGATIVE_INFINITY, margin: null },
  { ...sound, receipt: null },
  { ...sound, receipt: "" },
  { ...sound, margin: Number.NaN },
  { ...sound, margin: Number.NEGATIVE_INFINITY },
  { ...sound, id: null, amount: null },
];

/** Every quarter of an hour around the nights in which clocks change, and around midnight at year's end. */
function instants(): string[] {
  const starts = ["2024-03-30T20:00Z", "2024-10-26T20:00Z", "2024-12-31T00:00Z", "1985-06-30T20:00Z"];
  return starts.flatMap((start) =>
    Array.from({ length: 160 }, (_, i) => new Date(Date.parse(start) + i * 900_000).toISOString()),
  );
}

describe.each(RAW_ENGINES)("in %s", (_name, open) => {
  let engine: RawEngine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  async function load(name: string, types: string, rows: readonly (readonly string[])[]): Promise<void> {
    await engine.run(`CREATE TABLE ${name} (${types})`);
    await engine.run(`INSERT INTO ${name} VALUES ${rows.map((row) => `(${row.join(", ")})`).join(", ")}`);
  }

  it("rows are refused for the reasons of the door", async () => {
    const text = (value: unknown): string =>
      value === null ? "NULL" : quotedText(engine.dialect, String(value));
    const double = (value: number | null): string =>
      `CAST(${text(value)} AS ${engine.dialect === "duckdb" ? "DOUBLE" : "DOUBLE PRECISION"})`;
    await load(
      "faulty",
      "id VARCHAR(9), day DATE, amount DOUBLE PRECISION, receipt VARCHAR(9), margin DOUBLE PRECISION",
      FAULTY.map((row) => [
        text(row.id),
        text(row.day),
        double(row.amount),
        text(row.receipt),
        double(row.margin),
      ]),
    );
    const source: TransactionTable = {
      dialect: engine.dialect,
      table: "faulty",
      columns: { customer: "id", date: "day", amount: "amount", order: "receipt", margin: "margin" },
    };
    const [found] = await engine.run(faultyRowsSql(source));
    // What no text of a date can say is an impossible date.
    const log = transactionLog(
      FAULTY.map((row) => ({ ...row, day: row.day?.endsWith("infinity") === true ? "9999-99-99" : row.day })),
      { customer: "id", date: "day", amount: "amount", order: "receipt", margin: "margin" },
      { invalid: "skip" },
    );
    const counted = Object.entries(found ?? {}).map(([code, count]) => [code, Number(count)] as const);
    const { rows, rows_left_out, ...byCode } = Object.fromEntries(counted);
    expect({ rows, rows_left_out }).toEqual({ rows: FAULTY.length, rows_left_out: log.skipped.total });
    expect(Object.fromEntries(Object.entries(byCode).filter(([, count]) => count > 0))).toEqual(
      log.skipped.byCode,
    );
    const summaries = await engine.run(customerSummariesSql(source, { asOf: "2025-12-31" }));
    expect(summaries.map((row) => row["customer_id"]).toSorted()).toEqual(["a", "b"]);
  });

  it.each(["Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC"])(
    "instants fall on the days of %s",
    async (timeZone) => {
      const table = `sales_${timeZone.replace("/", "_").toLowerCase()}`;
      const rows = instants().map((sold, i) => ({ id: `c${i}`, sold, amount: 1 }));
      await load(
        table,
        "id VARCHAR(9), sold TIMESTAMPTZ, amount DECIMAL(9, 2)",
        rows.map((row) => [`'${row.id}'`, `'${row.sold}'`, "1.00"]),
      );
      const source: TransactionTable = {
        dialect: engine.dialect,
        table,
        columns: { customer: "id", date: "sold", amount: "amount" },
        timeZone,
      };
      const asOf = "2025-01-01";
      const found = await engine.run(customerSummariesSql(source, { asOf }));
      const read = customerSummariesFromRows(found as unknown as CustomerSummaryRow[], { asOf, unit: "day" });
      const log = transactionLog(rows, { customer: "id", date: "sold", amount: "amount" }, { timeZone });
      const wanted = summarizeCustomers(log, { asOf });
      const dayOf = (list: typeof wanted.rows): string[] =>
        list.map((row) => `${row.customerId} ${row.firstPurchase}`).toSorted();
      expect(wanted.rows.length).toBeGreaterThan(600);
      expect(dayOf(read.rows)).toEqual(dayOf(wanted.rows));
    },
  );

  it("rows of the driver are read as they come", async () => {
    await load("numbered", "id BIGINT, day DATE, amount DECIMAL(9, 2)", [
      ["7", "'2025-01-01'", "10.10"],
      ["7", "'2025-02-01'", "0.20"],
      ["8", "'2025-01-05'", "3"],
    ]);
    const columns = { customer: "id", date: "day", amount: "amount" };
    const source: TransactionTable = { dialect: engine.dialect, table: "numbered", columns };
    const asOf = "2025-03-01";
    const rows = await engine.run(customerSummariesSql(source, { asOf }));
    const { rows: read } = customerSummariesFromRows(rows as unknown as CustomerSummaryRow[], {
      asOf,
      unit: "week",
    });
    expect(read.toSorted((a, b) => Number(a.customerId) - Number(b.customerId))).toEqual([
      {
        customerId: 7,
        frequency: 1,
        recency: 31 / 7,
        T: 59 / 7,
        monetaryValue: 0.2,
        orders: 2,
        revenue: 10.3,
        firstPurchase: "2025-01-01",
        lastPurchase: "2025-02-01",
      },
      {
        customerId: 8,
        frequency: 0,
        recency: 0,
        T: 55 / 7,
        monetaryValue: 0,
        orders: 1,
        revenue: 3,
        firstPurchase: "2025-01-05",
        lastPurchase: "2025-01-05",
      },
    ]);
    const cells = await engine.run(purchaseCellsSql(source, { asOf }));
    const { rows: histories } = purchaseCellsFromRows(cells as unknown as PurchaseCellRow[], {
      asOf,
      unit: "day",
    });
    expect(histories.length).toBe(2);
    expect(histories.map(({ weight }) => weight)).toEqual([1, 1]);
  });
});
