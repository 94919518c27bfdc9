import { describe, expect, it } from "vitest";
import { revenueMovements } from "../../src/retention/revenue-movements.ts";
import { revenueRates } from "../../src/retention/revenue-rates.ts";
import { monthlyAmount } from "../../src/subscriptions/monthly-amount.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import vendors from "../reference/vendor-revenue.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

const rows = vendors.rates as readonly {
  readonly vendor: string;
  readonly sums: Parameters<typeof revenueRates>[0];
  readonly logoChurnRate?: number;
  readonly grossRevenueChurnRate: number;
  readonly netRevenueChurnRate?: number;
}[];

describe("rates from a company's own sums", () => {
  it.each(rows.map((row) => [row.vendor, row] as const))("%s", (_, row) => {
    const rates = revenueRates(row.sums);
    // As many digits as were printed.
    expect(rates.grossRevenueChurnRate).toBeCloseTo(row.grossRevenueChurnRate, 4);
    if (row.netRevenueChurnRate !== undefined) {
      expect(rates.netRevenueChurnRate).toBeCloseTo(row.netRevenueChurnRate, 12);
      expect(rates.netRevenueRetention).toBeCloseTo(1 - row.netRevenueChurnRate, 12);
    }
    expect(rates.logoChurnRate).toBe(row.logoChurnRate ?? null);
  });

  it("are those of the ledger", () => {
    const book = subscriptionBook(
      [
        { customerId: "stays", start: "2025-01-01", end: "2025-02-15", monthlyAmount: 60 },
        { customerId: "stays", start: "2025-02-16", end: null, monthlyAmount: 70 },
        { customerId: "shrinks", start: "2025-01-01", end: "2025-02-15", monthlyAmount: 30 },
        { customerId: "shrinks", start: "2025-02-16", end: null, monthlyAmount: 20 },
        { customerId: "leaves", start: "2025-01-01", end: "2025-02-15", monthlyAmount: 10 },
        { customerId: "comes", start: "2025-02-02", end: null, monthlyAmount: 40 },
      ],
      {},
      { until: "2025-02-28" },
    );
    const february = revenueMovements(book).rows[1];
    const customers = { start: 3, churned: 1 };
    expect(february).toMatchObject(
      revenueRates({ start: 100, new: 40, expansion: 10, contraction: 10, churn: 10, customers }),
    );
    expect(february).toMatchObject({
      grossRevenueChurnRate: 0.2,
      netRevenueChurnRate: 0.1,
      netRevenueRetention: 0.9,
      grossRevenueRetention: 0.8,
      quickRatio: 2.5,
    });
  });

  it("count reactivation in the quick ratio only", () => {
    const sums = { start: 100, expansion: 0, contraction: 5, churn: 5 };
    const { quickRatio, ...others } = revenueRates({ ...sums, reactivation: 20 });
    expect(quickRatio).toBe(2);
    const { quickRatio: _, ...without } = revenueRates(sums);
    expect(others).toEqual(without);
  });

  it("are null where there is nothing to divide by", () => {
    expect(revenueRates({ start: 0, new: 5, expansion: 0, contraction: 0, churn: 0 })).toEqual({
      logoChurnRate: null,
      logoChurnLower: null,
      logoChurnUpper: null,
      grossRevenueChurnRate: null,
      netRevenueChurnRate: null,
      netRevenueRetention: null,
      grossRevenueRetention: null,
      quickRatio: null,
    });
  });

  it("of sums of decimal fractions stay in bounds", () => {
    const lost = revenueRates({ start: 0.3, expansion: 0, contraction: 0.1, churn: 0.2 });
    expect(lost).toMatchObject({ grossRevenueChurnRate: 1, grossRevenueRetention: 0 });
  });

  it.each([
    [{ start: 100, expansion: 0, contraction: 0, churn: 101 }, "sums.churn"],
    [{ start: 0, expansion: 0, contraction: 1, churn: 0 }, "sums.churn"],
    [{ start: 100, expansion: -1, contraction: 0, churn: 0 }, "sums.expansion"],
    [{ start: 100, expansion: 0, contraction: 0 }, "sums.churn"],
    [{ start: Number.NaN, expansion: 0, contraction: 0, churn: 0 }, "sums.start"],
    [{ start: 1e308, expansion: 1e308, contraction: 0, churn: 0 }, "sums"],
    [{ start: 1, expansion: 0, contraction: 0, churn: 0, upsell: 3 }, "sums.upsell"],
    [
      { start: 1, expansion: 0, contraction: 0, churn: 0, customers: { start: 2, churned: 3 } },
      "sums.customers.churned",
    ],
    [null, "sums"],
  ])("refuse %j", (sums, field) => {
    expect(dataErrorOf(() => revenueRates(sums as never)).issues[0]?.field).toBe(field);
  });
});

describe("recurring revenue of yearly prices", () => {
  it("is Stripe's", () => {
    const { subscriptions, mrr } = vendors.stripe;
    const sold = subscriptions.flatMap(({ count, price, every }, kind) =>
      Array.from({ length: count }, (_, i) => ({
        customerId: `${kind}-${i}`,
        start: "2025-01-01",
        monthlyAmount: monthlyAmount(price, every as { readonly months?: number }),
      })),
    );
    const book = subscriptionBook(sold, {}, { until: "2025-01-31" });
    expect(revenueMovements(book).rows[0]?.mrr).toBe(mrr);
  });
});
