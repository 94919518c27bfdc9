import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { seededRandom } from "../../src/math/random.ts";
import { bgNbd } from "../../src/models/bg-nbd.ts";
import { bootstrapModel } from "../../src/models/bootstrap-model.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { predictionIntervals } from "../../src/models/prediction-intervals.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { probabilityOfPurchases } from "../../src/models/probability-of-purchases.ts";
import { simulateHistories } from "../../src/models/simulate-histories.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/prediction-intervals.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

const { parameters, covariance } = reference;
const model = { kind: "bg-nbd", parameters, covariance, unit: "week" } as const;
const base = { unit: "week", rows: reference.rows } as const;
const horizon = { weeks: 26 };
const nothing = covariance.map((row) => row.map(() => 0));

function expectClose(actual: object, expected: object, tolerance: number): void {
  for (const [name, value] of Object.entries(expected)) {
    const got = (actual as Readonly<Record<string, number>>)[name] ?? Number.NaN;
    expect(relativeError(got, value), `${name}: ${got} ${value}`).toBeLessThan(tolerance);
  }
}

describe("predictionIntervals of expectations", () => {
  it("are those of 40-digit arithmetic", () => {
    const { rows, total } = predictionIntervals(model, base, { horizon, level: 0.9 });
    reference.rows.forEach(({ alive, expected }, i) => {
      expectClose(rows[i]?.probabilityAlive ?? {}, alive, 1e-8);
      expectClose(rows[i]?.expectedPurchases ?? {}, expected, 1e-8);
    });
    expectClose(total, reference.total, 1e-8);
  });

  it("move with covariates as with the parameter that they move", () => {
    const coefficients = [{ parameter: "alpha", covariate: "z", value: 0.4 }];
    const variance = 0.09;
    const withEffect = {
      ...model,
      coefficients,
      covariance: [...nothing.map((row) => [...row, 0]), [0, 0, 0, 0, variance]],
    };
    const customer = { frequency: 3, recency: 30, T: 40, covariates: { z: 2 } };
    const moved = predictionIntervals(withEffect, { unit: "week", rows: [customer] }, { horizon });

    const alpha = parameters.alpha * Math.exp(-0.4 * 2);
    const spread = nothing.map((row, i) =>
      row.map((_, j) => (i === 1 && j === 1 ? variance * (2 * alpha) ** 2 : 0)),
    );
    const other = { ...model, parameters: { ...parameters, alpha }, covariance: spread };
    const expected = predictionIntervals(other, { unit: "week", rows: [customer] }, { horizon });
    expectClose(moved.total, expected.total, 1e-7);
    expectClose(moved.rows[0]?.probabilityAlive ?? {}, expected.rows[0]?.probabilityAlive ?? {}, 1e-7);
  });

  it("are as wide as predictions of bootstrap fits vary", () => {
    const truth = { kind: "bg-nbd", parameters, unit: "week" } as const;
    const customers = simulateHistories(truth, { ages: Array.from({ length: 1500 }, () => 60), seed: 5 });
    const fitted = fitBgNbd(customers);
    const { total } = predictionIntervals(fitted, customers, { horizon });
    const { replicates } = bootstrapModel(fitted, customers, { seed: 6, replicates: 120 });
    const totals = replicates.map((row) => {
      const again = { ...truth, parameters: row as unknown as typeof parameters };
      return customers.rows.reduce((sum, customer) => sum + expectedPurchases(again, customer, horizon), 0);
    });
    const mean = totals.reduce((sum, value) => sum + value, 0) / totals.length;
    const variance = totals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (totals.length - 1);
    // A standard deviation from 120 draws is known to 6.5 %.
    expect(total.standardError / Math.sqrt(variance)).toBeGreaterThan(0.8);
    expect(total.standardError / Math.sqrt(variance)).toBeLessThan(1.25);
  });

  it("have the estimates of the verbs, carry ids, and weigh customers", () => {
    const rows = base.rows.map((row, i) => ({ ...row, customerId: `c${i}` }));
    const { rows: intervals, total } = predictionIntervals(model, { unit: "week", rows }, { horizon });
    expect(intervals.map(({ customerId }) => customerId)).toEqual(["c0", "c1", "c2", "c3"]);
    expect("customerId" in (predictionIntervals(model, base, { horizon }).rows[0] ?? {})).toBe(false);
    rows.forEach((row, i) => {
      expect(intervals[i]?.probabilityAlive.estimate).toBeCloseTo(probabilityAlive(model, row), 14);
      expect(intervals[i]?.expectedPurchases.estimate).toBeCloseTo(
        expectedPurchases(model, row, horizon),
        13,
      );
    });
    const repeated = rows.flatMap(({ weight, ...row }) => Array.from({ length: weight }, () => row));
    expectClose(
      predictionIntervals(model, { unit: "week", rows: repeated }, { horizon }).total,
      total,
      1e-12,
    );
  });

  it("are wider at a higher level and lie around the estimate", () => {
    const level = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const T = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        fc.nat(50),
        T,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        level,
        (frequency, T, share, level) => {
          const rows = [{ frequency, recency: frequency === 0 ? 0 : share * T, T }];
          const at = (level: number) =>
            predictionIntervals(model, { unit: "week", rows }, { horizon, level });
          const narrow = at(level);
          const wide = at((1 + level) / 2);
          for (const name of ["probabilityAlive", "expectedPurchases"] as const) {
            const [inner, outer] = [narrow.rows[0]?.[name], wide.rows[0]?.[name]];
            expect(inner?.lower).toBeLessThanOrEqual(inner?.estimate ?? -1);
            expect(inner?.upper).toBeGreaterThanOrEqual(inner?.estimate ?? 2);
            expect(outer?.lower).toBeLessThanOrEqual(inner?.lower ?? -1);
            expect(outer?.upper).toBeGreaterThanOrEqual(inner?.upper ?? 2);
          }
          expect(narrow.total.lower).toBeCloseTo(narrow.rows[0]?.expectedPurchases.lower ?? -1, 10);
        },
      ),
    );
  });

  it("count months from the day of the customers, and know spans of days", () => {
    const dated = { ...base, asOf: "2025-02-01" };
    const within = { ...model, asOf: "2025-07-01" };
    const until = (days: number) => predictionIntervals(model, base, { horizon: { days } }).total.estimate;
    const estimate = (
      customers: typeof base,
      horizon: { months: number } | { from: string; until: string },
    ) => predictionIntervals(within, customers, { horizon }).total.estimate;
    expect(estimate(dated, { months: 1 })).toBeCloseTo(until(28), 12);
    expect(estimate(base, { months: 1 })).toBeCloseTo(until(31), 12);
    expect(estimate(dated, { from: "2025-02-11", until: "2025-02-20" })).toBeCloseTo(
      until(19) - until(9),
      12,
    );
  });

  it("are nothing where nobody is", () => {
    const total = { estimate: 0, standardError: 0, lower: 0, upper: 0 };
    expect(predictionIntervals(model, { unit: "week", rows: [] }, { horizon })).toEqual({ rows: [], total });
  });
});

