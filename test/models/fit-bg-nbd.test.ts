import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { seededRandom } from "../../src/math/random.ts";
import { bgNbdLikelihood } from "../../src/models/beta-geometric-likelihood.ts";
import { bgNbd } from "../../src/models/bg-nbd.ts";
import { confidenceIntervals } from "../../src/models/confidence-intervals.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import { purchaseCells } from "../../src/models/purchase-cells.ts";
import type { WeightedHistory } from "../../src/models/purchase-histories.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import small from "../reference/bg-nbd-small-base.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";
import { simulateHistories } from "../support/simulate-histories.ts";

const names = ["r", "alpha", "a", "b"] as const;
const base = { unit: "day", rows: small.rows } as const;
const histories = fc.array(
  fc
    .record({
      frequency: fc.integer({ min: 0, max: 12 }),
      T: fc.integer({ min: 30, max: 700 }),
      share: fc.double({ min: 0.05, max: 1, noNaN: true }),
    })
    .map(({ frequency, T, share }) => ({
      frequency,
      T,
      recency: frequency === 0 ? 0 : Math.ceil(share * T),
    })),
  { minLength: 20, maxLength: 120 },
);

describe("fitBgNbd", () => {
  it("finds the maximum that 30-digit arithmetic finds", () => {
    const model = fitBgNbd(base);
    expect(model.convergence.converged).toBe(true);
    for (const name of names) {
      expect(relativeError(model.parameters[name], Number(small.parameters[name])), name).toBeLessThan(1e-9);
      expect(
        relativeError(standardErrors(model)[name] ?? 0, Number(small.standardErrors[name])),
        name,
      ).toBeLessThan(1e-6);
    }
    expect(relativeError(model.logLikelihood, Number(small.logLikelihood))).toBeLessThan(1e-13);
  });

  it("has the log-likelihood that the formula for one customer adds up to", () => {
    const model = fitBgNbd(base);
    expect(relativeError(logLikelihood(model, base), model.logLikelihood)).toBeLessThan(1e-12);
  });

  it("is a frozen record without a method, equal after JSON", () => {
    const model = fitBgNbd(base);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(Object.isFrozen(model) && Object.isFrozen(model.parameters)).toBe(true);
    expect(model).toMatchObject({ kind: "bg-nbd", version: 1, customers: 150, unit: "day", asOf: null });
  });

  it("warns that one-time buyers are alive for sure", () => {
    const once = small.rows.filter(({ frequency }) => frequency === 0).length;
    expect(fitBgNbd(base).warnings).toEqual([{ code: "one-time-buyers-always-alive", customers: once }]);
  });

  it("takes a weight for so many equal customers", () => {
    const weighted: WeightedHistory[] = small.rows.map((row, i) => ({ ...row, weight: (i % 3) + 1 }));
    const repeated = small.rows.flatMap((row, i) => Array.from({ length: (i % 3) + 1 }, () => row));
    const one = fitBgNbd({ unit: "day", rows: weighted });
    const other = fitBgNbd({ unit: "day", rows: repeated });
    expect(one.customers).toBe(repeated.length);
    for (const name of names)
      expect(relativeError(one.parameters[name], other.parameters[name])).toBeLessThan(1e-10);
  });

  it("does not depend on the unit of time, but for alpha", () => {
    const model = fitBgNbd(base);
    for (const scale of [1e-4, 1 / 7, 1e4]) {
      const rows = small.rows.map((row) => ({ ...row, recency: row.recency * scale, T: row.T * scale }));
      const scaled = fitBgNbd({ unit: "week", rows }).parameters;
      expect(relativeError(scaled.alpha, model.parameters.alpha * scale)).toBeLessThan(1e-9);
      for (const name of ["r", "a", "b"] as const) {
        expect(relativeError(scaled[name], model.parameters[name])).toBeLessThan(1e-9);
      }
    }
  });

  it("does not depend on the order of the customers", () => {
    const reversed = fitBgNbd({ unit: "day", rows: [...small.rows].reverse() });
    for (const name of names) {
      expect(relativeError(reversed.parameters[name], fitBgNbd(base).parameters[name])).toBeLessThan(1e-10);
    }
  });

  it("recovers the parameters of simulated customers", () => {
    const truth = { r: 0.6, alpha: 40, a: 0.9, b: 2.2 };
    const rows = simulateHistories(seededRandom(3), truth, 20_000, 700);
    const model = fitBgNbd({ unit: "day", rows });
    const errors = standardErrors(model);
    for (const name of names) {
      expect(Math.abs(model.parameters[name] - truth[name]) / (errors[name] ?? 0), name).toBeLessThan(4);
      // a useful estimate, not just a wide one
      expect((errors[name] ?? 1) / truth[name]).toBeLessThan(0.12);
    }
  });

  it("recovers them from transactions that went through the door", () => {
    const purchases = { r: 0.8, alpha: 30, a: 0.8, b: 2 };
    const rows = simulateTransactions({
      customers: 5000,
      from: "2022-01-01",
      until: "2024-12-31",
      seed: 9,
      purchases,
    });
    const model = fitBgNbd(summarizeCustomers(transactionLog(rows), { asOf: "2024-12-31", unit: "week" }));
    const errors = standardErrors(model);
    for (const name of names) {
      expect(Math.abs(model.parameters[name] - purchases[name]) / (errors[name] ?? 0), name).toBeLessThan(4);
    }
  });

  it("finds the same maximum for a large base, which it starts from a sample", () => {
    const truth = { r: 0.5, alpha: 30, a: 0.8, b: 2 };
    const rows = simulateHistories(seededRandom(4), truth, 70_000, 365).map((row) => ({
      frequency: row.frequency,
      recency: Math.floor(row.recency),
      T: Math.floor(row.T),
    }));
    const merged = purchaseCells({ unit: "day", rows });
    const cells = Array.from({ length: merged.size }, (_, i) => ({
      frequency: merged.frequency[i] ?? 0,
      recency: merged.times[merged.recencyAt[i] ?? 0] ?? 0,
      T: merged.times[merged.ageAt[i] ?? 0] ?? 0,
      weight: merged.weight[i] ?? 0,
    }));
    const fromRows = fitBgNbd({ unit: "day", rows });
    const fromCells = fitBgNbd({ unit: "day", rows: cells });
    expect(fromRows.customers).toBe(70_000);
    expect(cells.length).toBeLessThan(60_000);
    expect(fromRows.convergence.evaluations).toBeLessThan(fromCells.convergence.evaluations);
    for (const name of names) {
      expect(relativeError(fromRows.parameters[name], fromCells.parameters[name])).toBeLessThan(1e-9);
    }
  });
});

