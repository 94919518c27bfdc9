import { describe, expect, it } from "vitest";
import { quantile } from "../../src/math/quantile.ts";
import { bootstrapModel } from "../../src/models/bootstrap-model.ts";
import { confidenceIntervals } from "../../src/models/confidence-intervals.ts";
import { fitBgBb } from "../../src/models/fit-bg-bb.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgCnbdK } from "../../src/models/fit-cnbd-k.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { simulateHistories } from "../../src/models/simulate-histories.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import { dataErrorOf } from "../support/error-of.ts";

const geometric = { r: 0.8, alpha: 10, a: 0.8, b: 2.4 };
const truth = { kind: "bg-nbd", parameters: geometric, unit: "week" } as const;
const ages = (length: number) => Array.from({ length }, (_, i) => 52 + (i % 26));
const names = ["r", "alpha", "a", "b"] as const;

describe("bootstrapModel", () => {
  const customers = simulateHistories(truth, { ages: ages(2000), seed: 21 });
  const model = fitBgNbd(customers);

  it("agrees with the observed information on a large base", () => {
    const {
      standardErrors: drawn,
      intervals,
      replicates,
      failures,
    } = bootstrapModel(model, customers, {
      seed: 4,
      replicates: 150,
    });
    expect(failures).toBe(0);
    expect(replicates).toHaveLength(150);
    for (const name of names) {
      // The standard deviation of 150 numbers is known to 6 %, and estimates of a and b are skew.
      const ratio = (drawn[name] ?? 0) / (standardErrors(model)[name] ?? 1);
      expect(ratio, name).toBeGreaterThan(0.8);
      expect(ratio, name).toBeLessThan(1.3);
      const wald = confidenceIntervals(model)[name];
      expect((intervals[name]?.upper ?? 0) / (wald?.upper ?? 1), name).toBeCloseTo(1, 0);
      expect(intervals[name]?.lower, name).toBeLessThan(model.parameters[name]);
      expect(intervals[name]?.upper, name).toBeGreaterThan(model.parameters[name]);
    }
  });

  it("sums its replicates up", () => {
    const result = bootstrapModel(model, customers, { seed: 4, replicates: 5, level: 0.5 });
    const alphas = result.replicates.map(({ alpha }) => alpha as number);
    const mean = alphas.reduce((sum, alpha) => sum + alpha, 0) / 5;
    const variance = alphas.reduce((sum, alpha) => sum + (alpha - mean) ** 2, 0) / 4;
    expect(result.standardErrors["alpha"]).toBeCloseTo(Math.sqrt(variance), 12);
    const ascending = alphas.sort((left, right) => left - right);
    expect(result.intervals["alpha"]).toEqual({ lower: ascending[1], upper: ascending[3] });
    expect(quantile(ascending, 0.25)).toBe(ascending[1]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("is the same for the same seed, and takes a weight for so many customers", () => {
    const again = bootstrapModel(model, customers, { seed: 9, replicates: 2 });
    expect(bootstrapModel(model, customers, { seed: 9, replicates: 2 })).toEqual(again);
    expect(bootstrapModel(model, customers, { seed: 10, replicates: 2 })).not.toEqual(again);
    const history = { frequency: 0, recency: 0, T: 60 };
    const weighted = { unit: "week", rows: [{ ...history, weight: 300 }] } as const;
    const repeated = { unit: "week", rows: Array.from({ length: 300 }, () => history) } as const;
    const options = { seed: 1, replicates: 3 };
    expect(bootstrapModel(model, weighted, options)).toEqual(bootstrapModel(model, repeated, options));
  });

  it("leaves out and counts replicates that cannot be fitted", () => {
    const few = { unit: "week", rows: [{ frequency: 0, recency: 0, T: 3, weight: 4 }] } as const;
    const { replicates, failures } = bootstrapModel(truth, few, { seed: 2, replicates: 40 });
    expect(failures).toBeGreaterThan(0);
    expect(replicates.length + failures).toBe(40);
    const rare = { ...truth, parameters: { ...geometric, alpha: 1e9 } };
    expect(bootstrapModel(rare, few, { seed: 2, replicates: 3 })).toMatchObject({
      failures: 3,
      standardErrors: { r: null },
      intervals: { r: null },
    });
  });

  it("fits like the model: kind, covariates, k, and priors that are passed", () => {
    const parameters = { k: 2, ...geometric };
    const regular = simulateHistories(
      { ...truth, kind: "mbg-cnbd-k", parameters },
      { ages: ages(400), seed: 1 },
    );
    const options = { seed: 1, replicates: 2 };
    const names = (result: { replicates: readonly object[] }) => Object.keys(result.replicates[0] ?? {});
    const cnbd = fitMbgCnbdK(regular, { k: 2 });
    expect(names(bootstrapModel(cnbd, regular, options))).toEqual(["r", "alpha", "a", "b"]);
    const pareto = fitParetoNbd(customers);
    expect(names(bootstrapModel(pareto, customers, options))).toEqual(["r", "alpha", "s", "beta"]);
    const donors = simulateHistories(
      { kind: "bg-bb", parameters: { alpha: 1.2, beta: 0.8, gamma: 0.7, delta: 2.8 }, unit: "year" },
      { ages: Array.from({ length: 500 }, () => 6), seed: 1 },
    );
    expect(names(bootstrapModel(fitBgBb(donors), donors, options))).toEqual([
      "alpha",
      "beta",
      "gamma",
      "delta",
    ]);

    const rows = customers.rows.map((row, i) => ({ ...row, covariates: { newsletter: i % 2 } }));
    const covered = fitBgNbd({ unit: "week", rows }, { covariates: { alpha: ["newsletter"] } });
    expect(names(bootstrapModel(covered, { unit: "week", rows }, options))).toEqual([
      ...["r", "alpha", "a", "b"],
      "alpha.newsletter",
    ]);

    const drawnIn = fitBgNbd(customers, { penalty: 1 });
    expect(dataErrorOf(() => bootstrapModel(drawnIn, customers, options)).message).toContain(
      "pass them here",
    );
    expect(bootstrapModel(drawnIn, customers, { ...options, penalty: 1 }).replicates).toHaveLength(2);
    // A prior as hard as iron leaves nothing to vary.
    const priors = { r: { median: 0.5, spread: 1e-4 } };
    const held = bootstrapModel(drawnIn, customers, { ...options, priors });
    expect(held.replicates[0]?.["r"]).toBeCloseTo(0.5, 2);
  });

  const row = { frequency: 0, recency: 0, T: 3 };
  it.each([
    ["part of a customer", [{ ...row, weight: 1.5 }], { seed: 1 }, "whole number"],
    ["an impossible history", [{ ...row, recency: 9 }], { seed: 1 }, "recency"],
    ["no seed", [row], {}, "seed"],
    ["one replicate", [row], { seed: 1, replicates: 1 }, "replicates"],
    ["a level that is none", [row], { seed: 1, level: 1 }, "level"],
    ["a misspelt option", [row], { seed: 1, count: 5 }, "replicates"],
    ["a prior on nothing", [row], { seed: 1, priors: { s: { median: 1, spread: 1 } } }, "priors.s"],
  ])("refuses %s", (_, rows, options, message) => {
    const call = () => bootstrapModel(truth, { unit: "week", rows }, options as never);
    expect(dataErrorOf(call).message).toContain(message);
  });

  it("refuses another unit and what is no model of purchases", () => {
    expect(
      dataErrorOf(() => bootstrapModel(truth, { unit: "day", rows: [] }, { seed: 1 })).message,
    ).toContain("week");
    const spend = { kind: "gamma-gamma" } as never;
    expect(dataErrorOf(() => bootstrapModel(spend, customers, { seed: 1 })).message).toContain(
      "no model of purchases",
    );
  });
});
