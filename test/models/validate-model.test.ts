import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { fitBgBb } from "../../src/models/fit-bg-bb.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgCnbdK } from "../../src/models/fit-cnbd-k.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import type { ParetoNbdModel } from "../../src/models/fit-pareto-nbd.ts";
import { trackingCurve } from "../../src/models/tracking-curve.ts";
import { validateModel } from "../../src/models/validate-model.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryRows } from "../support/arbitrary-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

/** With equal scales of both rates every formula of Pareto/NBD is elementary. */
const pareto: ParetoNbdModel = {
  kind: "pareto-nbd",
  version: 1,
  parameters: { r: 1, alpha: 10, s: 2, beta: 10 },
  covariance: null,
  logLikelihood: 0,
  customers: 3,
  unit: "day",
  asOf: null,
  convergence: { converged: true, evaluations: 0, newtonDecrement: 0 },
  warnings: [],
};
const fit = (): ParetoNbdModel => pareto;

/** By hand, for r = 1, s = 2, α = β = 10: P(alive), P(at least one purchase) and E(purchases) in t days. */
function byHand(x: number, tx: number, T: number, t: number) {
  const alive = 1 / (1 + (2 / (3 + x)) * (((10 + T) / (10 + tx)) ** (3 + x) - 1));
  const silent = ((10 + T) / (10 + T + t)) ** (3 + x);
  return {
    alive,
    buys: ((alive * (1 + x)) / (3 + x)) * (1 - silent),
    expected: (alive * (1 + x) * t) / (10 + T + t),
  };
}
/** E(repeat purchases) of a new customer in t days. */
const fromNew = (t: number): number => (t <= 0 ? 0 : t / (10 + t));

const orders: Readonly<Record<string, readonly string[]>> = {
  A: ["01-01", "01-06", "01-06", "01-12", "01-13"],
  B: ["01-03"],
  C: ["01-10", "01-15", "01-15"],
  D: ["01-14", "01-16"],
  E: ["01-20"],
};
const log = transactionLog([
  ...Object.entries(orders).flatMap(([customerId, days]) =>
    days.map((day) => ({ customerId, date: `2025-${day}`, amount: 10 })),
  ),
  { customerId: "A", date: "2025-01-08", amount: -10 },
  { customerId: "E", date: "2025-01-02", amount: -10 },
]);

