import { describe, expect, it } from "vitest";
import { confidenceIntervals } from "../../src/models/confidence-intervals.ts";
import { discountedExpectedResidualTransactions } from "../../src/models/discounted-residual-transactions.ts";
import { expectedPurchases, NEW_CUSTOMER } from "../../src/models/expected-purchases.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { probabilityOfPurchases } from "../../src/models/probability-of-purchases.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import { dataErrorOf } from "../support/error-of.ts";

const model = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  unit: "week",
} as const;
const customer = { frequency: 2, recency: 30.43, T: 38.86 };

describe("questions to a model of purchases", () => {
  it("answers as published (Fader, Hardie & Lee 2005: 1.226; P(alive) .7266)", () => {
    expect(expectedPurchases(model, customer, { weeks: 39 })).toBeCloseTo(1.226, 3);
    expect(probabilityAlive(model, customer)).toBeCloseTo(0.7266, 4);
  });

  it("counts horizons in the model's unit", () => {
    const weeks = expectedPurchases(model, customer, { weeks: 39 });
    expect(expectedPurchases(model, customer, { days: 273 })).toBe(weeks);
    const daily = { ...model, parameters: { ...model.parameters, alpha: 4.414 * 7 }, unit: "day" } as const;
    const sameInDays = { frequency: 2, recency: 30.43 * 7, T: 38.86 * 7 };
    expect(expectedPurchases(daily, sameInDays, { weeks: 39 })).toBeCloseTo(weeks, 12);
  });

  it("counts months by the calendar from asOf, and by their mean length without", () => {
    const february = expectedPurchases({ ...model, asOf: "2025-01-31" }, customer, { months: 1 });
    expect(february).toBe(expectedPurchases(model, customer, { days: 28 }));
    const mean = expectedPurchases(model, customer, { months: 12 });
    expect(mean).toBeGreaterThan(expectedPurchases(model, customer, { days: 365 }));
    expect(mean).toBeLessThan(expectedPurchases(model, customer, { days: 366 }));
  });

  it("gives a one-time buyer P(alive) = 1", () => {
    expect(probabilityAlive(model, { frequency: 0, recency: 0, T: 500 })).toBe(1);
  });

  it("refuses what cannot be", () => {
    expect(dataErrorOf(() => probabilityAlive(model, { ...customer, recency: 50 })).issues[0]).toMatchObject({
      code: "invalid_history",
      field: "recency",
      value: 50,
    });
    expect(dataErrorOf(() => expectedPurchases(model, customer, { months: 0 })).issues[0]?.field).toBe(
      "horizon",
    );
    expect(dataErrorOf(() => expectedPurchases(model, customer, 39 as never)).issues[0]?.field).toBe(
      "horizon",
    );
    const days = { unit: "day", rows: [customer] } as const;
    expect(dataErrorOf(() => logLikelihood(model, days)).message).toContain('{ unit: "week" }');
  });
});

