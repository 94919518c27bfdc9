import { describe, expect, it } from "vitest";
import { auditCustomerBase } from "../../src/audit/audit-customer-base.ts";
import type { TransactionLog } from "../../src/transactions/transaction-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const codesOf = (warnings: readonly { readonly code: string }[]): readonly string[] =>
  warnings.map(({ code }) => code);

/** Two years: Ada and Ben from the first, Cem new, Dora sends back only. */
const TWO_YEARS = [
  { customerId: "Ada", date: "2024-01-10", amount: 50, margin: 20 },
  { customerId: "Ada", date: "2025-03-02", amount: 30, margin: 10 },
  { customerId: "Ada", date: "2025-07-02", amount: 40, margin: 15 },
  { customerId: "Ben", date: "2024-08-21", amount: 20, margin: 8 },
  { customerId: "Cem", date: "2025-02-14", amount: 90, margin: -5 },
  { customerId: "Dora", date: "2025-02-15", amount: -6, margin: -2 },
] as const;
const WITH_MARGIN = { margin: "margin" } as const;

describe("an audit of two years", () => {
  const audit = auditCustomerBase(transactionLog(TWO_YEARS, WITH_MARGIN), { asOf: "2025-12-31" });

  it("compares the last complete year with the one before", () => {
    expect([audit.period, audit.previous?.period, audit.current?.period]).toEqual(["year", "2024", "2025"]);
    expect(audit.totals).toEqual({
      customers: 3,
      orders: 5,
      revenue: 224,
      margin: 46,
      withoutPurchase: { customers: 1, revenue: -6 },
    });
  });

  it("tells how customers differ", () => {
    expect(audit.differences).toMatchObject({
      customers: 2,
      orders: 3,
      revenue: 160,
      margin: 20,
      revenuePerCustomer: 80,
      withoutPurchase: { customers: 1, revenue: -6 },
    });
    expect(audit.differences?.profit?.negative).toEqual({ customers: 1, shareOfCustomers: 0.5, value: -5 });
    const [one, two] = audit.differences?.byOrders ?? [];
    expect([one?.customers, one?.revenue, two?.customers, two?.revenue]).toEqual([1, 90, 1, 70]);
  });

  it("bridges from 70 to 154", () => {
    const { bridge, tree } = audit.change ?? {};
    expect([bridge?.revenueBefore, bridge?.revenueNow]).toEqual([70, 154]);
    expect(bridge?.steps).toMatchObject({
      new: { customers: 1, change: 90 },
      up: { customers: 1, change: 20 },
      lost: { customers: 1, change: -20 },
      inactive: { customers: 1, change: -6 },
    });
    expect(tree?.withoutPurchase).toBe(-6);
  });

  it("shows who makes the revenue", () => {
    expect(audit.whole.revenue).toEqual([
      [70, 0],
      [70, 90],
    ]);
    expect(audit.whole.periods[1]).toMatchObject({
      revenue: 154,
      firstRevenue: 90,
      repeatRevenue: 70,
      returned: -6,
      beforeFirstPurchase: -6,
      newCustomers: 1,
      existingCustomers: 1,
    });
    expect(audit.whole.currentBySource?.wonInYearBefore).toMatchObject({ customers: 1, revenue: 70 });
  });

  it("sorts by margin if asked to", () => {
    const log = transactionLog(TWO_YEARS, WITH_MARGIN);
    const byMargin = auditCustomerBase(log, { asOf: "2025-12-31", value: "margin" });
    expect(byMargin.differences?.deciles.slice(0, 2).map(({ value }) => value)).toEqual([25, -5]);
    expect(byMargin.differences?.deciles[1]?.cumulativeShare).toBe(1);
  });
});

