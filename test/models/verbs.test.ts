import { describe, expect, it } from "vitest";
import { confidenceIntervals } from "../../src/models/confidence-intervals.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
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
