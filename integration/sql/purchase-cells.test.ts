import { expect, it } from "vitest";
import type { PurchaseCount } from "../../src/customers/customer-summaries.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { type PurchaseCellRow, purchaseCellsFromRows } from "../../src/sql/purchase-cells-from-rows.ts";
import { purchaseCellsSql } from "../../src/sql/purchase-cells-sql.ts";
import { describeAnalyses } from "./support/describe-analyses.ts";

const key = (...parts: readonly unknown[]): string => parts.join();

describeAnalyses((base) => {
  it.each([
    ["purchase-days", "day"],
    ["purchases", "day"],
    ["purchase-days", "week"],
  ] as const)("counts histories of %s, rounded to %s", async (count: PurchaseCount, roundTo) => {
    const { source, rows, log, asOf } = base();
    const found = await rows(purchaseCellsSql(source, { asOf, count, roundTo }));
    const width = roundTo === "week" ? 7 : 1;
    const wanted = new Map<string, number>();
    for (const { frequency, recency, T } of summarizeCustomers(log, { asOf, count }).rows) {
      const cell = key(frequency, width * Math.round(recency / width), width * Math.round(T / width));
      wanted.set(cell, (wanted.get(cell) ?? 0) + 1);
    }
    const cells = found.map(
      (row) => [key(row["frequency"], row["recency_days"], row["age_days"]), row["customers"]] as const,
    );
    expect(cells.length).toBe(wanted.size);
    expect(cells.filter(([cell, customers]) => wanted.get(cell) !== customers).slice(0, 5)).toEqual([]);
  });

  it.each([
    ["BG/NBD", fitBgNbd],
    ["Pareto/NBD", fitParetoNbd],
    ["MBG/NBD", fitMbgNbd],
  ] as const)("hold all that a fit of the %s needs", async (_name, fit) => {
    const { source, rows, log, asOf } = base();
    const found = await rows(purchaseCellsSql(source, { asOf }));
    const cells = purchaseCellsFromRows(found as unknown as PurchaseCellRow[], { asOf, unit: "week" });
    const fromCells = fit(cells);
    const fromCustomers = fit(summarizeCustomers(log, { asOf, unit: "week" }));
    expect(fromCells.logLikelihood).toBeCloseTo(fromCustomers.logLikelihood, 5);
    const errors = Object.entries(fromCustomers.parameters).map(([name, value]) => {
      const other = (fromCells.parameters as unknown as Record<string, number>)[name] ?? Number.NaN;
      return Math.abs(other / Number(value) - 1);
    });
    expect(Math.max(...errors)).toBeLessThan(1e-9);
  });
});