describe("an audit with little to tell", () => {
  it("of an empty log has no views but the empty whole", () => {
    const audit = auditCustomerBase(transactionLog([]), { asOf: "2025-12-31" });
    expect([audit.differences, audit.change, audit.cohort, audit.cohorts]).toEqual([null, null, null, null]);
    expect(audit.whole.periods).toEqual([]);
    expect(codesOf(audit.warnings)).toEqual(["no-purchase"]);
    expect(dataErrorOf(() => auditCustomerBase(transactionLog([]))).issues[0]?.field).toBe("asOf");
  });

  it("of one period has no view 2 and says what is missing", () => {
    const log = transactionLog([{ customerId: "Ada", date: "2025-01-10", amount: 50 }]);
    const audit = auditCustomerBase(log, { period: "year", asOf: "2025-12-31" });
    expect(audit.differences?.customers).toBe(1);
    expect([audit.previous, audit.change]).toEqual([null, null]);
    expect(codesOf(audit.warnings)).toEqual(["no-previous-period", "nothing-to-compare"]);
    expect(audit.warnings[0]?.message).toContain("after 2024");
  });

  it("of a period that is not over has views 3 to 5 at most", () => {
    const log = transactionLog([{ customerId: "Ada", date: "2025-01-10", amount: 50 }]);
    const audit = auditCustomerBase(log, { period: "year", asOf: "2025-06-30" });
    expect([audit.current, audit.differences, audit.cohort]).toEqual([null, null, null]);
    expect(audit.whole.periods[0]).toMatchObject({ revenue: 50, period: { complete: false } });
    expect(codesOf(audit.warnings)).toContain("no-complete-period");
  });

  it("of returns only has nobody, and still reconciles", () => {
    const log = transactionLog([
      { customerId: "Ada", date: "2024-03-10", amount: -5 },
      { customerId: "Ben", date: "2025-03-10", amount: -7 },
    ]);
    const audit = auditCustomerBase(log, { period: "year", asOf: "2025-12-31" });
    expect(audit.differences).toMatchObject({
      customers: 0,
      revenuePerCustomer: null,
      gini: null,
      withoutPurchase: { customers: 1, revenue: -7 },
    });
    expect(audit.differences?.spend.quantiles).toEqual([]);
    expect(audit.differences?.top).toMatchObject({ shareOfValue: null, wholeCustomers: null });
    expect(audit.change?.tree.noSplit).toBe("no-customers");
    expect(audit.change?.bridge.steps.inactive).toMatchObject({ customers: 2, change: -2 });
    expect(audit.reconciliation.every(({ difference }) => difference === 0)).toBe(true);
  });

  it("of one customer has one decile with somebody in it", () => {
    const log = transactionLog([
      { customerId: 7, date: "2024-03-10", amount: 10 },
      { customerId: 7, date: "2025-03-10", amount: 10 },
    ]);
    const { differences, change, cohorts } = auditCustomerBase(log, { period: "year", asOf: "2025-12-31" });
    expect(differences?.deciles.map(({ customers }) => customers)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(differences?.deciles[1]).toMatchObject({
      highest: null,
      averageOrderValue: null,
      shareOfValue: 0,
    });
    expect(change?.bridge.steps.level).toMatchObject({ customers: 1, before: 10, now: 10, change: 0 });
    expect(change?.migration[0]?.to[0]).toBe(1);
    expect(cohorts?.newerAgainstOlder).toEqual([]);
  });

  it("of equal customers orders them by purchases, revenue and id", () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      customerId: `c${i % 10}`,
      date: "2025-03-10",
      amount: 5,
    }));
    const more = { customerId: "z", date: "2025-03-11", amount: 10 };
    const { differences } = auditCustomerBase(transactionLog([more, ...rows]), {
      period: "year",
      asOf: "2025-12-31",
    });
    expect(differences?.deciles.map(({ orders }) => orders)).toEqual([4, 2, 2, 2, 2, 2, 2, 2, 2, 1]);
    expect(differences?.gini).toBe(0);
  });
});

describe("the periods of an audit", () => {
  const monthly = (from: number, months: number): TransactionLog =>
    transactionLog(
      Array.from({ length: months }, (_, m) => ({
        customerId: `c${m % 5}`,
        date: `${from + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-01`,
        amount: 10,
      })),
    );

  it("are the longest of which the log holds two", () => {
    const periodAt = (asOf: string): unknown => auditCustomerBase(monthly(2023, 24), { asOf }).period;
    expect(periodAt("2024-12-31")).toBe("year");
    expect(periodAt("2024-12-30")).toBe("quarter");
    expect(periodAt("2023-06-30")).toBe("quarter");
    expect(periodAt("2023-06-29")).toBe("month");
  });

  it("may be windows that end at asOf, and cohorts are theirs", () => {
    const audit = auditCustomerBase(monthly(2023, 24), { period: { months: 6 }, asOf: "2024-12-31" });
    expect(audit.current).toMatchObject({ from: "2024-07-01", to: "2024-12-31", complete: true });
    expect(audit.previous).toMatchObject({ from: "2024-01-01", to: "2024-06-30" });
    expect(audit.whole.periods.map(({ period }) => period.from)).toEqual([
      "2023-01-01",
      "2023-07-01",
      "2024-01-01",
      "2024-07-01",
    ]);
    expect(audit.change?.bridge.previous).toEqual(audit.previous);
  });

  it("may be compared with the year before", () => {
    const options = { period: "quarter", compareWith: "year-before", asOf: "2024-12-31" } as const;
    const audit = auditCustomerBase(monthly(2023, 24), options);
    expect([audit.previous?.period, audit.current?.period]).toEqual(["2023-Q4", "2024-Q4"]);
    expect(codesOf(audit.warnings)).not.toContain("seasonal");
    const neighbours = auditCustomerBase(monthly(2023, 24), { period: "quarter", asOf: "2024-12-31" });
    expect(codesOf(neighbours.warnings)).toContain("seasonal");
  });

  it("warn of one that is nearly over", () => {
    const audit = auditCustomerBase(monthly(2022, 36), { period: "year", asOf: "2024-12-29" });
    expect(audit.current?.period).toBe("2023");
    expect(audit.warnings.find(({ code }) => code === "almost-over")?.message).toContain('"2024-12-31"');
  });

  it("may differ from those of cohorts", () => {
    const options = { period: "year", cohortPeriod: "quarter", asOf: "2024-12-31" } as const;
    const audit = auditCustomerBase(monthly(2023, 24), options);
    expect(audit.whole.periods).toHaveLength(2);
    expect(audit.whole.cohorts.map(({ period }) => period)).toEqual(["2023-Q1", "2023-Q2"]);
    expect(audit.cohort).toMatchObject({ chosenAs: "oldest", cohort: { period: "2023-Q2" }, size: 2 });
    expect(audit.cohort?.ages).toHaveLength(7);
    const followed = auditCustomerBase(monthly(2023, 24), { ...options, cohort: "2023-02-05" }).cohort;
    expect(followed).toMatchObject({ chosenAs: "chosen", cohort: { period: "2023-Q1" }, firstOfLog: true });
    const largest = auditCustomerBase(monthly(2023, 24), { ...options, cohort: "largest" }).cohort;
    expect(largest).toMatchObject({ chosenAs: "largest", size: 3 });
  });
});

