import { expect, it } from "vitest";
import { rfm } from "../../src/segmentation/rfm.ts";
import { type RfmSqlOptions, rfmSql } from "../../src/sql/rfm-sql.ts";
import { describeAnalyses, type LoadedBase } from "./support/describe-analyses.ts";
import { expectCells } from "./support/expect-cells.ts";

type Shared = Omit<RfmSqlOptions, "asOf" | "rules">;

async function agrees({ source, rows, log, asOf }: LoadedBase, options: Shared): Promise<void> {
  const found = await rows(rfmSql(source, { asOf, ...options }));
  const wanted = rfm(log, { asOf, ...options }).rows;
  expect(wanted.length).toBeGreaterThan(30);
  const place = new Map(wanted.map(({ customerId }, i) => [customerId, i]));
  const inOrder = found.toSorted(
    (one, other) =>
      Number(place.get(one["customer_id"] as string)) - Number(place.get(other["customer_id"] as string)),
  );
  expectCells(
    inOrder,
    wanted.map((row) => ({
      customer_id: row.customerId,
      days_since_last_purchase: row.daysSinceLastPurchase,
      orders: row.orders,
      revenue: row.revenue,
      ...(row.margin === undefined ? {} : { margin: row.margin }),
      recency_score: row.recencyScore,
      frequency_score: row.frequencyScore,
      monetary_score: row.monetaryScore,
      segment: row.segment,
    })),
  );
}

describeAnalyses((base) => {
  it("gives the scores and segments of rfm", () => agrees(base(), {}));

  it("gives nested scores", () => agrees(base(), { method: "nested" }));

  it("keeps to limits of one's own", () =>
    agrees(base(), { breaks: { recency: [30, 90.5], frequency: [1, 2, 4], monetary: [0, 50, 100, 500] } }));

  it("counts days within a window and takes any number of scores", () =>
    agrees(base(), {
      window: { months: 5 },
      count: "purchase-days",
      bins: { recency: 9, frequency: 2, monetary: 4 },
    }));

  it("scores margins where there are some", async () => {
    const { source, asOf } = base();
    if (source.columns.margin === undefined) {
      expect(() => rfmSql(source, { asOf, value: "margin" })).toThrow("columns.margin");
      return;
    }
    await agrees(base(), { value: "margin", bins: 4 });
  });
});
