import { describe, expect, it } from "vitest";
import { compareModels } from "../../src/models/compare-models.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { simulateHistories } from "../../src/models/simulate-histories.ts";
import small from "../reference/bg-nbd-small-base.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const base = { unit: "day", rows: small.rows } as const;

describe("compareModels", () => {
  it("ranks by AIC", () => {
    const { rows, failures } = compareModels(base);
    expect(failures).toEqual([]);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(["bg-nbd", "mbg-nbd", "pareto-nbd"]);
    const bgNbd = rows.find(({ kind }) => kind === "bg-nbd");
    expect(relativeError(bgNbd?.aic ?? 0, 8 - 2 * Number(small.logLikelihood))).toBeLessThan(1e-12);
    expect(relativeError(bgNbd?.bic ?? 0, 4 * Math.log(150) - 2 * Number(small.logLikelihood))).toBeLessThan(
      1e-12,
    );
    expect(rows.find(({ kind }) => kind === "pareto-nbd")?.model).toEqual(fitParetoNbd(base));
    expect(rows[0]?.deltaAic).toBe(0);
    rows.forEach(({ aic, deltaAic, weight }, i) => {
      expect(aic).toBeGreaterThanOrEqual(rows[i - 1]?.aic ?? -Infinity);
      expect(deltaAic).toBe(aic - (rows[0]?.aic ?? 0));
      expect(weight / (rows[0]?.weight ?? 0)).toBeCloseTo(Math.exp(-deltaAic / 2), 12);
    });
    expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it("knows the model that histories were drawn from", () => {
    const parameters = { k: 3, r: 0.8, alpha: 5, a: 0.8, b: 2.4 };
    const truth = { kind: "mbg-cnbd-k", parameters, unit: "week" } as const;
    const customers = simulateHistories(truth, { ages: Array.from({ length: 1500 }, () => 78), seed: 1 });
    const { rows } = compareModels(customers);
    expect(rows.map(({ kind }) => kind)).toHaveLength(4);
    expect(rows[0]).toMatchObject({ kind: "mbg-cnbd-k", parameters: 5, model: { parameters: { k: 3 } } });
    expect(rows[1]?.deltaAic).toBeGreaterThan(10);
  });

  it("reports candidates that the base is too poor for", () => {
    const candidates = ["bg-cnbd-k", "bg-nbd"] as const;
    const { rows, failures } = compareModels(base, { candidates });
    expect(rows.map(({ kind }) => kind)).toEqual(["bg-nbd"]);
    expect(failures).toMatchObject([{ kind: "bg-cnbd-k" }]);
    expect(failures[0]?.message).toContain("intervals: true");
    const once = { unit: "day", rows: [{ frequency: 0, recency: 0, T: 9 }] } as const;
    expect(compareModels(once)).toMatchObject({ rows: [], failures: [{}, {}, {}] });
  });

  it("says which parameters the data leave open", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ frequency: 3 + (i % 5), recency: 100, T: 100 }));
    const compared = compareModels({ unit: "day", rows }, { candidates: ["bg-nbd"] });
    expect(compared.rows).toMatchObject([{ kind: "bg-nbd", notIdentified: true }]);
  });

  it.each([
    ["another kind of data", { candidates: ["bg-bb"] }, "is not one of"],
    ["no candidates", { candidates: [] }, "list of kinds"],
    ["a kind twice", { candidates: ["bg-nbd", "bg-nbd"] }, "twice"],
    ["a misspelt option", { kinds: ["bg-nbd"] }, "candidates"],
  ])("refuses %s", (_, options, message) => {
    expect(dataErrorOf(() => compareModels(base, options as never)).message).toContain(message);
  });

  it("refuses impossible histories whatever the candidates", () => {
    const rows = [{ frequency: 2, recency: 10, T: 9 }];
    expect(dataErrorOf(() => compareModels({ unit: "day", rows })).byCode).toEqual({ invalid_history: 1 });
    expect(dataErrorOf(() => compareModels({ unit: "day", rows: [null as never] })).total).toBe(1);
  });
});