describe("what an audit is not sure of", () => {
  const shop = transactionLog([
    { customerId: "Ada", date: "2024-05-10", amount: 10 },
    { customerId: "Ben", date: "2024-11-10", amount: 12 },
    { customerId: "Ada", date: "2025-05-10", amount: 14 },
  ]);

  it("is a previous period within which the log begins", () => {
    const audit = auditCustomerBase(shop, { period: "year", asOf: "2025-12-31" });
    expect(audit.previous?.covered).toBe(false);
    expect(codesOf(audit.warnings)).toContain("left-censored");
  });

  it("is a current period that the log does not reach", () => {
    const audit = auditCustomerBase(shop, { period: "year", asOf: "2026-12-31" });
    expect(codesOf(audit.warnings)).toContain("after-log-end");
    expect(audit.change?.bridge.steps.lost.customers).toBe(1);
  });
});

describe("the classes of spend", () => {
  const spent = (amounts: readonly number[], spendLimits?: readonly number[]): unknown => {
    const rows = amounts.map((amount, i) => ({ customerId: i, date: "2025-05-10", amount }));
    const options = spendLimits === undefined ? {} : { spendLimits };
    const audit = auditCustomerBase(transactionLog(rows), { period: "year", asOf: "2025-12-31", ...options });
    return audit.differences?.spend.classes.map(({ from, below, customers }) => [from, below, customers]);
  };

  it("go in steps of 1, 2 and 5 over the bulk of the customers", () => {
    expect(spent([0, 3, 4, 20, 60])).toEqual([
      [null, 0, 0],
      [0, 2, 1],
      [2, 5, 2],
      [5, 10, 0],
      [10, 20, 0],
      [20, 50, 1],
      [50, 100, 1],
      [100, null, 0],
    ]);
    expect(spent([0.03])).toEqual([
      [null, 0, 0],
      [0, 0.02, 0],
      [0.02, 0.05, 1],
      [0.05, null, 0],
    ]);
    expect(spent([0])).toEqual([
      [null, 0, 0],
      [0, null, 1],
    ]);
    expect(spent([1.5e308])).toEqual([
      [null, 0, 0],
      [0, 1e308, 0],
      [1e308, null, 1],
    ]);
  });

  it("are those that are asked for", () => {
    expect(spent([5, 10, 11], [10])).toEqual([
      [null, 10, 1],
      [10, null, 2],
    ]);
  });
});

describe("what an audit refuses", () => {
  const log = transactionLog(TWO_YEARS.map(({ customerId, date, amount }) => ({ customerId, date, amount })));
  const refused = (options: unknown): string | null | undefined =>
    dataErrorOf(() => auditCustomerBase(log, options as object)).issues[0]?.field;

  it("are options that are none", () => {
    expect(refused({ periods: "year" })).toBe("options.periods");
    expect(refused({ period: "decade" })).toBe("period");
    expect(refused({ period: { moons: 3 } })).toBe("period");
    expect(refused({ cohortPeriod: null })).toBe("cohortPeriod");
    expect(refused({ value: "profit" })).toBe("value");
    expect(refused({ value: "margin" })).toBe("value");
    expect(refused({ marginRate: 30 })).toBe("marginRate");
    expect(refused({ topShare: 20 })).toBe("topShare");
    expect(refused({ mostOrders: 1 })).toBe("mostOrders");
    expect(refused({ spendLimits: [5, 5] })).toBe("spendLimits[1]");
    expect(refused({ spendLimits: [] })).toBe("spendLimits");
    expect(refused({ compareWith: "yesterday" })).toBe("compareWith");
    expect(refused({ period: "week", compareWith: "year-before" })).toBe("compareWith");
    expect(refused({ cohort: "1999-01-01" })).toBe("cohort");
    expect(refused({ level: 1 })).toBe("level");
    expect(refused(null)).toBe("options");
  });

  it("are rows that are no log", () => {
    for (const wrong of [null, undefined, "log", [...TWO_YEARS]]) {
      const error = dataErrorOf(() => auditCustomerBase(wrong as unknown as TransactionLog));
      expect(error.issues[0]?.field).toBe("log");
    }
  });
});
