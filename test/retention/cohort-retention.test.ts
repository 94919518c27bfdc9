import { describe, expect, it } from "vitest";
import { cohortRetention } from "../../src/retention/cohort-retention.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { shortLog } from "../classification/short-log.ts";
import facts from "../reference/vendor-cohorts.json" with { type: "json" };
import { inMachineZone, MACHINE_ZONES } from "../support/time-zones.ts";

describe.each(facts.cohorts)("the example of $source", ({ users, returns, days, ...printed }) => {
  const date = (day: number): string => `2025-03-${String(day + 3).padStart(2, "0")}`;
  const rows = [
    ...Array.from({ length: users }, (_, user) => ({ user, day: 0 })),
    ...returns.map(([user = 0, day = 0]) => ({ user, day })),
  ];
  const log = transactionLog(rows.map(({ user, day }) => ({ customerId: user, date: date(day), amount: 1 })));

  it.each(["calendar", "elapsed"] as const)("holds on the clock %s", (clock) => {
    for (const definition of ["bounded", "unbounded"] as const) {
      const { matrix } = cohortRetention(log, { period: "day", definition, clock, asOf: date(days - 1) });
      expect(matrix.rates.map((rates) => rates.map((rate) => Math.round((rate ?? -1) * 100)))).toEqual([
        printed[definition],
      ]);
    }
  });
});

describe("cohorts", () => {
  const log = shortLog(
    ["Ada", "2025-01-31"],
    ["Ada", "2025-02-01", 30],
    ["Ada", "2025-04-11"],
    ["Ben", "2025-01-02"],
    ["Ben", "2025-02-20", -4],
    ["Cem", "2025-02-28"],
    ["Cem", "2025-04-01"],
    ["Dora", "2025-04-02"],
  );

  it("are those of the first purchase, whatever was returned before or since", () => {
    const returned = shortLog(
      ["A", "2025-01-05", -5],
      ["A", "2025-02-10"],
      ["A", "2025-02-10", -2],
      ["B", "2025-01-09", -1],
    );
    const result = cohortRetention(returned, { value: "revenue" });
    expect(result.cohorts.map(({ cohort, size }) => [cohort, size])).toEqual([["2025-02", 1]]);
    expect(result.matrix.values).toEqual([[8]]);
    expect([result.total, result.leftOut]).toEqual([2, -6]);
  });

  it("say whether they and their cells are complete", () => {
    const { cohorts, matrix, pooled } = cohortRetention(log, { asOf: "2025-04-29" });
    expect(cohorts).toEqual([
      { cohort: "2025-01", from: "2025-01-01", to: "2025-01-31", size: 2, complete: true },
      { cohort: "2025-02", from: "2025-02-01", to: "2025-02-28", size: 1, complete: true },
      { cohort: "2025-04", from: "2025-04-01", to: "2025-04-30", size: 1, complete: false },
    ]);
    expect(matrix.values).toEqual([[2, 1, 0, 1], [1, 0, 1], [1]]);
    expect(matrix.complete).toEqual([[true, true, true, false], [true, true, false], [false]]);
    expect(pooled.map(({ customers, value, cohorts: count }) => [customers, value, count])).toEqual([
      [3, 3, 2],
      [3, 1, 2],
      [2, 0, 1],
    ]);
    const over = cohortRetention(log, { asOf: "2025-04-30" });
    expect(over.matrix.complete.flat()).not.toContain(false);
  });

  it("give every rate of customers its Wilson interval", () => {
    const [, second] = cohortRetention(log, { level: 0.9 }).rows;
    // 1 of 2, z = 1.644853627: centre 0.5, half √(0.25 ÷ 2 + z² ÷ 16) z ÷ (1 + z² ÷ 2).
    expect(second).toMatchObject({ interval: 1, rate: 0.5, perCustomer: 0.5 });
    const z = 1.6448536269514722;
    const half = (z * Math.sqrt(0.125 + z ** 2 / 16)) / (1 + z ** 2 / 2);
    expect(second?.lower).toBeCloseTo(0.5 - half, 12);
    expect(second?.upper).toBeCloseTo(0.5 + half, 12);
  });

  it("count each customer's own intervals on the clock elapsed", () => {
    const result = cohortRetention(log, { clock: "elapsed", asOf: "2025-04-30" });
    expect(result).toMatchObject({ intervalDays: 30, clock: "elapsed" });
    // Ada's second purchase falls into her first 30 days, her third into day 70.
    expect(result.matrix.values).toEqual([[2, 0, 1, 0], [1, 1, 0], [1]]);
    // Ben has 119 days behind him, Ada 90.
    expect(result.rows.map(({ observed }) => observed)).toEqual([2, 2, 2, 0, 1, 1, 0, 0]);
    expect(result.matrix.complete).toEqual([[true, true, true, false], [true, true, false], [false]]);
  });

  it("give the rate of those who have an interval behind them", () => {
    const result = cohortRetention(
      shortLog(["A", "2025-01-01"], ["A", "2025-02-05"], ["B", "2025-01-31"], ["B", "2025-03-05"]),
      { clock: "elapsed", asOf: "2025-03-06" },
    );
    // B bought on day 33 of the 34 days he has been a customer: his second interval is running.
    expect(result.rows[1]).toMatchObject({
      value: 2,
      rate: 1,
      complete: false,
      observed: 1,
      observedRate: 1,
    });
    expect(result.pooled).toHaveLength(1);
  });

  it("follow revenue, orders and margin, each and cumulated", () => {
    const asOf = "2025-04-30";
    const revenue = cohortRetention(log, { value: "revenue", asOf });
    expect(revenue.matrix.values).toEqual([[20, 26, 0, 10], [10, 0, 10], [10]]);
    expect(revenue.matrix.rates[0]).toEqual([1, 1.3, 0, 0.5]);
    expect(revenue.rows[1]).toMatchObject({ perCustomer: 13, lower: null, upper: null, observedRate: null });
    const cumulative = cohortRetention(log, { value: "revenue", cumulative: true, asOf });
    expect(cumulative.matrix.values).toEqual([[20, 46, 46, 56], [10, 10, 20], [10]]);
    expect(cumulative.pooled.map(({ perCustomer }) => perCustomer)).toEqual([10, 56 / 3, 66 / 3, 28]);
    expect(cohortRetention(log, { value: "orders", asOf }).matrix.values).toEqual([
      [2, 1, 0, 1],
      [1, 0, 1],
      [1],
    ]);
    const rows = [{ customerId: "A", date: "2025-01-10", amount: 20, margin: 7 }];
    const withMargins = transactionLog(rows, { margin: "margin" });
    expect(cohortRetention(withMargins, { value: "margin" }).matrix.values).toEqual([[7]]);
  });

  it("divide by nothing but what is above 0", () => {
    const returned = shortLog(
      ["A", "2025-01-10", 0.1],
      ["A", "2025-01-11", 0.2],
      ["A", "2025-01-12", -0.3],
      ["A", "2025-02-11", 50],
    );
    // 0.1 + 0.2 − 0.3 is not 0 in binary fractions, but it is nothing to divide by.
    const { matrix, pooled } = cohortRetention(returned, { value: "revenue", asOf: "2025-02-28" });
    expect(matrix).toMatchObject({ values: [[0, 50]], rates: [[null, null]] });
    expect(pooled.map(({ rate }) => rate)).toEqual([null, null]);
  });

  it("can be cut to later cohorts and fewer intervals, and say what is left out", () => {
    const cut = cohortRetention(log, {
      from: "2025-02-15",
      intervals: 2,
      asOf: "2025-04-30",
      value: "orders",
    });
    expect(cut.cohorts.map(({ cohort }) => cohort)).toEqual(["2025-02", "2025-04"]);
    expect(cut.matrix.values).toEqual([[1, 0], [1]]);
    expect([cut.total, cut.leftOut]).toEqual([7, 5]);
    const unbounded = cohortRetention(log, { intervals: 2, definition: "unbounded", asOf: "2025-04-30" });
    expect(unbounded.matrix.values).toEqual([[2, 1], [1, 1], [1]]);
  });

  it("do not depend on the zone of the machine", () => {
    const rows = simulateTransactions({ customers: 200, from: "2024-01-01", until: "2025-03-31", seed: 5 });
    const results = MACHINE_ZONES.map((zone) =>
      inMachineZone(zone, () => {
        const log = transactionLog(rows.map((row) => ({ ...row, date: new Date(`${row.date}T23:30:00Z`) })));
        return JSON.stringify([
          cohortRetention(log, { asOf: "2025-03-30" }),
          cohortRetention(log, { period: "week", clock: "elapsed", definition: "continuous" }),
        ]);
      }),
    );
    expect(new Set(results).size).toBe(1);
  });
});