describe("predictionIntervals of purchases", () => {
  it("have the quantiles of the model's distribution where the parameters are known", () => {
    const known = { ...model, covariance: nothing };
    const draws = 20_000;
    const { rows } = predictionIntervals(known, base, {
      horizon,
      of: "purchases",
      level: 0.8,
      seed: 1,
      draws,
    });
    base.rows.forEach((customer, i) => {
      const upTo = (n: number) =>
        Array.from({ length: n + 1 }, (_, k) =>
          probabilityOfPurchases(known, customer, { horizon, exactly: k }),
        ).reduce((sum, p) => sum + (p as number), 0);
      const { lower, upper } = rows[i]?.expectedPurchases ?? { lower: -1, upper: -1 };
      // Shares of 20,000 draws are known to 0.003.
      expect(upTo(upper)).toBeGreaterThan(0.9 - 0.01);
      if (upper > 0) expect(upTo(upper - 1)).toBeLessThan(0.9 + 0.01);
      expect(upTo(lower)).toBeGreaterThan(0.1 - 0.01);
      if (lower > 0) expect(upTo(lower - 1)).toBeLessThan(0.1 + 0.01);
      const alive = rows[i]?.probabilityAlive;
      expect(alive?.lower).toBeCloseTo(alive?.estimate ?? -1, 12);
      expect(alive?.upper).toBeCloseTo(alive?.estimate ?? -1, 12);
    });
  });

  it("spread P(alive) as the delta method does where the errors are small", () => {
    const small = { ...model, covariance: covariance.map((row) => row.map((entry) => entry / 100)) };
    const expected = predictionIntervals(small, base, { horizon }).rows;
    const drawn = predictionIntervals(small, base, { horizon, of: "purchases", seed: 2, draws: 20_000 }).rows;
    drawn.forEach(({ probabilityAlive: { lower, upper } }, i) => {
      const other = expected[i]?.probabilityAlive;
      expect(lower).toBeCloseTo(other?.lower ?? -1, 2);
      expect((upper - lower) / ((other?.upper ?? 1) - (other?.lower ?? 1) || 1)).toBeCloseTo(
        base.rows[i]?.frequency === 0 ? 0 : 1,
        1,
      );
    });
  });

  it("add up customers who are drawn one by one", () => {
    const one = { frequency: 2, recency: 30.5, T: 40 };
    const known = { ...model, covariance: nothing };
    const options = { horizon, of: "purchases", seed: 3, draws: 4000 } as const;
    const single = predictionIntervals(known, { unit: "week", rows: [one] }, options);
    const many = predictionIntervals(known, { unit: "week", rows: [{ ...one, weight: 25 }] }, options);
    expect(many.total.estimate).toBeCloseTo(25 * single.total.estimate, 10);
    expect(many.total.standardError / single.total.standardError).toBeGreaterThan(4.5);
    expect(many.total.standardError / single.total.standardError).toBeLessThan(5.5);
    expect(many.rows).toHaveLength(1);
    expect(many.rows[0]?.expectedPurchases.upper).toBeLessThan(many.total.lower);
    expect(predictionIntervals(known, { unit: "week", rows: [one] }, options)).toEqual(single);
    expect(Number.isInteger(many.total.lower) && Number.isInteger(many.total.upper)).toBe(true);
  });

  it("cover what really happens as often as they say", () => {
    const random = seededRandom(77);
    const truth = { kind: "bg-nbd", parameters, unit: "week" } as const;
    const options = { horizon, level: 0.8, of: "purchases", draws: 150 } as const;
    let covered = 0;
    for (let run = 0; run < 60; run++) {
      const seed = Math.floor(random.uniform() * 2 ** 31);
      const customers = simulateHistories(truth, { ages: Array.from({ length: 200 }, () => 104), seed });
      let real = 0;
      for (const { frequency: x, recency: tx, T } of customers.rows) {
        const alive = 1 / (1 + Math.exp(bgNbd.logOddsDead(parameters, x, tx, T)));
        if (random.uniform() <= alive)
          real += bgNbd.simulatePurchasesIfAlive(parameters, random, x, tx, T, 26);
      }
      const { total } = predictionIntervals(fitBgNbd(customers), customers, { ...options, seed });
      if (total.lower <= real && real <= total.upper) covered += 1;
    }
    // 48 of 60, within three standard deviations.
    expect(covered).toBeGreaterThanOrEqual(39);
    expect(covered).toBeLessThanOrEqual(57);
  });
});

