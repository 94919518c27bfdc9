import { describe, expect, it } from "vitest";
import { describeSegments } from "../../src/segmentation/describe-segments.ts";
import { rfm } from "../../src/segmentation/rfm.ts";
import { RFM_DIMENSIONS } from "../../src/segmentation/rfm-dimension.ts";
import type { RfmMethod } from "../../src/segmentation/rfm-options.ts";
import type { Rfm } from "../../src/segmentation/rfm-result.ts";
import type { Duration } from "../../src/time/duration.ts";
import type { TransactionLog } from "../../src/transactions/transaction-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/rfm.json" with { type: "json" };
import { revenueOf } from "../support/log-contents.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";

type Counts = Readonly<Record<string, number>>;

interface CountedScores {
  readonly customers: number;
  readonly omitted: { readonly customers: number; readonly revenue: string };
  readonly revenue: string;
  readonly ordersTotal: number;
  readonly purchaseDays: number;
  readonly limits: Readonly<Record<string, readonly number[]>>;
  readonly scores: Readonly<Record<string, readonly number[]>>;
  readonly segments: Counts;
  readonly segmentRevenue: Readonly<Record<string, string>>;
  readonly cells: Counts;
  readonly nestedCells: Counts;
  readonly rankCells: Counts;
  readonly medians: Readonly<Record<string, Counts>>;
}

describeWithData("RFM of CDNOW", "cdnow/cdnow_master.csv", (path) => {
  const rows = csvRows<"customer_id" | "date" | "dollars">(path);
  const log = transactionLog(rows, {
    customer: (row) => Number(row.customer_id),
    date: "date",
    amount: (row) => Number(row.dollars),
  });

  agreesWithCounts("all history", log, undefined, reference.cdnow.all);
  agreesWithCounts("the last year", log, { months: 12 }, reference.cdnow.year);

  it("has half of the customers with one purchase, whom one score must hold, and says so", () => {
    const { warnings, rows: customers } = rfm(log);
    expect(customers.filter(({ orders }) => orders === 1)).toHaveLength(11_908);
    expect(warnings.map(({ code, dimension, scores }) => [code, dimension, scores])).toEqual([
      ["unused-scores", "frequency", [2]],
    ]);
  });
});

describeWithData("RFM of Online Retail", "online_retail/online_retail.csv.gz", (path) => {
  const rows = csvRows<"InvoiceNo" | "Quantity" | "InvoiceDate" | "UnitPrice" | "CustomerID">(path);
  const log = transactionLog(
    rows,
    {
      customer: (row) => (row.CustomerID === "" ? null : Number(row.CustomerID)),
      date: "InvoiceDate",
      amount: (row) => Number(row.Quantity) * Number(row.UnitPrice),
      order: "InvoiceNo",
    },
    { invalid: "skip" },
  );

  agreesWithCounts("all history", log, undefined, reference.onlineRetail.all);
  agreesWithCounts("the last half year", log, { months: 6 }, reference.onlineRetail.half);

  it("adds up to the revenue of the log, omitted customers included", () => {
    const { rows: customers, omitted } = rfm(log);
    const sum = customers.reduce((total, { revenue }) => total + revenue, omitted.revenue);
    expect(sum).toBeCloseTo(revenueOf(log), 5);
  });
});

function agreesWithCounts(
  name: string,
  log: TransactionLog,
  window: Duration | undefined,
  counted: CountedScores,
): void {
  const scored = (method: RfmMethod): Rfm => rfm(log, window === undefined ? { method } : { method, window });

  describe(`of ${name}`, () => {
    const base = scored("quantile");

    it("has the customers, orders and revenue that were counted", () => {
      expect(base.rows).toHaveLength(counted.customers);
      expect(base.omitted.customers).toBe(counted.omitted.customers);
      expect(base.omitted.revenue).toBeCloseTo(Number(counted.omitted.revenue), 6);
      expect(base.rows.reduce((sum, { orders }) => sum + orders, 0)).toBe(counted.ordersTotal);
      expect(base.rows.reduce((sum, { revenue }) => sum + revenue, 0)).toBeCloseTo(
        Number(counted.revenue),
        5,
      );
      const perDay = rfm(log, { count: "purchase-days", ...(window === undefined ? {} : { window }) });
      expect(perDay.rows.reduce((sum, { orders }) => sum + orders, 0)).toBe(counted.purchaseDays);
    });

    it.each(RFM_DIMENSIONS)(
      "has the limits of NumPy and as many customers with each score of %s",
      (dimension) => {
        const limits = base.limits?.[dimension] ?? [];
        expect(limits).toHaveLength(4);
        for (const [at, limit] of (counted.limits[dimension] ?? []).entries()) {
          expect(Math.abs((limits[at] ?? Number.NaN) / limit - 1)).toBeLessThan(1e-12);
        }
        const found = [1, 2, 3, 4, 5].map(
          (score) => base.rows.filter((row) => row[`${dimension}Score`] === score).length,
        );
        expect(found).toEqual(counted.scores[dimension]);
      },
    );

    it.each([
      ["quantile", counted.cells],
      ["nested", counted.nestedCells],
      ["rank", counted.rankCells],
    ] as const)("has as many customers in each cell by the method %s", (method, cells) => {
      expect(cellCounts(scored(method))).toEqual(cells);
    });

    it("has the segments, their revenue and their medians", () => {
      const sizes = Object.fromEntries(base.segments.map(({ segment, customers }) => [segment, customers]));
      expect(sizes).toEqual(counted.segments);
      const features = { days: "daysSinceLastPurchase", orders: "orders", revenue: "revenue" } as const;
      const { segments } = describeSegments(base.rows, "segment", { features });
      expect(segments.map(({ segment }) => segment).sort()).toEqual(Object.keys(counted.medians).sort());
      for (const { segment, customers, revenue, medians } of segments) {
        const key = String(segment);
        expect(customers).toBe(counted.segments[key]);
        expect(revenue).toBeCloseTo(Number(counted.segmentRevenue[key]), 5);
        expect(medians.days).toBe(counted.medians[key]?.["days"]);
        expect(medians.orders).toBe(counted.medians[key]?.["orders"]);
        expect(medians.revenue).toBeCloseTo(counted.medians[key]?.["revenue"] ?? Number.NaN, 8);
      }
    });
  });
}

function cellCounts({ rows }: Rfm): Counts {
  const counts: Record<string, number> = {};
  for (const { cell } of rows) counts[cell] = (counts[cell] ?? 0) + 1;
  return counts;
}
