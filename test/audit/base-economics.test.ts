import { describe, expect, it } from "vitest";
import { newAndExistingCustomers } from "../../src/audit/new-and-existing-customers.ts";
import { revenueBridge } from "../../src/audit/revenue-bridge.ts";
import { revenueTree } from "../../src/audit/revenue-tree.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const ROWS = [
  { customerId: "Ada", date: "2024-01-10", amount: 50 },
  { customerId: "Ada", date: "2025-03-02", amount: 30 },
  { customerId: "Ada", date: "2025-07-02", amount: 40 },
  { customerId: "Ben", date: "2024-08-21", amount: 20 },
  { customerId: "Ben", date: "2025-01-03", amount: -4 },
  { customerId: "Cem", date: "2025-02-14", amount: 90 },
  { customerId: "Cem", date: "2025-02-20", amount: -10 },
  { customerId: "Eva", date: "2023-05-05", amount: 15 },
  { customerId: "Eva", date: "2025-05-05", amount: 25 },
] as const;
const log = transactionLog(ROWS);
const asOf = "2025-12-31";

describe("new and existing customers", () => {
  it("stand apart, with those who only send back", () => {
    const { rows, leftOut } = newAndExistingCustomers(log, { period: "year", asOf, marginRate: 0.5 });
    expect(rows.map(({ period, revenue }) => [period, revenue])).toEqual([
      ["2023", 15],
      ["2024", 70],
      ["2025", 171],
    ]);
    expect(leftOut).toBe(0);
    expect(rows[2]?.new).toEqual({
      customers: 1,
      shareOfCustomers: 1 / 3,
      orders: 1,
      revenue: 80,
      shareOfRevenue: 80 / 175,
      returns: 1,
      returned: -10,
      revenuePerCustomer: 80,
      ordersPerCustomer: 1,
      averageOrderValue: 80,
      margin: 40,
      marginPerCustomer: 40,
      cost: null,
      costPerCustomer: null,
      marginAfterCost: null,
    });
    expect(rows[2]?.existing).toMatchObject({ customers: 2, orders: 3, revenue: 95, returned: 0 });
    expect(rows[2]?.withoutPurchase).toEqual({ customers: 1, returns: 1, revenue: -4, margin: -2 });
    expect(rows[0]?.existing).toMatchObject({
      customers: 0,
      revenuePerCustomer: null,
      averageOrderValue: null,
    });
  });

  it("cost what was spent on them in the period", () => {
    const costs = [
      { date: "2025-01-15", acquisition: 40 },
      { date: "2025-12-31", acquisition: 20, retention: 30 },
      { date: "2019-01-01", acquisition: 7 },
      { date: "2026-01-01", acquisition: 1000 },
    ];
    const { rows, warnings } = newAndExistingCustomers(log, { period: "year", asOf, costs, marginRate: 0.5 });
    expect(rows[2]?.new).toMatchObject({ cost: 60, costPerCustomer: 60, marginAfterCost: -20 });
    expect(rows[2]?.existing).toMatchObject({ cost: 30, costPerCustomer: 15, marginAfterCost: 17.5 });
    expect(rows[2]?.costRatio).toBe(4);
    expect(rows[1]?.new).toMatchObject({ cost: 0, costPerCustomer: 0 });
    expect(rows[1]?.costRatio).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(["left-censored", "costs-outside"]);
    expect(warnings[1]?.message).toContain("Costs of 7");
  });

  it("may be asked for in periods of one's own, and from a day on", () => {
    const boundaries = ["2024-07-01", "2025-07-01", "2026-07-01"];
    const own = newAndExistingCustomers(log, { boundaries, asOf });
    expect(own.period).toBeNull();
    // The second is not over; Ada's 50, Eva's 15 and what follows June 2025 lie outside.
    expect(own.rows.map(({ from, to, revenue }) => [from, to, revenue])).toEqual([
      ["2024-07-01", "2025-06-30", 151],
    ]);
    expect(own.rows[0]).toMatchObject({ new: { customers: 2 }, existing: { customers: 2 } });
    expect(own.leftOut).toBe(105);
    const late = newAndExistingCustomers(log, { period: "year", from: "2025-06-01", asOf });
    expect(late.rows.map(({ period }) => period)).toEqual(["2025"]);
    expect(late.rows[0]?.existing.customers).toBe(2);
    expect(late.leftOut).toBe(85);
    expect(late.warnings).toEqual([]);
    expect(late.reconciliation[0]).toMatchObject({ parts: 256, total: 256, difference: 0 });
  });

  it("count in the period that is not over yet, and say so", () => {
    const { rows } = newAndExistingCustomers(log, { period: "year", asOf: "2025-06-30" });
    expect(rows.at(-1)).toMatchObject({ period: "2025", complete: false, revenue: 131 });
  });

  it("need costs that are some", () => {
    const refused = (costs: unknown): unknown =>
      dataErrorOf(() => newAndExistingCustomers(log, { costs: costs as [] })).issues.map(
        ({ field }) => field,
      );
    expect(refused([{ date: "2025-01-01", acquisition: -1 }])).toEqual(["costs.acquisition"]);
    expect(refused([{ date: "2025-01-01", retention: "30" }])).toEqual(["costs.retention"]);
    expect(refused([{ date: "soon", retention: 30 }])).toEqual(["costs[0].date"]);
    expect(refused([{ date: "2025-01-01", aquisition: 30 }])).toEqual(["costs"]);
    expect(refused(7)).toEqual(["costs"]);
    const error = dataErrorOf(() =>
      newAndExistingCustomers(log, { period: "year", boundaries: ["2024-01-01"] }),
    );
    expect(error.issues[0]?.field).toBe("period");
  });
});

