import { describe, expect, it } from "vitest";
import { acquisitionCost } from "../../src/clv/acquisition-cost.ts";
import { acquisitionReturn, maximumAcquisitionCost } from "../../src/clv/acquisition-return.ts";
import { cohortPayback } from "../../src/clv/cohort-payback.ts";
import { compareBudgets } from "../../src/clv/compare-budgets.ts";
import { constantRetentionValue } from "../../src/clv/constant-retention-value.ts";
import { paybackPeriod } from "../../src/clv/payback-period.ts";
import { referralValue } from "../../src/clv/referral-value.ts";
import { retentionImpact } from "../../src/clv/retention-impact.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const fieldOf = (call: () => unknown) => dataErrorOf(call).issues[0]?.field;
const deferred = { margin: 100, retentionRate: 0.8, discountRate: 0.1, firstMargin: "deferred" } as const;
const value = constantRetentionValue(deferred);

describe("acquisitionCost", () => {
  it("adds all parts up, and divides by the customers won", () => {
    const cac = acquisitionCost({ costs: { advertising: 0.1, salaries: 0.2 }, newCustomers: 3 });
    expect(cac.total).toBeCloseTo(0.3, 15);
    expect(cac.perCustomer).toBeCloseTo(0.1, 15);
    expect(cac.parts.map(({ part, share }) => [part, share])).toEqual([
      ["advertising", expect.closeTo(1 / 3, 12)],
      ["salaries", expect.closeTo(2 / 3, 12)],
    ]);
  });

  it("has no cost per customer if nobody was won, and no shares of nothing", () => {
    expect(acquisitionCost({ costs: { advertising: 5 }, newCustomers: 0 }).perCustomer).toBeNull();
    expect(acquisitionCost({ costs: { advertising: 0 }, newCustomers: 2 })).toMatchObject({
      perCustomer: 0,
      parts: [{ share: null, perCustomer: 0 }],
    });
    expect(acquisitionCost({ costs: {}, newCustomers: 2 }).total).toBe(0);
  });

  it("refuses costs that are none", () => {
    expect(fieldOf(() => acquisitionCost({ costs: { ads: -1 }, newCustomers: 1 }))).toBe("costs.ads");
    expect(fieldOf(() => acquisitionCost({ costs: 100 as never, newCustomers: 1 }))).toBe("costs");
    expect(fieldOf(() => acquisitionCost({ costs: { ads: 1e308, tv: 1e308 }, newCustomers: 1 }))).toBe(
      "costs",
    );
    expect(fieldOf(() => acquisitionCost({ costs: {}, newCustomers: -1 }))).toBe("newCustomers");
    expect(fieldOf(() => acquisitionCost(null as never))).toBe("options");
  });
});

describe("acquisitionReturn and maximumAcquisitionCost", () => {
  it("set value against cost", () => {
    expect(acquisitionReturn(value, { acquisitionCost: 100 }).ratio).toBeCloseTo(8 / 3, 12);
    expect(acquisitionReturn(-20, { acquisitionCost: 100 })).toMatchObject({ ratio: -0.2, netValue: -120 });
    expect(acquisitionReturn(50, { acquisitionCost: 0 })).toMatchObject({
      ratio: null,
      returnOnInvestment: null,
    });
  });

  it("break even at the lifetime value, and earlier within a time", () => {
    const most = maximumAcquisitionCost(value);
    expect(acquisitionReturn(value, { acquisitionCost: most }).netValue).toBeCloseTo(0, 10);
    expect(maximumAcquisitionCost(value, { paidBackBy: 1 })).toBeCloseTo(80 / 1.1, 10);
    expect(maximumAcquisitionCost(value, { paidBackBy: 1, ratio: 10 })).toBeCloseTo(most / 10, 10);
    expect(maximumAcquisitionCost(-5)).toBe(0);
    const within = maximumAcquisitionCost(value, { paidBackBy: 7 });
    expect(paybackPeriod(value, { acquisitionCost: within, discounted: true }).paidBackIn).toBe(7);
  });

  it("refuse what is no value, and periods that nobody listed", () => {
    expect(fieldOf(() => acquisitionReturn(Number.NaN, { acquisitionCost: 1 }))).toBe("lifetimeValue");
    expect(fieldOf(() => acquisitionReturn({ value: 3 } as never, { acquisitionCost: 1 }))).toBe(
      "lifetimeValue",
    );
    expect(fieldOf(() => acquisitionReturn(3, { cac: 1 } as never))).toBe("options.cac");
    expect(fieldOf(() => maximumAcquisitionCost(300, { paidBackBy: 2 }))).toBe("paidBackBy");
    expect(dataErrorOf(() => maximumAcquisitionCost(value, { paidBackBy: 61 })).message).toContain(
      "up to 60",
    );
    expect(fieldOf(() => maximumAcquisitionCost(300, { ratio: 0 }))).toBe("ratio");
  });
});