describe("questions with a time", () => {
  const dated = { ...model, asOf: "1997-09-30" } as const;

  it("P(alive) later is P(alive) now times the chance to stay", () => {
    const now = probabilityAlive(model, customer);
    const soon = probabilityAlive(model, customer, { after: { weeks: 10 } });
    const later = probabilityAlive(model, customer, { after: { weeks: 200 } });
    expect(soon).toBeLessThan(now);
    expect(later).toBeLessThan(soon);
  });

  it("purchases between two days add up to those of the whole time", () => {
    const whole = expectedPurchases(dated, customer, { weeks: 39 });
    const first = expectedPurchases(dated, customer, { from: "1997-10-01", until: "1997-12-31" });
    const rest = expectedPurchases(dated, customer, { from: "1998-01-01", until: "1998-06-30" });
    expect(first + rest).toBeCloseTo(whole, 12);
  });

  it("probabilities of numbers of purchases add up, from the smallest on", () => {
    const horizon = { weeks: 39 };
    const atLeast = (n: number): number => probabilityOfPurchases(model, customer, { horizon, atLeast: n });
    const exactly = (n: number): number => probabilityOfPurchases(model, customer, { horizon, exactly: n });
    expect(atLeast(0)).toBe(1);
    expect(exactly(0) + atLeast(1)).toBeCloseTo(1, 13);
    expect(probabilityOfPurchases(model, customer, { horizon })).toBe(atLeast(1));
    for (const n of [1, 2, 7, 30]) {
      expect(Math.abs(atLeast(n) - exactly(n) - atLeast(n + 1))).toBeLessThan(1e-12 * atLeast(n));
    }
    expect(atLeast(60)).toBeGreaterThan(0);
    expect(atLeast(60)).toBeLessThan(1e-10);
  });

  it("a new customer is one whose first purchase was just now", () => {
    const week = expectedPurchases(model, NEW_CUSTOMER, { weeks: 1 });
    expect(week).toBeGreaterThan(0);
    expect(expectedPurchases(model, NEW_CUSTOMER, { weeks: 39 })).toBeGreaterThan(week);
    expect(probabilityAlive({ ...model, kind: "mbg-nbd" }, NEW_CUSTOMER)).toBeCloseTo(
      2.426 / (0.793 + 2.426),
      12,
    );
  });

  it("DERT is the limit of purchases discounted week by week", () => {
    const ever = discountedExpectedResidualTransactions(model, customer, { discountRate: 0.15 });
    let sum = 0;
    let before = 0;
    for (let week = 1; week <= 6000; week++) {
      const by = expectedPurchases(model, customer, { weeks: week });
      sum += (by - before) * 1.15 ** (-((week - 0.5) * 7) / 365.2425);
      before = by;
    }
    expect(Math.abs(sum / ever - 1)).toBeLessThan(1e-5);
  });

  it("DERT without discount has no limit where a few never leave", () => {
    const call = (): number => discountedExpectedResidualTransactions(model, customer, { discountRate: 0 });
    expect(dataErrorOf(call).message).toContain("no limit");
    const leaving = { ...model, parameters: { ...model.parameters, a: 2 } };
    const all = discountedExpectedResidualTransactions(leaving, customer, { discountRate: 0 });
    expect(all).toBeGreaterThan(expectedPurchases(leaving, customer, { years: 20 }));
  });

  it.each([
    [() => expectedPurchases(model, customer, { from: "1997-10-01", until: "1997-12-31" }), "horizon"],
    [() => expectedPurchases(dated, customer, { from: "1997-09-30", until: "1997-12-31" }), "horizon.from"],
    [() => expectedPurchases(dated, customer, { from: "1997-12-31", until: "1997-10-01" }), "horizon.until"],
    [() => expectedPurchases(dated, customer, { from: "1997-13-01", until: "1997-12-31" }), "horizon.from"],
    [() => expectedPurchases(dated, customer, { from: "1997-12-01" } as never), "horizon.until"],
    [() => probabilityAlive(model, customer, { after: { weeks: -1 } }), "horizon"],
    [() => probabilityAlive(model, customer, { in: { weeks: 1 } } as never), "options.in"],
    [() => probabilityOfPurchases(model, customer, { horizon: { weeks: 1 }, exactly: 1.5 }), "exactly"],
    [
      () => probabilityOfPurchases(model, customer, { horizon: { weeks: 1 }, exactly: 1, atLeast: 1 }),
      "exactly",
    ],
    [() => probabilityOfPurchases(model, customer, {} as never), "horizon"],
    [() => discountedExpectedResidualTransactions(model, customer, { discountRate: 15 }), "discountRate"],
    [() => discountedExpectedResidualTransactions(model, customer, {} as never), "discountRate"],
  ])("refuses what is no question: %o", (call, field) => {
    expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });
});

describe("uncertainty", () => {
  const covariance = [
    [0.04, 0, 0],
    [0, 0.01, 0],
    [0, 0, 1],
  ];
  const spend = { kind: "gamma-gamma", parameters: { p: 6, q: 4, gamma: 15 }, covariance } as const;

  it("is the root of the variances", () => {
    expect(standardErrors(spend)).toEqual({ p: 0.2, q: 0.1, gamma: 1 });
  });

  it("has intervals at equal factors from the estimate", () => {
    const { p, q } = confidenceIntervals(spend);
    const factor = Math.exp((1.959963984540054 * 0.2) / 6);
    expect(p?.lower).toBeCloseTo(6 / factor, 12);
    expect(p?.upper).toBeCloseTo(6 * factor, 12);
    const wide = confidenceIntervals(spend, { level: 0.99 }).q;
    expect(wide?.lower).toBeLessThan(q?.lower ?? 0);
  });

  it.each([0, 1, -0.5, 95, Number.NaN])("refuses a level of %s", (level) => {
    expect(dataErrorOf(() => confidenceIntervals(spend, { level })).issues[0]?.field).toBe("level");
  });
});