describe("the revenue bridge", () => {
  it("goes from year to year", () => {
    const bridge = revenueBridge(log, { period: "year", asOf });
    expect([bridge.revenueBefore, bridge.revenueNow, bridge.change]).toEqual([70, 171, 101]);
    expect(bridge.growth).toBeCloseTo(101 / 70, 15);
    expect(bridge.steps).toMatchObject({
      new: { customers: 1, before: 0, now: 80, change: 80 },
      returned: { customers: 1, before: 0, now: 25, change: 25 },
      up: { customers: 1, before: 50, now: 70, change: 20 },
      lost: { customers: 1, before: 20, now: -4, change: -24 },
      inactive: { customers: 0, change: 0 },
    });
    expect(bridge.residual).toBe(0);
    expect(bridge.gains.map(({ customerId, movement }) => [customerId, movement])).toEqual([
      ["Cem", "new"],
      ["Eva", "returned"],
      ["Ada", "up"],
    ]);
    expect(bridge.losses).toEqual([
      { customerId: "Ben", movement: "lost", before: 20, now: -4, change: -24 },
    ]);
  });

  it("may leap over time, and name few", () => {
    const bridge = revenueBridge(log, {
      previous: { from: "2023-01-01", to: "2023-12-31" },
      current: { from: "2025-01-01", to: "2025-12-31" },
      asOf,
      top: 1,
    });
    // Ada was won between the two, so that she is new since.
    expect([bridge.steps.new.customers, bridge.steps.up.customers, bridge.steps.lost.customers]).toEqual([
      2, 1, 0,
    ]);
    expect(bridge.steps.inactive).toMatchObject({ customers: 1, change: -4 });
    expect(bridge.gains.map(({ customerId }) => customerId)).toEqual(["Cem"]);
    expect(revenueBridge(log, { period: "year", asOf, top: 0 }).gains).toEqual([]);
  });

  it("may look at an earlier period, or at windows", () => {
    expect(revenueBridge(log, { period: "year", at: "2024-05-05", asOf }).current.period).toBe("2024");
    const windows = revenueBridge(log, { period: { months: 12 }, asOf: "2025-06-15" });
    expect([windows.previous.from, windows.previous.to]).toEqual(["2023-06-16", "2024-06-15"]);
    const lastYear = revenueBridge(log, {
      period: { months: 3 },
      compareWith: "year-before",
      asOf: "2025-06-15",
    });
    expect([lastYear.previous.from, lastYear.previous.to]).toEqual(["2024-03-16", "2024-06-15"]);
  });

  it("asks which periods are meant", () => {
    const refused = (options: unknown): unknown =>
      dataErrorOf(() => revenueBridge(log, options as object)).issues[0]?.field;
    const span = { from: "2024-01-01", to: "2024-12-31" };
    expect(refused({})).toBe("period");
    expect(refused({ period: "year", at: "2025-01-01", asOf: "2025-06-30" })).toBe("at");
    expect(refused({ period: { months: 3 }, at: "2025-01-01" })).toBe("at");
    expect(refused({ period: { years: 2 }, compareWith: "year-before" })).toBe("compareWith");
    expect(refused({ previous: span })).toBe("current");
    expect(refused({ previous: span, current: span, asOf })).toBe("current.from");
    expect(refused({ previous: span, current: span, period: "year" })).toBe("period");
    expect(refused({ previous: span, current: { from: "2025-01-01", to: "2024-01-01" }, asOf })).toBe(
      "current.to",
    );
    expect(refused({ previous: span, current: { from: "2025-01-01", to: "2026-01-01" }, asOf })).toBe(
      "current.to",
    );
    expect(refused({ period: "year", top: 1.5 })).toBe("top");
    expect(refused({ period: "year", topp: 1 })).toBe("options.topp");
  });
});

describe("the revenue tree", () => {
  it("has no effects where there are no logarithms, and says why", () => {
    const none = revenueTree(log, { period: "year", at: "2023-06-01", asOf });
    expect([none.noSplit, none.customers.effect, none.residual]).toEqual(["no-customers", null, null]);
    expect(none.customers).toMatchObject({ before: 0, now: 1, growth: null });
    const returned = transactionLog([
      { customerId: "Ada", date: "2024-03-03", amount: 10 },
      { customerId: "Ada", date: "2024-03-04", amount: -10 },
      { customerId: "Ada", date: "2025-03-04", amount: 10 },
    ]);
    const tree = revenueTree(returned, { period: "year", asOf });
    expect([tree.noSplit, tree.averageOrderValue.before, tree.growth]).toEqual([
      "no-positive-revenue",
      0,
      null,
    ]);
  });

  it("gives all of the change to the one factor that changed", () => {
    const dearer = transactionLog([
      { customerId: "Ada", date: "2024-03-03", amount: 10 },
      { customerId: "Ada", date: "2025-03-04", amount: 25 },
    ]);
    const tree = revenueTree(dearer, { period: "year", asOf });
    expect([tree.customers.effect, tree.ordersPerCustomer.effect]).toEqual([0, 0]);
    expect(tree.averageOrderValue).toMatchObject({ before: 10, now: 25, growth: 1.5 });
    expect(tree.averageOrderValue.effect).toBeCloseTo(15, 12);
  });

  it("parts the effect of customers also where their number is the same", () => {
    const swapped = transactionLog([
      { customerId: "Ada", date: "2024-03-03", amount: 10 },
      { customerId: "Ben", date: "2025-03-04", amount: 10 },
    ]);
    const { customersEffect } = revenueTree(swapped, { period: "year", asOf });
    expect(customersEffect).toEqual({
      new: { customers: 1, effect: 10 },
      returned: { customers: 0, effect: 0 },
      lost: { customers: 1, effect: -10 },
    });
  });
});
