import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { expectedPurchases, NEW_CUSTOMER } from "../../src/models/expected-purchases.ts";
import type { Predictor, PurchaseModel } from "../../src/models/models.ts";
import type { PurchaseHistories } from "../../src/models/purchase-histories.ts";
import { trackingCurve } from "../../src/models/tracking-curve.ts";
import { civilDayOfIso } from "../../src/time/civil-day.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const bgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const models: readonly Predictor<PurchaseModel>[] = [
  { kind: "bg-nbd", parameters: bgNbd, unit: "week" },
  { kind: "mbg-nbd", parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, unit: "week" },
  { kind: "pareto-nbd", parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, unit: "week" },
  { kind: "bg-cnbd-k", parameters: { k: 2, ...bgNbd }, unit: "week" },
  { kind: "mbg-cnbd-k", parameters: { k: 3, ...bgNbd }, unit: "week" },
];
const model = models[0] as Predictor<PurchaseModel>;
const asOf = "2025-03-05";
const customers: PurchaseHistories = {
  unit: "week",
  asOf,
  rows: [
    { frequency: 3, recency: 2, T: 5 },
    { frequency: 0, recency: 0, T: 16 / 7, weight: 2.5 },
    { frequency: 0, recency: 0, T: 1.2345, weight: 3 },
    { frequency: 1, recency: 1 / 7, T: 16 / 7 },
    { frequency: 0, recency: 0, T: 0 },
  ],
};

/** Customer by customer, from the expectation of a single new customer. */
function expectedBy(day: string, of: Predictor<PurchaseModel>, base: PurchaseHistories = customers): number {
  const later = civilDayOfIso(day) - civilDayOfIso(base.asOf ?? "");
  return base.rows.reduce((sum, { T, weight = 1 }) => {
    const age = T + later / 7;
    if (age <= 0) return sum;
    // Horizons come in whole days, so the unit is bent instead: the age is made 10,000 of them.
    const stretched = { ...of, unit: "day" } as Predictor<PurchaseModel>;
    const scaled = { ...stretched, parameters: scaledBy(of, 10_000 / age) } as Predictor<PurchaseModel>;
    return sum + weight * expectedPurchases(scaled, NEW_CUSTOMER, { days: 10_000 });
  }, 0);
}

/** The same model in another unit of time. */
function scaledBy({ parameters }: Predictor<PurchaseModel>, factor: number): object {
  const times = new Set(["alpha", "beta"]);
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, times.has(name) ? value * factor : value]),
  );
}

