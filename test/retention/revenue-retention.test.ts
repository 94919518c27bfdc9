import { describe, expect, it } from "vitest";
import { revenueMovements } from "../../src/retention/revenue-movements.ts";
import { revenueRetention } from "../../src/retention/revenue-retention.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const book = subscriptionBook(
  [
    { customerId: "back", start: "2023-06-01", end: "2024-03-31", monthlyAmount: 100 },
    { customerId: "back", start: "2024-09-01", end: null, monthlyAmount: 100 },
    { customerId: "grows", start: "2023-06-01", end: "2024-05-31", monthlyAmount: 100 },
    { customerId: "grows", start: "2024-06-01", end: null, monthlyAmount: 150 },
    { customerId: "later", start: "2024-02-01", end: null, monthlyAmount: 500 },
    { customerId: "free", start: "2023-01-01", end: null, monthlyAmount: 0 },
  ],
  {},
  { until: "2024-12-31" },
);
const year = { from: "2023-12-31", to: "2024-12-31" };

describe("retention of a year", () => {
  it("compares two days, and nobody who came later counts", () => {
    expect(revenueRetention(book, year)).toMatchObject({
      start: 200,
      now: 250,
      retained: 200,
      netRevenueRetention: 1.25,
      grossRevenueRetention: 1,
      customers: { start: 2, retained: 2 },
      customerRetention: { rate: 1, upper: 1 },
      warnings: [],
    });
  });

  it("is not the product of its months", () => {
    const months = revenueMovements(book, { from: "2024-01-01" }).rows;
    const chained = months.reduce((product, row) => product * (row.grossRevenueRetention ?? 1), 1);
    // Of 700, the 100 of the customer who came back were lost for good in the chain.
    expect(chained).toBeCloseTo(6 / 7, 12);
  });

  it("says nothing where nobody paid", () => {
    const before = revenueRetention(book, { from: "2022-01-01", to: "2023-12-31" });
    expect(before).toMatchObject({
      start: 0,
      netRevenueRetention: null,
      grossRevenueRetention: null,
      customerRetention: null,
    });
  });

  it("warns of a day that nobody has seen", () => {
    const { warnings } = revenueRetention(book, { from: "2024-12-31", to: "2025-12-31" });
    expect(warnings).toMatchObject([{ code: "after-until" }]);
  });

  it.each([
    [{ from: "2024-12-31", to: "2024-12-31" }, "from"],
    [{ from: "2024-12-31" }, "to"],
    [{ ...year, period: "month" }, "options.period"],
    [{ ...year, level: 1 }, "level"],
    [undefined, "options"],
  ])("refuses %j", (options, field) => {
    expect(dataErrorOf(() => revenueRetention(book, options as never)).issues[0]?.field).toBe(field);
  });
});
