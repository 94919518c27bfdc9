import { describe, expect, it } from "vitest";
import { revenueCohorts } from "../../src/retention/revenue-cohorts.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const book = subscriptionBook(
  [
    { customerId: "A", start: "2025-01-10", end: null, monthlyAmount: 10 },
    { customerId: "B", start: "2025-01-10", end: "2025-02-20", monthlyAmount: 30 },
    { customerId: "B", start: "2025-04-01", end: null, monthlyAmount: 60 },
    { customerId: "C", start: "2025-01-01", end: "2025-03-09", monthlyAmount: 0 },
    { customerId: "C", start: "2025-03-10", end: null, monthlyAmount: 5 },
    { customerId: "D", start: "2025-04-05", end: null, monthlyAmount: 8 },
  ],
  {},
  { until: "2025-04-15" },
);

describe("cohorts of subscribers", () => {
  it("hold those who first paid at the end of a month", () => {
    const { cohorts, rows } = revenueCohorts(book);
    expect(cohorts).toEqual([
      { cohort: "2025-01", from: "2025-01-01", to: "2025-01-31", size: 2, complete: true },
      { cohort: "2025-03", from: "2025-03-01", to: "2025-03-31", size: 1, complete: true },
      { cohort: "2025-04", from: "2025-04-01", to: "2025-04-30", size: 1, complete: false },
    ]);
    expect(
      rows.map((row) => [row.cohort, row.interval, row.period, row.value, row.rate, row.complete]),
    ).toEqual([
      ["2025-01", 0, "2025-01", 40, 1, true],
      ["2025-01", 1, "2025-02", 10, 0.25, true],
      ["2025-01", 2, "2025-03", 10, 0.25, true],
      ["2025-01", 3, "2025-04", 70, 1.75, false],
      ["2025-03", 0, "2025-03", 5, 1, true],
      ["2025-03", 1, "2025-04", 5, 1, false],
      ["2025-04", 0, "2025-04", 8, 1, false],
    ]);
    expect(rows.every(({ lower, upper }) => lower === null && upper === null)).toBe(true);
  });

  it("of customers have intervals", () => {
    const { rows } = revenueCohorts(book, { value: "customers" });
    expect(rows[1]).toMatchObject({ size: 2, value: 1, rate: 0.5 });
    // Computed by scipy.stats.binomtest(1, 2).proportion_ci(0.95, "wilson").
    expect(rows[1]?.lower).toBeCloseTo(0.09453120573423074, 12);
    expect(rows[1]?.upper).toBeCloseTo(0.9054687942657693, 12);
  });

  it("can be cut short on either side", () => {
    const { cohorts, rows } = revenueCohorts(book, { from: "2025-02-01", intervals: 1 });
    expect(cohorts.map(({ cohort }) => cohort)).toEqual(["2025-03", "2025-04"]);
    expect(rows.map(({ interval }) => interval)).toEqual([0, 0]);
  });

  it("are none before anybody has paid", () => {
    expect(revenueCohorts(book, { asOf: "2025-01-05" })).toMatchObject({
      cohorts: [],
      rows: [],
      warnings: [],
    });
    expect(revenueCohorts(book, { asOf: "2026-01-05" }).warnings).toMatchObject([{ code: "after-until" }]);
  });

  it.each([
    [{ value: "money" }, "value"],
    [{ intervals: 0 }, "intervals"],
    [{ clock: "elapsed" }, "options.clock"],
    [{ level: 0 }, "level"],
  ])("refuse %j", (options, field) => {
    expect(dataErrorOf(() => revenueCohorts(book, options as never)).issues[0]?.field).toBe(field);
    expect(dataErrorOf(() => revenueCohorts(null as never)).issues[0]?.field).toBe("book");
  });
});