describe("predictionIntervals", () => {
  it.each([
    ["no horizon", {}, "horizon"],
    ["a level that is none", { horizon, level: 95 }, "level"],
    ["another kind of interval", { horizon, of: "orders" }, '"expectation", "purchases"'],
    ["no seed", { horizon, of: "purchases" }, "seed"],
    ["half a seed", { horizon, of: "purchases", seed: 0.5 }, "whole number"],
    ["few draws", { horizon, of: "purchases", seed: 1, draws: 10 }, "draws"],
    ["a misspelt option", { horizon, on: "purchases" }, "options.on"],
  ])("refuses %s", (_, options, message) => {
    expect(dataErrorOf(() => predictionIntervals(model, base, options as never)).message).toContain(message);
  });

  it("refuses models without covariance, and customers it cannot be about", () => {
    const refused = (call: () => unknown): string => dataErrorOf(call).message;
    for (const of of ["expectation", "purchases"] as const) {
      const open = { ...model, covariance: null };
      expect(refused(() => predictionIntervals(open, base, { horizon, of, seed: 1 }))).toContain(
        "bootstrapModel",
      );
    }
    expect(refused(() => predictionIntervals(model, { ...base, unit: "day" }, { horizon }))).toContain(
      "week",
    );
    const rows = [{ frequency: 2, recency: 9, T: 8 }];
    expect(refused(() => predictionIntervals(model, { unit: "week", rows }, { horizon }))).toContain(
      "recency",
    );
    expect(refused(() => predictionIntervals({ kind: "sbg" } as never, base, { horizon }))).toContain(
      "no model of",
    );
    const parts = [{ frequency: 0, recency: 0, T: 8, weight: 0.5 }];
    const drawn = { horizon, of: "purchases", seed: 1 } as const;
    expect(refused(() => predictionIntervals(model, { unit: "week", rows: parts }, drawn))).toContain(
      "weight",
    );
    const later = { from: "2025-02-11", until: "2025-02-20" };
    const dated = { ...base, asOf: "2025-02-01" };
    expect(refused(() => predictionIntervals(model, dated, { ...drawn, horizon: later }))).toContain(
      "from now on",
    );
    const next = { from: "2025-02-02", until: "2025-02-20" };
    expect(predictionIntervals(model, dated, { ...drawn, horizon: next }).rows).toHaveLength(4);
  });
});

