import { expect, it } from "vitest";
import { cohortRetentionSql } from "../../src/sql/cohort-retention-sql.ts";
import { ENGINES } from "./support/analysis-engines.ts";

it.each(ENGINES)("the cohorts of docs/sql-analyses.md are what %s finds", async (dialect, open) => {
  const engine = await open();
  const orders = [
    "Ada,2025-01-10,50",
    "Ada,2025-02-02,70",
    "Ada,2025-04-20,45",
    "Ben,2025-01-21,20",
    "Ben,2025-02-03,-20",
    "Cem,2025-02-14,90",
    "Cem,2025-03-20,30",
  ];
  await engine.load("customer_id VARCHAR(9), ordered_on DATE, total DECIMAL(9, 2)", orders.join("\n"));
  const columns = { customer: "customer_id", date: "ordered_on", amount: "total" };
  const query = cohortRetentionSql(
    { dialect, table: "orders", columns },
    { from: "2025-01-01", asOf: "2025-04-25" },
  );
  const rows = await engine.rows(query);
  const shown = ["cohort", "customers", "interval_number", "active", "rate", "orders", "revenue", "complete"];
  expect(rows.map((row) => shown.map((name) => row[name]))).toEqual([
    ["2025-01", 2, 0, 2, 1, 2, 70, true],
    ["2025-01", 2, 1, 1, 0.5, 1, 50, true],
    ["2025-01", 2, 2, 0, 0, 0, 0, true],
    ["2025-01", 2, 3, 1, 0.5, 1, 45, false],
    ["2025-02", 1, 0, 1, 1, 1, 90, true],
    ["2025-02", 1, 1, 1, 1, 1, 30, true],
    ["2025-02", 1, 2, 0, 0, 0, 0, false],
  ]);
  await engine.close();
});