describe("the likelihood over cells", () => {
  it("is the sum over customers, and its derivatives are its differences", () => {
    const log = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(histories, fc.tuple(log, log, log, log), (rows, shift) => {
        fc.pre(rows.some(({ frequency }) => frequency > 0));
        const point = [shift[0], Math.log(50) + shift[1], shift[2], shift[3]];
        const likelihood = bgNbdLikelihood(purchaseCells({ unit: "day", rows }));
        const [r = 0, alpha = 0, a = 0, b = 0] = point.map(Math.exp);
        const here = likelihood(point);
        const sum = rows.reduce(
          (total, row) =>
            total + bgNbd.logLikelihood({ r, alpha, a, b }, row.frequency, row.recency, row.T, 0),
          0,
        );
        expect(relativeError(here.value, sum)).toBeLessThan(1e-11);
        const h = 1e-5;
        for (let i = 0; i < 4; i++) {
          const up = likelihood(point.map((x, k) => (k === i ? x + h : x)));
          const down = likelihood(point.map((x, k) => (k === i ? x - h : x)));
          const size = 1 + Math.abs(here.value);
          expect(Math.abs((up.value - down.value) / (2 * h) - (here.gradient[i] ?? 0)) / size).toBeLessThan(
            1e-7,
          );
          for (let j = 0; j < 4; j++) {
            const slope = ((up.gradient[j] ?? 0) - (down.gradient[j] ?? 0)) / (2 * h);
            expect(Math.abs(slope - (here.hessian[i]?.[j] ?? 0)) / size).toBeLessThan(1e-7);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("bases that are hard or hopeless", () => {
  it("are refused when nobody bought again", () => {
    const rows = [{ frequency: 0, recency: 0, T: 10 }];
    const error = dataErrorOf(() => fitBgNbd({ unit: "day", rows }));
    expect(error.issues[0]).toMatchObject({ code: "not_enough_data" });
    expect(error.message).toContain("No customer bought a second time");
    dataErrorOf(() => fitBgNbd({ unit: "day", rows: [] }));
  });

  it("are refused when all purchases fall on one day", () => {
    const rows = [{ frequency: 2, recency: 0, T: 0 }];
    expect(dataErrorOf(() => fitBgNbd({ unit: "day", rows })).message).toContain("one day");
  });

  it.each([
    [{ frequency: 1.5 }, "frequency"],
    [{ frequency: -1 }, "frequency"],
    [{ frequency: Number.NaN }, "frequency"],
    [{ recency: 11 }, "recency"],
    [{ recency: -1 }, "recency"],
    [{ T: Number.POSITIVE_INFINITY }, "T"],
    [{ frequency: 0 }, "recency"],
    [{ weight: 0 }, "weight"],
  ])("are refused for an impossible history %o", (wrong, field) => {
    const rows = [
      { frequency: 2, recency: 5, T: 10 },
      { frequency: 2, recency: 5, T: 10, ...wrong },
    ];
    const error = dataErrorOf(() => fitBgNbd({ unit: "day", rows }));
    expect(error.issues).toMatchObject([{ code: "invalid_history", row: 1, field }]);
  });

  it("are called not identified when the likelihood has a ridge, and keep silent about errors", () => {
    // everybody is heard of to the end: nothing tells a small chance of leaving from none
    const rows = Array.from({ length: 40 }, (_, i) => ({ frequency: 1 + (i % 5), recency: 100, T: 100 }));
    const model = fitBgNbd({ unit: "day", rows });
    expect(model.warnings.map(({ code }) => code)).toContain("not-identified");
    expect(model.covariance).toBeNull();
    expect(standardErrors(model)).toEqual({ r: null, alpha: null, a: null, b: null });
    expect(confidenceIntervals(model).a).toBeNull();
    expect(Object.values(model.parameters).every((value) => Number.isFinite(value) && value > 0)).toBe(true);
  });

  it("may contain one customer with 100,000 purchases", () => {
    const rows = [...small.rows, { frequency: 100_000, recency: 364, T: 365 }];
    const model = fitBgNbd({ unit: "day", rows });
    expect(model.convergence.converged).toBe(true);
    expect(Object.values(model.parameters).every(Number.isFinite)).toBe(true);
  });

  it("never end in silence: converged, or a warning", () => {
    fc.assert(
      fc.property(histories, (rows) => {
        fc.pre(rows.some(({ frequency }) => frequency > 0));
        const model = fitBgNbd({ unit: "day", rows });
        const codes = model.warnings.map(({ code }) => code);
        expect(model.convergence.converged || codes.includes("not-converged")).toBe(true);
        expect(model.covariance !== null || codes.includes("not-identified")).toBe(true);
        expect(Number.isFinite(model.logLikelihood)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});
