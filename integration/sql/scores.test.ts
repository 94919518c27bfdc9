import { expect, it } from "vitest";
import { predictColumns } from "../../src/clv/predict-columns.ts";
import { predictCustomers } from "../../src/clv/predict-customers.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { joinScoresSql } from "../../src/sql/join-scores-sql.ts";
import { type PurchaseCellRow, purchaseCellsFromRows } from "../../src/sql/purchase-cells-from-rows.ts";
import { purchaseCellsSql } from "../../src/sql/purchase-cells-sql.ts";
import type { TimeRounding } from "../../src/sql/rounded-days.ts";
import { scoresTable } from "../../src/sql/scores-table.ts";
import { scoresTableSql } from "../../src/sql/scores-table-sql.ts";
import { relativeError } from "../../test/support/relative-error.ts";
import { describeAnalyses, type LoadedBase } from "./support/describe-analyses.ts";

const purchases = {
  kind: "pareto-nbd",
  parameters: { r: 0.5534, alpha: 10.578, s: 0.6061, beta: 11.669 },
  unit: "week",
} as const;
const spend = {
  kind: "gamma-gamma",
  parameters: { p: 6.249_801, q: 3.744_208, gamma: 15.445_03 },
  unit: "week",
} as const;
const horizon = { months: 12 };
const ahead = { purchases, horizon, discountRate: 0.12 } as const;

/** Scores the cells of a base and loads them; the name of their table. */
async function loadScores({ source, rows, asOf }: LoadedBase, roundTo: TimeRounding): Promise<string> {
  const found = await rows(purchaseCellsSql(source, { asOf, roundTo }));
  const cells = purchaseCellsFromRows(found as unknown as PurchaseCellRow[], { asOf, unit: "month" });
  const table = `scores by "${roundTo}"`;
  await rows(`DROP TABLE IF EXISTS "${table.replaceAll('"', '""')}"`);
  for (const statement of scoresTableSql(scoresTable(cells, ahead), { dialect: source.dialect, table }))
    await rows(statement);
  return table;
}

function worst(pairs: readonly (readonly [unknown, number | undefined])[]): number {
  return Math.max(...pairs.map(([found, wanted]) => relativeError(Number(found), wanted ?? Number.NaN)));
}

describeAnalyses((base) => {
  it("come back to each customer as the library predicts", async () => {
    const loaded = base();
    const { source, rows, log, asOf } = loaded;
    const scores = await loadScores(loaded, "day");
    const found = await rows(joinScoresSql(source, { asOf, scores, spend, marginRate: 0.3 }));
    const summaries = summarizeCustomers(log, { asOf, unit: "week" });
    const predicted = predictCustomers(summaries, { ...ahead, spend, marginRate: 0.3 });
    const wanted = new Map(predicted.map((row) => [String(row.customerId), row]));
    expect(found.length).toBe(wanted.size);
    const of = (row: (typeof found)[number]) => wanted.get(String(row["customer_id"]));
    expect(worst(found.map((row) => [row["probability_alive"], of(row)?.probabilityAlive]))).toBeLessThan(
      1e-9,
    );
    expect(worst(found.map((row) => [row["expected_purchases"], of(row)?.expectedPurchases]))).toBeLessThan(
      1e-9,
    );
    expect(worst(found.map((row) => [row["expected_spend"], of(row)?.expectedSpend]))).toBeLessThan(1e-9);
    expect(worst(found.map((row) => [row["lifetime_value"], of(row)?.lifetimeValue]))).toBeLessThan(1e-9);
  });

  it("of whole weeks are those of the rounded history", async () => {
    const loaded = base();
    const { source, rows, asOf } = loaded;
    const scores = await loadScores(loaded, "week");
    const found = await rows(joinScoresSql(source, { asOf, scores, roundTo: "week" }));
    const numbers = (name: string): number[] => found.map((row) => Number(row[name]));
    const rounded = (name: string): number[] => numbers(name).map((days) => 7 * Math.round(days / 7));
    const { probabilityAlive, lifetimeValue } = predictColumns(
      {
        unit: "day",
        asOf,
        frequency: numbers("frequency"),
        recency: rounded("recency_days"),
        T: rounded("age_days"),
      },
      ahead,
    );
    expect(found.length).toBeGreaterThan(800);
    expect(worst(numbers("probability_alive").map((value, i) => [value, probabilityAlive[i]]))).toBeLessThan(
      1e-9,
    );
    expect(worst(numbers("discounted_purchases").map((value, i) => [value, lifetimeValue[i]]))).toBeLessThan(
      1e-9,
    );
  });

  it("are missing, not 0, for a history that was not scored", async () => {
    const loaded = base();
    const { source, rows, asOf } = loaded;
    const scores = await loadScores(loaded, "day");
    await rows(`DELETE FROM "${scores.replaceAll('"', '""')}" WHERE "frequency" = 0`);
    const found = await rows(joinScoresSql(source, { asOf, scores, spend }));
    const single = found.filter((row) => row["frequency"] === 0);
    expect(single.length).toBeGreaterThan(50);
    expect(single.every((row) => row["probability_alive"] === null && row["lifetime_value"] === null)).toBe(
      true,
    );
    expect(found.some((row) => row["probability_alive"] !== null)).toBe(true);
  });

  it("cannot be loaded twice", async () => {
    const loaded = base();
    const { source, rows, asOf } = loaded;
    const scores = await loadScores(loaded, "day");
    const cells = purchaseCellsFromRows([{ frequency: 0, recency_days: 0, age_days: 1, customers: 1 }], {
      asOf,
      unit: "day",
    });
    const [, insert = ""] = scoresTableSql(scoresTable(cells, ahead), {
      dialect: source.dialect,
      table: scores,
    });
    await rows(`DELETE FROM "${scores.replaceAll('"', '""')}"`);
    await rows(insert);
    await expect(rows(insert)).rejects.toThrow(/duplicate|unique|primary/i);
  });
});
