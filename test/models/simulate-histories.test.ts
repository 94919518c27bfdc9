import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedPurchases, NEW_CUSTOMER } from "../../src/models/expected-purchases.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import type { Predictor, PurchaseModel } from "../../src/models/models.ts";
import { simulateHistories } from "../../src/models/simulate-histories.ts";
import { dataErrorOf } from "../support/error-of.ts";

const geometric = { r: 0.8, alpha: 10, a: 0.8, b: 2.4 };
const models: readonly Predictor<PurchaseModel>[] = [
  { kind: "bg-nbd", parameters: geometric, unit: "week" },
  { kind: "mbg-nbd", parameters: geometric, unit: "week" },
  { kind: "pareto-nbd", parameters: { r: 0.8, alpha: 10, s: 0.7, beta: 20 }, unit: "week" },
  { kind: "bg-bb", parameters: { alpha: 1.2, beta: 0.8, gamma: 0.7, delta: 2.8 }, unit: "week" },
  { kind: "bg-cnbd-k", parameters: { k: 2, ...geometric }, unit: "week" },
  { kind: "mbg-cnbd-k", parameters: { k: 3, ...geometric }, unit: "week" },
];
const ages = (length: number) => Array.from({ length }, (_, i) => 20 + (i % 30));

describe.each(models.map((model) => [model.kind, model] as const))("simulateHistories of %s", (_, model) => {
  it("draws as many purchases as the model expects of new customers", () => {
    const { rows } = simulateHistories(model, { ages: Array.from({ length: 20_000 }, () => 52), seed: 1 });
    const mean = rows.reduce((sum, { frequency }) => sum + frequency, 0) / rows.length;
    const square = rows.reduce((sum, { frequency }) => sum + (frequency - mean) ** 2, 0) / rows.length;
    const expected = expectedPurchases(model, NEW_CUSTOMER, { weeks: 52 });
    expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(square / rows.length));
  });

  it("draws histories that the model takes, the same for the same seed", () => {
    const drawn = simulateHistories(model, { ages: ages(90), seed: 7 });
    expect(drawn).toMatchObject({ unit: "week", asOf: null });
    expect(drawn.rows.map(({ T }) => T)).toEqual(ages(90));
    expect(Number.isFinite(logLikelihood(model, drawn))).toBe(true);
    expect(simulateHistories(model, { ages: ages(90), seed: 7 })).toEqual(drawn);
    expect(simulateHistories(model, { ages: ages(90), seed: 8 })).not.toEqual(drawn);
    expect(drawn.rows.every((row) => "sumLogIntervals" in row)).toBe(model.kind.endsWith("cnbd-k"));
  });
});

const [bgNbd] = models as readonly [Predictor<PurchaseModel>];

describe("simulateHistories", () => {
  it("draws possible histories for any ages and seeds", () => {
    const anyAges = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(anyAges, fc.integer(), fc.constantFrom(...models), (list, seed, model) => {
        const wanted = model.kind === "bg-bb" ? list.map((age) => Math.floor(age / 100)) : list;
        const { rows } = simulateHistories(model, { ages: wanted, seed });
        expect(rows).toHaveLength(wanted.length);
        for (const { frequency, recency, T } of rows) {
          expect(recency <= T && (frequency === 0) === (recency === 0)).toBe(true);
        }
      }),
    );
  });

  it("lets covariates act, and carries them along", () => {
    const coefficients = [{ parameter: "alpha", covariate: "newsletter", value: 1 }];
    const model = { ...bgNbd, coefficients } as Predictor<PurchaseModel>;
    const covariates = Array.from({ length: 4000 }, (_, i) => ({ newsletter: i % 2 }));
    const { rows } = simulateHistories(model, { ages: covariates.map(() => 52), seed: 3, covariates });
    const purchases = [0, 1].map((group) =>
      rows.reduce((sum, row, i) => (i % 2 === group ? sum + row.frequency : sum), 0),
    );
    expect((purchases[1] ?? 0) / (purchases[0] ?? 0)).toBeGreaterThan(1.3);
    expect(rows[1]?.covariates).toEqual({ newsletter: 1 });
    const refused = dataErrorOf(() => simulateHistories(model, { ages: [1, 2], seed: 3 }));
    expect(refused.message).toContain('"newsletter"');
    expect(refused.total).toBe(2);
  });

  it.each([
    ["a negative age", { ages: [-1], seed: 1 }, "age T"],
    ["no ages", { seed: 1 }, "list of ages"],
    ["no seed", { ages: [1] }, "seed"],
    ["half a seed", { ages: [1], seed: 0.5 }, "whole number"],
    ["a misspelt option", { ages: [1], sead: 1, seed: 1 }, "ages, seed, covariates"],
    ["too few covariates", { ages: [1, 2], seed: 1, covariates: [{}] }, "one record for each"],
  ])("refuses %s", (_, options, message) => {
    expect(dataErrorOf(() => simulateHistories(bgNbd, options as never)).message).toContain(message);
  });

  it("refuses fractions of opportunities and what is no model of purchases", () => {
    const bgBb = models[3] as Predictor<PurchaseModel>;
    expect(dataErrorOf(() => simulateHistories(bgBb, { ages: [2.5], seed: 1 })).message).toContain(
      "whole number",
    );
    expect(
      dataErrorOf(() => simulateHistories({ kind: "sbg" } as never, { ages: [], seed: 1 })).message,
    ).toContain("no model of purchases");
  });
});