describe("warnings of cohorts", () => {
  const codes = (...args: Parameters<typeof cohortRetention>): readonly string[] =>
    cohortRetention(...args).warnings.map(({ code }) => code);
  const log = shortLog(["A", "2025-01-10"], ["B", "2025-02-03"]);

  it("tell of customers from before the log, unless their cohort is left out", () => {
    expect(codes(log, { asOf: "2025-02-28" })).toEqual(["left-censored"]);
    expect(codes(log, { asOf: "2025-02-28", from: "2025-02-01" })).toEqual([]);
  });

  it("tell of periods that the log does not reach", () => {
    expect(codes(log, { asOf: "2025-03-30" })).toEqual(["left-censored"]);
    expect(codes(log, { asOf: "2025-03-31" })).toEqual(["left-censored", "after-log-end"]);
  });

  it("tell if nothing is complete, or nobody there", () => {
    expect(codes(log, { asOf: "2025-01-30" })).toEqual(["left-censored", "no-complete-period"]);
    expect(codes(log, { asOf: "2024-12-31" })).toEqual(["no-purchase"]);
    const nobody = cohortRetention(transactionLog([]), { asOf: "2024-12-31" });
    expect(nobody).toMatchObject({ cohorts: [], rows: [], pooled: [], total: 0, leftOut: 0 });
    expect(nobody.warnings.map(({ code }) => code)).toEqual(["no-purchase"]);
    const later = cohortRetention(log, { from: "2025-03-01", asOf: "2025-03-30" });
    expect(later.warnings[0]?.message).toContain("on or after 2025-03-01");
  });
});