describe("paybackPeriod", () => {
  it("is the first period by which margins add up to the cost", () => {
    const { paidBackIn, rows, missing } = paybackPeriod([30, 40, 50, 10], { acquisitionCost: 70 });
    expect([paidBackIn, missing]).toEqual([2, 0]);
    expect(rows.map(({ cumulative }) => cumulative)).toEqual([30, 70, 120, 130]);
    expect(rows[0]?.share).toBe(30 / 70);
  });

  it("tells what is missing, and knows costs of nothing", () => {
    expect(paybackPeriod([30, -10], { acquisitionCost: 70 })).toMatchObject({
      paidBackIn: null,
      missing: 50,
    });
    expect(paybackPeriod([], { acquisitionCost: 0 })).toMatchObject({ paidBackIn: 0, missing: 0, rows: [] });
  });

  it("counts customers who are still there", () => {
    // 80, 64, 51.2, 40.96: 144 after two periods, 195.2 after three.
    expect(paybackPeriod(value, { acquisitionCost: 144 }).paidBackIn).toBe(2);
    expect(paybackPeriod(value, { acquisitionCost: 144.01 }).paidBackIn).toBe(3);
    const immediate = constantRetentionValue({ ...deferred, firstMargin: "immediate" });
    expect(paybackPeriod(immediate, { acquisitionCost: 100 }).paidBackIn).toBe(0);
  });

  it("refuses margins that are none", () => {
    expect(fieldOf(() => paybackPeriod([1, Number.NaN], { acquisitionCost: 1 }))).toBe("margins[1]");
    expect(fieldOf(() => paybackPeriod("1" as never, { acquisitionCost: 1 }))).toBe("margins");
    expect(fieldOf(() => paybackPeriod([1], { acquisitionCost: 1, discounted: true }))).toBe("discounted");
    expect(fieldOf(() => paybackPeriod([1], {} as never))).toBe("acquisitionCost");
  });
});

describe("cohortPayback", () => {
  const orders = [
    { customerId: "A", date: "2025-01-05", amount: 100, margin: 30 },
    { customerId: "B", date: "2025-01-20", amount: 60, margin: 10 },
    { customerId: "A", date: "2025-03-05", amount: 100, margin: 30 },
    { customerId: "C", date: "2025-02-10", amount: 100, margin: -5 },
  ];
  const log = transactionLog(orders);

  it("adds up margins since the first purchase, per customer won", () => {
    const { rows, total } = cohortPayback(log, { acquisitionCost: 30, marginRate: 0.3, asOf: "2025-03-31" });
    expect(rows).toEqual([
      {
        cohort: "2025-01",
        customers: 2,
        acquisitionCost: 30,
        margin: expect.closeTo(39, 12),
        share: expect.closeTo(1.3, 12),
        paidBackIn: 2,
        periodsObserved: 3,
      },
      {
        cohort: "2025-02",
        customers: 1,
        acquisitionCost: 30,
        margin: 30,
        share: 1,
        paidBackIn: 0,
        periodsObserved: 2,
      },
    ]);
    expect(total).toEqual({ customers: 3, cost: 90, margin: 108, share: 1.2 });
  });

  it("uses the margins of the log, and costs by cohort", () => {
    const withMargins = transactionLog(orders, { margin: "margin" });
    const { rows } = cohortPayback(withMargins, {
      acquisitionCost: (cohort) => (cohort === "2025-01" ? 20 : 0),
      asOf: "2025-03-31",
    });
    expect(rows.map(({ margin, paidBackIn, share }) => [margin, paidBackIn, share])).toEqual([
      [35, 0, 1.75],
      [-5, null, null],
    ]);
    const both = { acquisitionCost: 20, marginRate: 0.3 };
    expect(dataErrorOf(() => cohortPayback(withMargins, both)).message).toContain("margins of its own");
    expect(dataErrorOf(() => cohortPayback(log, { acquisitionCost: 20 })).message).toContain("no margins");
  });

  it("refuses costs that are none, and what is no log", () => {
    const wrong = { acquisitionCost: () => -1, marginRate: 0.3 };
    expect(fieldOf(() => cohortPayback(log, wrong))).toBe("acquisitionCost of 2025-01");
    expect(fieldOf(() => cohortPayback(orders as never, wrong))).toBe("log");
  });
});