describe("a model held against a small log, every figure by hand", () => {
  const result = validateModel(log, { split: "2025-01-10", fit });
  const A = byHand(1, 5, 9, 10);
  const B = byHand(0, 0, 7, 10);
  const C = byHand(0, 0, 0, 10);

  it("has the totals", () => {
    expect(result.model).toBe(pareto);
    const { expected, ...calibration } = result.calibration;
    expect(calibration).toEqual({ from: "2025-01-01", until: "2025-01-10", customers: 3, actual: 1 });
    expect(expected).toBeCloseTo(fromNew(9) + fromNew(7), 14);
    const { expected: foretold, expectedBuyers, ...holdout } = result.holdout;
    expect(holdout).toEqual({
      from: "2025-01-11",
      until: "2025-01-20",
      days: 10,
      actual: 3,
      buyers: 2,
      newcomers: { customers: 2, purchases: 3 },
    });
    expect(foretold).toBeCloseTo(A.expected + B.expected + C.expected, 13);
    expect(expectedBuyers).toBeCloseTo(A.buys + B.buys + C.buys, 13);
  });

  it("has the errors, those of the naive forecast, and the Brier score", () => {
    const { errors, naiveErrors } = result;
    const off = [2 - A.expected, 0 - B.expected, 1 - C.expected];
    expect(errors.mae).toBeCloseTo(off.reduce((sum, error) => sum + Math.abs(error), 0) / 3, 13);
    expect(errors.rmse).toBeCloseTo(Math.sqrt(off.reduce((sum, error) => sum + error ** 2, 0) / 3), 13);
    expect(errors.bias).toBeCloseTo((A.expected + B.expected + C.expected) / 3 - 1, 13);
    // A bought once in 9 days, B and C never again.
    expect(naiveErrors.expected).toBeCloseTo(10 / 9, 14);
    expect(naiveErrors.mae).toBeCloseTo((8 / 9 + 0 + 1) / 3, 14);
    expect(naiveErrors.rmse).toBeCloseTo(Math.sqrt(((8 / 9) ** 2 + 0 + 1) / 3), 14);
    expect(naiveErrors.bias).toBeCloseTo(10 / 27 - 1, 14);
    expect(result.brier).toBeCloseTo(((1 - A.buys) ** 2 + B.buys ** 2 + (1 - C.buys) ** 2) / 3, 13);
    expect(result.brierOfShare).toBeCloseTo(2 / 9, 14);
  });

  it("tracks week by week, cut at the split", () => {
    expect(
      result.tracking.map(({ end, actual, actualCumulative, holdout }) => [
        end,
        actual,
        actualCumulative,
        holdout,
      ]),
    ).toEqual([
      ["2025-01-05", 0, 0, false],
      ["2025-01-10", 1, 1, false],
      ["2025-01-12", 1, 2, true],
      ["2025-01-19", 2, 4, true],
      ["2025-01-20", 0, 4, true],
    ]);
    const curve = [5, 10, 12, 19, 20].map((day) => fromNew(day - 1) + fromNew(day - 3) + fromNew(day - 10));
    result.tracking.forEach(({ expected, expectedCumulative }, i) => {
      expect(expectedCumulative).toBeCloseTo(curve[i] ?? Number.NaN, 13);
      expect(expected).toBeCloseTo((curve[i] ?? Number.NaN) - (curve[i - 1] ?? 0), 13);
    });
  });

  it("has the tables", () => {
    const [none, once, twice] = result.byFrequency;
    expect(result.byFrequency.map(({ frequency }) => frequency)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(result.byFrequency.map(({ orMore }) => orMore).indexOf(true)).toBe(7);
    expect(none).toMatchObject({ customers: 2, actualMean: 0.5, shareBuying: 0.5 });
    expect(none?.expectedMean).toBeCloseTo((B.expected + C.expected) / 2, 13);
    expect(none?.meanProbabilityOfBuying).toBeCloseTo((B.buys + C.buys) / 2, 13);
    expect(once).toMatchObject({ customers: 1, actualMean: 2, shareBuying: 1 });
    expect(twice).toEqual({
      frequency: 2,
      orMore: false,
      customers: 0,
      actualMean: null,
      expectedMean: null,
      shareBuying: null,
      meanProbabilityOfBuying: null,
    });
    // A lies at 0.56 and B at 0.28; C is new and so alive for sure.
    expect([A.alive, B.alive, C.alive].map((p) => Math.floor(10 * p))).toEqual([5, 2, 10]);
    const filled = result.byProbabilityAlive.filter(({ customers }) => customers > 0);
    expect(filled.map(({ from, to }) => [from, to])).toEqual([
      [0.2, 0.3],
      [0.5, 0.6],
      [0.9, 1],
    ]);
    expect(filled.map(({ shareBuying }) => shareBuying)).toEqual([0, 1, 1]);
    expect(filled[0]?.meanProbabilityAlive).toBeCloseTo(B.alive, 13);
    expect(filled[1]?.meanProbabilityOfBuying).toBeCloseTo(A.buys, 13);
    expect(result.byProbabilityOfBuying).toHaveLength(10);
    expect(result.byProbabilityOfBuying.map(({ customers }) => customers)).toEqual(
      Array.from(
        { length: 10 },
        (_, bin) => [A, B, C].filter(({ buys }) => Math.floor(10 * buys) === bin).length,
      ),
    );
  });

  it("counts every purchase if asked to", () => {
    const all = validateModel(log, { split: "2025-01-10", fit, count: "purchases" });
    expect(all.calibration.actual).toBe(2);
    expect(all.holdout).toMatchObject({ actual: 4, buyers: 2, newcomers: { customers: 2, purchases: 3 } });
    expect(all.tracking.map(({ actual }) => actual)).toEqual([0, 2, 1, 3, 0]);
    expect(all.holdout.expected).toBeCloseTo(byHand(2, 5, 9, 10).expected + B.expected + C.expected, 13);
  });

  it("ends where it is told to", () => {
    const early = validateModel(log, { split: "2025-01-10", until: "2025-01-12", fit, period: "month" });
    expect(early.holdout).toMatchObject({ days: 2, actual: 1, newcomers: { customers: 0, purchases: 0 } });
    expect(early.tracking.map(({ end }) => end)).toEqual(["2025-01-10", "2025-01-12"]);
    const idle = validateModel(log, { split: "2025-01-20", until: "2025-01-31", fit });
    expect(idle.holdout).toMatchObject({ days: 11, actual: 0 });
    expect(idle.errors.bias).toBeNull();
  });

  it.each([
    ["no options", undefined, "options"],
    ["no split", {}, "split"],
    ["a split that is no day", { split: "2025-02-30" }, "split"],
    ["a split on the last day", { split: "2025-01-20" }, "split"],
    ["a holdout that ends before it begins", { split: "2025-01-10", until: "2025-01-10" }, "until"],
    ["a base of nobody", { split: "2024-12-31" }, "customers"],
    ["a fit that is none", { split: "2025-01-10", fit: "bg-nbd" }, "fit"],
    ["covariates that are none", { split: "2025-01-10", covariates: ["newsletter"] }, "covariates"],
    ["an unknown unit", { split: "2025-01-10", fit, unit: "hour" }, "unit"],
    ["a model in another unit", { split: "2025-01-10", fit, unit: "week" }, "unit"],
    ["an unknown count", { split: "2025-01-10", fit, count: "orders" }, "count"],
    ["an unknown period", { split: "2025-01-10", fit, period: "quarter" }, "period"],
    ["a misspelt option", { split: "2025-01-10", holdout: 3 }, "options.holdout"],
  ])("refuses %s", (_what, options, field) => {
    expect(dataErrorOf(() => validateModel(log, options as never)).issues[0]?.field).toBe(field);
  });

  it("refuses rows, and a model that counts opportunities", () => {
    expect(dataErrorOf(() => validateModel([] as never, { split: "2025-01-10" })).issues[0]?.field).toBe(
      "log",
    );
    const error = dataErrorOf(() =>
      validateModel(log, { split: "2025-01-10", fit: (base) => fitBgBb(base) }),
    );
    expect(error.issues[0]).toMatchObject({ field: "fit", value: "bg-bb" });
  });
});

describe("any log", () => {
  it("reconciles: every purchase day stands in one place, every customer in one row of each table", () => {
    fc.assert(
      fc.property(arbitraryRows, fc.constantFrom("2024-03-01", "2024-09-15"), (rows, split) => {
        const any = transactionLog(rows);
        const purchases = rows.filter(({ amount }) => amount >= 0);
        fc.pre(purchases.some(({ date }) => date <= split));
        const days = new Set(purchases.map(({ customerId, date }) => `${customerId} ${date}`)).size;
        const result = validateModel(any, { split, until: "2025-12-31", fit });
        const { calibration, holdout, tracking, errors } = result;
        expect(
          calibration.customers + calibration.actual + holdout.actual + holdout.newcomers.purchases,
        ).toBe(days);
        const people = new Set(purchases.map(({ customerId }) => customerId)).size;
        expect(calibration.customers + holdout.newcomers.customers).toBe(people);
        const before = tracking.filter((row) => !row.holdout);
        expect(before.at(-1)).toMatchObject({ end: split, actualCumulative: calibration.actual });
        expect(before.at(-1)?.expectedCumulative).toBe(calibration.expected);
        expect(tracking.at(-1)?.actualCumulative).toBe(calibration.actual + holdout.actual);
        expect(tracking.reduce((sum, { actual }) => sum + actual, 0)).toBe(
          calibration.actual + holdout.actual,
        );
        const summed = tracking.reduce((sum, { expected }) => sum + expected, 0);
        expect(summed).toBeCloseTo(tracking.at(-1)?.expectedCumulative ?? Number.NaN, 10);
        for (const table of [result.byFrequency, result.byProbabilityAlive, result.byProbabilityOfBuying]) {
          expect(table.reduce((sum, { customers }) => sum + customers, 0)).toBe(calibration.customers);
          const bought = table.reduce(
            (sum, { customers, shareBuying }) => sum + customers * (shareBuying ?? 0),
            0,
          );
          expect(bought).toBeCloseTo(holdout.buyers, 10);
        }
        const foretold = result.byFrequency.reduce(
          (sum, row) => sum + row.customers * (row.expectedMean ?? 0),
          0,
        );
        expect(foretold).toBeCloseTo(errors.expected, 10);
      }),
      { numRuns: 100 },
    );
  });
});

describe("customers who do as the model says", () => {
  const purchases = { r: 0.6, alpha: 5, a: 0.9, b: 2.5 };
  const rows = simulateTransactions({
    customers: 6000,
    from: "2023-01-01",
    until: "2024-12-31",
    seed: 8,
    purchases,
  });
  const simulated = transactionLog(rows);
  const result = validateModel(simulated, { split: "2023-12-31", unit: "week", count: "purchases" });

  it("buy as foretold, row by row", () => {
    for (const { customers, meanProbabilityOfBuying, shareBuying } of result.byProbabilityOfBuying) {
      if (customers < 20) continue;
      const p = meanProbabilityOfBuying ?? Number.NaN;
      expect(Math.abs((shareBuying ?? 0) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / customers));
    }
    expect(Math.abs(result.errors.bias ?? 1)).toBeLessThan(0.08);
    expect(result.errors.mae).toBeLessThan(result.naiveErrors.mae);
    expect(result.errors.rmse).toBeLessThan(result.naiveErrors.rmse);
    expect(result.brier).toBeLessThan(result.brierOfShare);
  });

  it("are tracked by the curve of the fitted model", () => {
    const base = summarizeCustomers(simulated, { asOf: "2023-12-31", unit: "week", count: "purchases" });
    const curve = trackingCurve(result.model, base, { until: "2024-12-31" });
    for (const { end, cumulative } of curve) {
      expect(result.tracking.find((row) => row.end === end)?.expectedCumulative).toBe(cumulative);
    }
  });

  it("may be given to any fit, with intervals and covariates", () => {
    const split = "2023-12-31";
    const regular = validateModel(simulated, {
      split,
      unit: "week",
      fit: (base) => fitMbgCnbdK(base, { k: 2 }),
    });
    expect(regular.model.parameters).toMatchObject({ k: 2 });
    const covariates = ({ customerId }: { customerId: string | number }) => ({
      even: Number(String(customerId).slice(1)) % 2,
    });
    const moved = validateModel(simulated, {
      split,
      unit: "week",
      covariates,
      fit: (base) => fitMbgNbd(base, { covariates: { alpha: ["even"] } }),
    });
    expect(moved.model.coefficients?.map(({ covariate }) => covariate)).toEqual(["even"]);
    expect(moved.holdout.expected).toBeGreaterThan(0);
    const unknown = dataErrorOf(() =>
      validateModel(simulated, { split, unit: "week", fit: () => moved.model }),
    );
    expect(unknown.issues[0]?.field).toBe("covariates");
    expect(validateModel(simulated, { split, unit: "week" }).model).toEqual(
      fitBgNbd(summarizeCustomers(simulated, { asOf: split, unit: "week" })),
    );
  });
});