describeWithData("predictionIntervals on the CDNOW sample", "cdnow/cdnow_sample.csv", (path) => {
  type Field = "sample_id" | "date" | "dollars";
  const read = () => {
    const log = transactionLog(csvRows<Field>(path), {
      customer: (row) => Number(row.sample_id),
      date: "date",
      amount: (row) => Number(row.dollars),
    });
    return summarizeCustomers(log, { unit: "week", asOf: "1997-09-30" });
  };

  it("give the 39 weeks of holdout, with 1882 purchases, an interval that Pareto/NBD covers and BG/NBD misses", () => {
    const customers = read();
    const horizon = { weeks: 39 };
    const totals = [fitParetoNbd(customers), fitBgNbd(customers)].map((fitted) => {
      const expected = predictionIntervals(fitted, customers, { horizon });
      expect(expected.rows).toHaveLength(2357);
      const drawn = { horizon, of: "purchases", draws: 400, seed: 2 } as const;
      const { total } = predictionIntervals(fitted, customers, drawn);
      expect(total.estimate).toBeCloseTo(expected.total.estimate, 8);
      // The chance of purchases comes on top of the uncertainty of the parameters.
      expect(total.standardError).toBeGreaterThan(1.05 * expected.total.standardError);
      expect(total.upper).toBeGreaterThan(expected.total.upper);
      return total;
    });
    const [pareto, bg] = totals;
    expect(pareto?.lower).toBeLessThan(1882);
    expect(pareto?.upper).toBeGreaterThan(1882);
    expect(bg?.upper).toBeLessThan(1882);
  });
});