describe("the tracking curve", () => {
  it.each(models)("of $kind is the sum over customers of what a new one is expected to buy", (of) => {
    const curve = trackingCurve(of, customers, { until: { weeks: 20 }, period: "month" });
    expect(curve.map(({ end }) => end)).toEqual([
      "2025-01-31",
      "2025-02-28",
      "2025-03-31",
      "2025-04-30",
      "2025-05-31",
      "2025-06-30",
      "2025-07-23",
    ]);
    for (const { end, cumulative } of curve) {
      expect(Math.abs(cumulative - expectedBy(end, of))).toBeLessThan(1e-12 * Math.max(1, cumulative));
    }
  });

  it("begins with the first purchase of the first customer, and ends as of the day of the base", () => {
    const curve = trackingCurve(model, customers, { period: "day" });
    expect(curve).toHaveLength(36);
    expect(curve[0]).toEqual({ end: "2025-01-29", expected: 0, cumulative: 0 });
    expect(curve[1]?.expected).toBeCloseTo(expectedPurchases(model, NEW_CUSTOMER, { weeks: 1 }) / 7, 2);
    expect(curve.at(-1)?.end).toBe(asOf);
  });

  it("adds up: increments to the cumulated, days to weeks, months and years", () => {
    const until = "2026-02-03";
    const totals = (["day", "week", "month", "year"] as const).map((period) => {
      const curve = trackingCurve(model, customers, { until, period });
      const sum = curve.reduce((total, { expected }) => total + expected, 0);
      const last = curve.at(-1);
      expect(last?.end).toBe(until);
      expect(relativeError(sum, last?.cumulative ?? Number.NaN)).toBeLessThan(1e-13);
      return last?.cumulative;
    });
    expect(new Set(totals).size).toBe(1);
    const weeks = trackingCurve(model, customers, { until });
    expect(weeks.slice(0, 2).map(({ end }) => end)).toEqual(["2025-02-02", "2025-02-09"]);
    expect(weeks.every(({ expected }) => expected > 0)).toBe(true);
  });

  it("takes summaries of a log in any unit", () => {
    const log = transactionLog([
      { customerId: "A", date: "2025-01-15", amount: 1 },
      { customerId: "B", date: "2025-02-27", amount: 1 },
      { customerId: "B", date: "2025-03-02", amount: 1 },
    ]);
    const curves = (["day", "week", "month", "year"] as const).map((unit) => {
      const days = { day: 1, week: 7, month: 365.2425 / 12, year: 365.2425 }[unit];
      const own = { ...model, unit, parameters: { ...bgNbd, alpha: (bgNbd.alpha * 7) / days } };
      return trackingCurve(own as Predictor<PurchaseModel>, summarizeCustomers(log, { unit }), {
        until: "2025-12-31",
        period: "month",
      });
    });
    for (const curve of curves) {
      expect(curve).toHaveLength(12);
      expect(curve[0]?.end).toBe("2025-01-31");
      curve.forEach(({ cumulative }, i) => {
        expect(relativeError(cumulative, curves[0]?.[i]?.cumulative ?? Number.NaN)).toBeLessThan(1e-12);
      });
    }
  });

  it("moves each customer by his covariates", () => {
    const coefficients = [{ parameter: "alpha", covariate: "newsletter", value: 0.5 }];
    const rows = [0, 1, 0].map((newsletter, i) => ({
      frequency: 0,
      recency: 0,
      T: i + 1,
      covariates: { newsletter },
    }));
    const moved = { ...model, parameters: { ...bgNbd, alpha: bgNbd.alpha * Math.exp(-0.5) } };
    const one = (row: object, of: object): number => {
      const base = { unit: "week", asOf, rows: [row] } as PurchaseHistories;
      return trackingCurve(of as Predictor<PurchaseModel>, base, { until: asOf }).at(-1)?.cumulative ?? 0;
    };
    const [first, second, third] = rows as [object, object, object];
    const curve = trackingCurve({ ...model, coefficients } as Predictor<PurchaseModel>, {
      unit: "week",
      asOf,
      rows,
    });
    expect(curve.at(-1)?.cumulative).toBeCloseTo(
      one(first, model) + one(second, moved) + one(third, model),
      12,
    );
  });

  it.each([
    ["no day", { ...customers, asOf: null }, {}, "customers.asOf"],
    ["a day that is none", { ...customers, asOf: "2025-02-30" }, {}, "customers.asOf"],
    ["another unit", { ...customers, unit: "day" }, {}, "customers.unit"],
    ["no customers", { ...customers, rows: [] }, {}, "customers"],
    ["an impossible history", { ...customers, rows: [{ frequency: 1, recency: 3, T: 2 }] }, {}, "recency"],
    ["an end before the beginning", customers, { until: "2025-01-28" }, "until"],
    ["an empty duration", customers, { until: { weeks: 0 } }, "until"],
    ["a date as object", customers, { until: new Date(0) }, "until"],
    ["an end beyond the calendar", customers, { until: { years: 9000 } }, "until"],
    ["a misspelt option", customers, { util: "2025-12-31" }, "options.util"],
    ["an unknown period", customers, { period: "quarter" }, "period"],
  ])("refuses %s", (_what, base, options, field) => {
    const error = dataErrorOf(() => trackingCurve(model, base as never, options as never));
    expect(error.issues[0]?.field).toBe(field);
  });

  it("refuses a model that counts opportunities, and what is none", () => {
    const bgBb = {
      kind: "bg-bb",
      parameters: { alpha: 1, beta: 1, gamma: 1, delta: 1 },
      unit: "week",
    } as const;
    expect(dataErrorOf(() => trackingCurve(bgBb, customers)).message).toContain("opportunities");
    expect(dataErrorOf(() => trackingCurve({} as never, customers)).issues[0]?.code).toBe("invalid_model");
    const needy = { ...model, coefficients: [{ parameter: "alpha", covariate: "z", value: 1 }] };
    expect(dataErrorOf(() => trackingCurve(needy as never, customers)).issues[0]?.field).toBe("covariates");
  });
});