describe("compareBudgets", () => {
  it("compares what a unit of money brings in either use", () => {
    const { acquisition, retention, better } = compareBudgets({
      ...deferred,
      acquisition: { spend: 1000, newCustomers: 10 },
      retention: { spend: 1000, customers: 100, retentionGain: 0.05 },
    });
    // 10 × 800 ÷ 3; 100 × (85 ÷ 0.25 − 80 ÷ 0.3).
    expect(acquisition.valueGained).toBeCloseTo(8000 / 3, 9);
    expect(retention.valueGained).toBeCloseTo(100 * (340 - 800 / 3), 9);
    expect([acquisition.costPerCustomer, retention.costPerCustomer]).toEqual([100, 200]);
    expect(better).toBe("retention");
  });

  it("knows uses that bring nothing", () => {
    const none = compareBudgets({
      ...deferred,
      acquisition: { spend: 1, newCustomers: 0 },
      retention: { spend: 1, customers: 0, retentionGain: 0.1 },
    });
    expect(none.better).toBe("equal");
    expect(none.acquisition.costPerCustomer).toBeNull();
  });

  it("refuses budgets that are none", () => {
    const acquisition = { spend: 1000, newCustomers: 10 };
    const retention = { spend: 1000, customers: 100, retentionGain: 0.3 };
    expect(fieldOf(() => compareBudgets({ ...deferred, acquisition, retention }))).toBe(
      "retention.retentionGain",
    );
    const free = { ...retention, spend: 0 };
    expect(fieldOf(() => compareBudgets({ ...deferred, acquisition, retention: free }))).toBe(
      "retention.spend",
    );
    expect(fieldOf(() => compareBudgets({ ...deferred, retention } as never))).toBe("acquisition");
  });
});

describe("retentionImpact", () => {
  it("tells what five points do to value and profit", () => {
    const impact = retentionImpact({ ...deferred, newCustomers: 1000, fixedCost: 400_000 });
    expect(impact.retentionRate.after).toBeCloseTo(0.85, 14);
    expect(impact.lifetimeValue.after).toBeCloseTo(340, 10);
    expect(impact.duration?.before).toBeCloseTo(5, 12);
    expect(impact.duration?.after).toBeCloseTo(20 / 3, 12);
    expect(impact.customers?.after).toBeCloseTo(1000 / 0.15, 8);
    // 5,000 × 100 − 400,000 = 100,000 becomes 266,667.
    expect(impact.baseProfit?.before).toBeCloseTo(100_000, 8);
    expect(impact.baseProfit?.relativeChange).toBeCloseTo(5 / 3, 10);
    // d/dr of 100 r ÷ (1.1 − r) = 110 ÷ 0.09.
    expect(impact.slope).toBeCloseTo(110 / 0.09, 8);
    expect(impact.elasticity).toBeCloseTo(((110 / 0.09) * 0.8) / (800 / 3), 10);
  });

  it("has no base without new customers, and none that ever settles without churn", () => {
    expect(retentionImpact(deferred)).toMatchObject({ customers: null, baseProfit: null });
    const faithful = retentionImpact({ ...deferred, retentionRate: 0.95, newCustomers: 10 });
    expect(faithful).toMatchObject({ customers: null, baseProfit: null, duration: null });
    expect(retentionImpact({ ...deferred, points: -0.8 }).lifetimeValue.after).toBe(0);
  });

  it("refuses changes beyond all and none, and values without a limit", () => {
    expect(fieldOf(() => retentionImpact({ ...deferred, points: 0.3 }))).toBe("points");
    expect(fieldOf(() => retentionImpact({ ...deferred, points: -0.81 }))).toBe("points");
    expect(fieldOf(() => retentionImpact({ ...deferred, discountRate: 0, points: 0.2 }))).toBe("periods");
    expect(fieldOf(() => retentionImpact({ ...deferred, firstMargin: undefined as never }))).toBe(
      "firstMargin",
    );
  });
});

describe("referralValue", () => {
  it("counts the value of those who would not have come, and the cost saved for all", () => {
    const referred = referralValue([{ customers: 2 }, { customers: 1, afterYears: 1 }], {
      lifetimeValue: value,
      cameAnyway: 0.25,
      acquisitionCost: 100,
      referralCost: 10,
      discountRate: 0.1,
    });
    const number = 2 + 1 / 1.1;
    expect(referred.fromNewCustomers).toBeCloseTo(number * 0.75 * (800 / 3), 10);
    expect(referred.fromSavedCost).toBeCloseTo(number * 100, 10);
    expect(referred.value).toBeCloseTo(number * (0.75 * (800 / 3) + 90), 10);
    expect(referred.customers).toBe(3);
  });

  it("is nothing without referrals, and needs to be told who would have come anyway", () => {
    const options = { lifetimeValue: 10, cameAnyway: 0.5, acquisitionCost: 1 };
    expect(referralValue([], options).value).toBe(0);
    expect(fieldOf(() => referralValue([], { lifetimeValue: 10, acquisitionCost: 1 } as never))).toBe(
      "cameAnyway",
    );
    expect(fieldOf(() => referralValue([{ customers: -1 }], options))).toBe("referrals[0].customers");
    expect(fieldOf(() => referralValue(3 as never, options))).toBe("referrals");
  });
});
