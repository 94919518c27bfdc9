import { describe, expect, it } from "vitest";
import { revenueMovements } from "../../src/retention/revenue-movements.ts";
import { revenueMovementsBy } from "../../src/retention/revenue-movements-by.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { customerId: "Ada", start: "2025-01-01", end: "2025-02-28", monthlyAmount: 10, plan: "basic", land: "DE" },
  { customerId: "Ada", start: "2025-03-01", end: null, monthlyAmount: 30, plan: "pro", land: "DE" },
  { customerId: "Ben", start: "2025-02-01", end: null, monthlyAmount: 10, plan: "basic", land: "" },
  { customerId: "Cem", start: "2025-01-15", end: null, monthlyAmount: 0, plan: "trial", land: "AT" },
] as const;
const book = subscriptionBook(rows, { keys: { country: "land" } }, { until: "2025-03-31" });

describe("ledgers by a key", () => {
  it("show a change of plan as churn here and new there", () => {
    const { by, groups } = revenueMovementsBy(book, "plan");
    expect(by).toBe("plan");
    expect(groups.map(({ group }) => group)).toEqual(["basic", "pro", "trial"]);
    const march = groups.map((group) => group.rows[2]);
    expect(march[0]).toMatchObject({ start: 20, churn: 10, end: 10, customers: { churned: 1, end: 1 } });
    expect(march[1]).toMatchObject({ start: 0, new: 30, end: 30, customers: { new: 1 } });
    expect(march[2]).toMatchObject({ end: 0, customers: { free: 1 } });
    // The whole knows an expansion and nobody who left.
    expect(revenueMovements(book).rows[2]).toMatchObject({ start: 20, expansion: 20, churn: 0, end: 40 });
  });

  it("put subscriptions without a value last", () => {
    const { groups } = revenueMovementsBy(book, "country");
    expect(groups.map(({ group, totals }) => [group, totals?.end])).toEqual([
      ["DE", 30],
      ["AT", 0],
      [null, 10],
    ]);
  });
});

describe("ledgers by cohort", () => {
  it("begin with the period in which somebody first paid", () => {
    const { by, groups } = revenueMovementsBy(book, { cohort: "month" });
    expect(by).toBe("cohort");
    expect(groups.map((group) => [group.group, group.rows.map(({ end }) => end)])).toEqual([
      ["2025-01", [10, 10, 30]],
      ["2025-02", [10, 10]],
    ]);
    expect(revenueMovementsBy(book, { cohort: "year" }).groups).toMatchObject([
      { group: "2025", totals: { new: 20, expansion: 20, end: 40 } },
    ]);
  });

  it("know who came before from", () => {
    const { groups } = revenueMovementsBy(book, { cohort: "month" }, { from: "2025-03-01" });
    expect(groups.map((group) => [group.group, group.rows.map(({ period }) => period)])).toEqual([
      ["2025-01", ["2025-03"]],
      ["2025-02", ["2025-03"]],
    ]);
  });
});

describe("what cannot be used", () => {
  it.each([
    ["tarif", "by", '"plan", "country"'],
    [{ cohort: "months" }, "by.cohort", "month"],
    [{ kohorte: "month" }, "by.kohorte", "cohort"],
    [null, "by", "name of a key"],
    [7, "by", "name of a key"],
  ])("as by: %j", (by, field, words) => {
    const { issues } = dataErrorOf(() => revenueMovementsBy(book, by as never));
    expect(issues[0]).toMatchObject({ field, message: expect.stringContaining(words) });
  });

  it("a key of a book that has none", () => {
    const plain = subscriptionBook([{ customerId: "A", start: "2025-01-01", monthlyAmount: 1 }]);
    expect(dataErrorOf(() => revenueMovementsBy(plain, "plan")).message).toContain("The book has no keys");
  });
});
