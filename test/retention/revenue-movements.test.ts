import { describe, expect, it } from "vitest";
import { revenueMovementList } from "../../src/retention/revenue-movement-list.ts";
import { revenueMovements } from "../../src/retention/revenue-movements.ts";
import type { SubscriptionBook } from "../../src/subscriptions/subscription-book.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { dayAfter, naiveLedger } from "./naive-revenue.ts";

type Short = readonly [customerId: string, start: string, end: string | null, monthlyAmount: number];

function book(until: string, ...rows: readonly Short[]): SubscriptionBook {
  const list = rows.map(([customerId, start, end, monthlyAmount]) => ({
    customerId,
    start,
    end,
    monthlyAmount,
  }));
  return subscriptionBook(list, {}, { until });
}

function movements(until: string, ...rows: readonly Short[]): string[] {
  return revenueMovementList(book(until, ...rows)).map(
    ({ period, movement, before, after }) => `${period} ${movement} ${before} → ${after}`,
  );
}

describe("movements of a customer", () => {
  it("are net of all his subscriptions", () => {
    expect(
      movements(
        "2025-02-28",
        ["A", "2025-01-01", null, 10],
        ["A", "2025-01-01", "2025-02-10", 20],
        ["A", "2025-02-11", null, 25],
      ),
    ).toEqual(["2025-01 new 0 → 30", "2025-02 expansion 30 → 35"]);
  });

  it("a last day that ends a month still counts, the day before it does not", () => {
    expect(movements("2025-03-31", ["A", "2025-01-31", "2025-02-28", 10])).toEqual([
      "2025-01 new 0 → 10",
      "2025-03 churn 10 → 0",
    ]);
    expect(movements("2025-03-31", ["A", "2025-01-31", "2025-02-27", 10])).toEqual([
      "2025-01 new 0 → 10",
      "2025-02 churn 10 → 0",
    ]);
  });

  it("what starts and ends between two period ends is not seen", () => {
    expect(movements("2025-03-31", ["A", "2025-02-01", "2025-02-27", 10])).toEqual([]);
    // Nor does it make the next start a reactivation.
    expect(
      movements("2025-03-31", ["A", "2025-01-01", "2025-01-30", 10], ["A", "2025-03-01", null, 10]),
    ).toEqual(["2025-03 new 0 → 10"]);
  });

  it("a trial that becomes paid is new then, and a paid plan that becomes free is churn", () => {
    const trial = book("2025-04-30", ["A", "2025-01-05", "2025-02-10", 0], ["A", "2025-02-11", null, 10]);
    expect(
      revenueMovements(trial).rows.map(({ customers }) => [customers.free, customers.new, customers.end]),
    ).toEqual([
      [1, 0, 0],
      [0, 1, 1],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    const downgrade = book("2025-02-28", ["A", "2025-01-05", "2025-01-31", 10], ["A", "2025-02-01", null, 0]);
    const [, february] = revenueMovements(downgrade).rows;
    expect(february).toMatchObject({ churn: 10, end: 0, customers: { churned: 1, end: 0, free: 1 } });
  });

  it("in later periods than from, a customer of earlier ones is not new", () => {
    const early = book(
      "2025-03-31",
      ["A", "2024-01-01", "2024-05-31", 10],
      ["B", "2024-01-01", null, 20],
      ["A", "2025-02-01", null, 15],
    );
    const { rows, totals } = revenueMovements(early, { from: "2025-01-15" });
    expect(rows.map(({ period }) => period)).toEqual(["2025-01", "2025-02", "2025-03"]);
    expect(rows[1]).toMatchObject({ start: 20, reactivation: 15, new: 0, end: 35 });
    expect(totals).toEqual({
      start: 20,
      new: 0,
      expansion: 0,
      contraction: 0,
      churn: 0,
      reactivation: 15,
      end: 35,
    });
  });
});

describe("a customer with very many subscriptions", () => {
  it("is followed like any other", () => {
    // One of 1, one of 2, … begins on each day of the quarter, and each ends after 20 days.
    const rows = Array.from({ length: 90 }, (_, i) => ({
      customerId: "A",
      start: dayAfter("2025-01-01", (37 * i) % 90),
      end: dayAfter("2025-01-20", (37 * i) % 90),
      cents: 100 * (i + 1),
    }));
    const options = { period: "week", from: "2025-01-01", asOf: "2025-05-31" } as const;
    const many = subscriptionBook(rows, {
      monthlyAmount: ({ cents }) => cents / 100,
      start: ({ start }) => start,
    });
    expect(
      revenueMovementList(many, options).map(({ change: _, ...row }) => ({
        ...row,
        before: 100 * row.before,
        after: 100 * row.after,
      })),
    ).toEqual(naiveLedger(rows, options).movements);
  });
});

describe("the ledger", () => {
  const year = book(
    "2025-06-30",
    ["A", "2025-01-01", null, 0.1],
    ["B", "2025-02-01", null, 0.2],
    ["C", "2025-03-01", "2025-05-31", 0.0001],
  );

  it("prints decimal fractions as they are added on paper", () => {
    const { rows } = revenueMovements(year);
    expect(rows.map(({ end }) => end)).toEqual([0.1, 0.3, 0.3001, 0.3001, 0.3001, 0.3]);
    expect(rows[5]).toMatchObject({ churn: 0.0001, mrr: 0.3, arr: 3.6, averageRevenuePerAccount: 0.15 });
  });

  it("knows other periods", () => {
    expect(
      revenueMovements(year, { period: "quarter" }).rows.map(({ period, end }) => [period, end]),
    ).toEqual([
      ["2025-Q1", 0.3001],
      ["2025-Q2", 0.3],
    ]);
    expect(revenueMovements(year, { period: "week" }).rows).toHaveLength(26);
  });

  it("takes periods that are over, and says if there is none", () => {
    expect(revenueMovements(year, { asOf: "2025-03-30" }).rows).toHaveLength(2);
    expect(revenueMovements(year, { asOf: "2025-03-31" }).rows).toHaveLength(3);
    const none = revenueMovements(year, { period: "year" });
    expect(none).toMatchObject({ rows: [], totals: null, warnings: [{ code: "no-complete-period" }] });
    expect(revenueMovementList(year, { period: "year" })).toEqual([]);
  });

  it("warns of days that nobody has seen", () => {
    const { rows, warnings } = revenueMovements(year, { asOf: "2025-07-31" });
    expect(rows).toHaveLength(7);
    expect(warnings.map(({ code }) => code)).toEqual(["after-until"]);
    expect(revenueMovements(year).warnings).toEqual([]);
  });

  it("has no rate where there is nothing to divide by", () => {
    const [january] = revenueMovements(year).rows;
    expect(january).toMatchObject({
      logoChurnRate: null,
      logoChurnLower: null,
      logoChurnUpper: null,
      grossRevenueChurnRate: null,
      netRevenueChurnRate: null,
      netRevenueRetention: null,
      grossRevenueRetention: null,
      quickRatio: null,
      averageRevenuePerAccount: 0.1,
    });
    const trials = revenueMovements(book("2025-01-31", ["A", "2025-01-01", null, 0]));
    expect(trials.rows[0]).toMatchObject({ end: 0, averageRevenuePerAccount: null, customers: { free: 1 } });
  });

  it("gives the rate of customers lost with Wilson's interval at the level asked for", () => {
    const rows = Array.from(
      { length: 20 },
      (_, i): Short => [`${i}`, "2025-01-01", i < 3 ? "2025-02-10" : null, 5],
    );
    const base = book("2025-02-28", ...rows);
    const at = (level: number) => revenueMovements(base, { level }).rows[1];
    // Computed by scipy.stats.binomtest(3, 20).proportion_ci(0.95, "wilson").
    expect(at(0.95)?.logoChurnRate).toBe(0.15);
    expect(at(0.95)?.logoChurnLower).toBeCloseTo(0.05236874589621662, 12);
    expect(at(0.95)?.logoChurnUpper).toBeCloseTo(0.3604188647407569, 12);
    expect(at(0.5)?.logoChurnLower).toBeGreaterThan(at(0.95)?.logoChurnLower ?? 1);
  });

  it("is plain data", () => {
    const result = revenueMovements(year);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(structuredClone(result)).toEqual(result);
  });

  it("holds sums that fractions would lose", () => {
    const pennies = Array.from({ length: 1000 }, (_, i): Short => [`${i}`, "2025-01-01", null, 0.1]);
    expect(revenueMovements(book("2025-01-31", ...pennies)).rows[0]?.end).toBe(100);
  });
});

describe("what cannot be used", () => {
  const some = book("2025-03-31", ["A", "2025-01-01", null, 10]);

  it.each([
    [{ periode: "month" }, "options.periode"],
    [{ period: "months" }, "period"],
    [{ from: "2025-04-01" }, "from"],
    [{ asOf: "yesterday" }, "asOf"],
    [{ level: 95 }, "level"],
    [null, "options"],
  ])("option %j", (options, field) => {
    expect(dataErrorOf(() => revenueMovements(some, options as never)).issues[0]?.field).toBe(field);
  });

  it("something other than a book", () => {
    for (const wrong of [null, [], "book", { kind: "transaction-log" }]) {
      expect(dataErrorOf(() => revenueMovements(wrong as never)).message).toContain("subscriptionBook");
      expect(dataErrorOf(() => revenueMovementList(wrong as never)).message).toContain("subscriptionBook");
    }
  });

  it("an empty book without a day", () => {
    expect(dataErrorOf(() => revenueMovements(subscriptionBook([]))).issues[0]?.field).toBe("asOf");
    const { rows } = revenueMovements(subscriptionBook([]), { from: "2025-01-01", asOf: "2025-03-31" });
    expect(rows.map(({ end }) => end)).toEqual([0, 0, 0]);
  });
});
