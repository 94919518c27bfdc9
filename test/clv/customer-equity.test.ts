import { describe, expect, it } from "vitest";
import { clvBy } from "../../src/clv/clv-by.ts";
import { clvByCohort } from "../../src/clv/clv-by-cohort.ts";
import { compareLifetimeValues } from "../../src/clv/compare-lifetime-values.ts";
import { constantRetentionValue } from "../../src/clv/constant-retention-value.ts";
import { customerEquity } from "../../src/clv/customer-equity.ts";
import { historicValue } from "../../src/clv/historic-value.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { customerId: "Ada", channel: "search", value: 310 },
  { customerId: "Ben", channel: "friends", value: -20 },
  { customerId: "Cem", channel: "search", value: 70 },
];
const log = transactionLog([
  { customerId: "Ada", date: "2024-11-10", amount: 50 },
  { customerId: "Ben", date: "2025-02-21", amount: 20 },
  { customerId: "Cem", date: "2024-12-30", amount: -5 },
  { customerId: "Cem", date: "2025-01-02", amount: 90 },
  { customerId: "Dora", date: "2025-01-02", amount: -1 },
]);

describe("customerEquity", () => {
  it("adds customers to come, each cohort from its own day", () => {
    const cohorts = [
      { period: 0, customers: 10, value: 5 },
      { period: 6, customers: 20, value: 4.5 },
      { period: 12, customers: 2, value: -10 },
    ];
    const found = customerEquity(rows, { expectedNew: { cohorts, discountRate: 0.21, period: "month" } });
    expect(found.current).toEqual({ customers: 3, value: 360 });
    expect(found.expectedNew.customers).toBe(32);
    expect(found.expectedNew.cohorts.map(({ factor }) => factor)).toEqual([
      1,
      expect.closeTo(1 / 1.1, 12),
      expect.closeTo(1 / 1.21, 12),
    ]);
    expect(found.expectedNew.value).toBeCloseTo(50 + 90 / 1.1 - 20 / 1.21, 10);
    expect(found.value).toBe(found.current.value + found.expectedNew.value);
    expect(found.shareOfCurrent).toBeCloseTo(360 / found.value, 12);
  });

  it("is 0 without customers, and has no share of it", () => {
    expect(customerEquity([])).toEqual({
      current: { customers: 0, value: 0 },
      expectedNew: { customers: 0, value: 0, cohorts: [] },
      value: 0,
      shareOfCurrent: null,
    });
  });

  it("refuses what it cannot add", () => {
    expect(dataErrorOf(() => customerEquity([{ clv: 1 }] as never)).message).toContain("missing");
    expect(dataErrorOf(() => customerEquity(null as never)).message).toContain("no rows");
    const expectedNew = { cohorts: [{ period: -1, customers: 1, value: 1 }], discountRate: 0.1 };
    expect(dataErrorOf(() => customerEquity(rows, { expectedNew })).message).toContain("at least 0");
    const huge = [{ value: 1e308 }, { value: 1e308 }];
    expect(dataErrorOf(() => customerEquity(huge)).message).toContain("larger unit");
  });
});

describe("clvBy", () => {
  it("has size, sum, share, mean, median and the interval of the mean", () => {
    const { rows: found, total } = clvBy(rows, "channel", { level: 0.9 });
    // Standard deviation of 310 and 70 is 240 ÷ √2; z of 90 % is 1.644854.
    expect(found[0]).toMatchObject({ group: "search", customers: 2, sum: 380, mean: 190, median: 190 });
    expect(found[0]?.meanInterval?.upper).toBeCloseTo(190 + 1.644854 * 120, 3);
    expect(found[1]).toMatchObject({ group: "friends", customers: 1, share: -20 / 360, meanInterval: null });
    expect(total).toMatchObject({ customers: 3, sum: 360, share: 1, mean: 120, median: 70 });
  });

  it("has no mean of nobody", () => {
    expect(clvBy([], "channel" as never).total).toMatchObject({
      customers: 0,
      mean: null,
      meanInterval: null,
    });
  });

  it("refuses unknown keys and values that are none", () => {
    expect(dataErrorOf(() => clvBy(rows, "chanel" as never)).message).toContain("No row has the field");
    expect(dataErrorOf(() => clvBy([{ channel: "a", value: Number.NaN }], "channel")).total).toBe(1);
    expect(dataErrorOf(() => clvBy(rows, "channel", { values: "value" } as never)).message).toContain(
      "no such name",
    );
  });
});

describe("clvByCohort", () => {
  it("goes by the first purchase, never by a return", () => {
    const { rows: found } = clvByCohort(log, rows, { period: "quarter" });
    expect(found.map(({ group, customers, sum }) => [group, customers, sum])).toEqual([
      ["2024-Q4", 1, 310],
      ["2025-Q1", 2, 50],
    ]);
  });

  it("refuses customers without a purchase, and those who stand there twice", () => {
    expect(dataErrorOf(() => clvByCohort(log, [{ customerId: "Dora", value: 1 }])).message).toContain(
      "no purchase",
    );
    expect(dataErrorOf(() => clvByCohort(log, [{ customerId: "Eva", value: 1 }])).message).toContain(
      "no purchase",
    );
    expect(dataErrorOf(() => clvByCohort(log, [...rows, ...rows])).byCode).toEqual({ duplicate_customer: 3 });
  });
});

describe("compareLifetimeValues", () => {
  const value = constantRetentionValue({
    margin: 100,
    retentionRate: 1,
    discountRate: 0.1,
    firstMargin: "deferred",
  });

  it("is per customer, with what each rests on", () => {
    const { total } = historicValue(log, { marginRate: 1 });
    const found = compareLifetimeValues({ value, historic: total });
    expect(found.map((row) => [row.name, row.method, row.customers, row.horizon])).toEqual([
      ["value", "constant-retention", 1, "no end"],
      ["historic", "historic", 4, "2 × year"],
    ]);
    expect(found[0]).toMatchObject({ undiscountedPerCustomer: null, ratio: 1, firstMargin: "deferred" });
    expect(found[1]?.valuePerCustomer).toBeCloseTo(154 / 4, 12);
    expect(found[1]?.ratio).toBeCloseTo(154 / 4 / 1000, 12);
  });

  it("refuses what is no lifetime value", () => {
    expect(compareLifetimeValues({})).toEqual([]);
    expect(dataErrorOf(() => compareLifetimeValues({ value, other: 12 as never })).message).toContain(
      "values.other",
    );
    expect(dataErrorOf(() => compareLifetimeValues([value] as never)).message).toContain("record");
  });
});
