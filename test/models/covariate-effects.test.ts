import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/math/random.ts";
import { covariateEffects } from "../../src/models/covariate-effects.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { simulateHistories } from "../../src/models/simulate-histories.ts";
import { dataErrorOf } from "../support/error-of.ts";

const coefficients = [
  { parameter: "alpha", covariate: "newsletter", value: 0.3 },
  { parameter: "a", covariate: "age", value: -0.25 },
];
const variances = [1, 1, 1, 1, 0.01, 0.04];
const covariance = variances.map((variance, i) => variances.map((_, j) => (i === j ? variance : 0)));
const model = { kind: "bg-nbd", coefficients, covariance } as const;

describe("covariateEffects", () => {
  it("is Wald's interval and test", () => {
    const [first, second] = covariateEffects(model, { level: 0.9 });
    expect(first).toMatchObject({ parameter: "alpha", covariate: "newsletter", coefficient: 0.3 });
    expect(first?.standardError).toBeCloseTo(0.1, 14);
    expect(first?.z).toBeCloseTo(3, 13);
    // erfc(3 ÷ √2), and 0.3 ± 0.1 · 1.6448536…
    expect(first?.pValue).toBeCloseTo(0.00269979606326018905, 14);
    expect(first?.lower).toBeCloseTo(0.3 - 0.164485362695147271, 13);
    expect(first?.upper).toBeCloseTo(0.3 + 0.164485362695147271, 13);
    expect(second?.z).toBeCloseTo(-1.25, 13);
    expect(second?.pValue).toBeCloseTo(0.211299547333710515, 13);
  });

  it("says nothing of what the data leave open", () => {
    const open = { standardError: null, lower: null, upper: null, z: null, pValue: null };
    for (const unknown of [null, covariance.map((row) => row.map(() => 0))]) {
      const [first] = covariateEffects({ ...model, covariance: unknown });
      expect(first).toEqual({ parameter: "alpha", covariate: "newsletter", coefficient: 0.3, ...open });
    }
  });

  it("is empty without covariates", () => {
    expect(covariateEffects({ kind: "bg-nbd", covariance: null })).toEqual([]);
  });

  it("finds the effects that histories were drawn with", () => {
    const parameters = { r: 0.8, alpha: 10, a: 0.8, b: 2.4 };
    const truth = [
      { parameter: "alpha", covariate: "newsletter", value: 0.5 },
      { parameter: "a", covariate: "idle", value: 0 },
    ];
    const random = seededRandom(11);
    const customers = simulateHistories(
      { kind: "bg-nbd", parameters, unit: "week", coefficients: truth },
      {
        ages: Array.from({ length: 3000 }, () => 78),
        seed: 5,
        covariates: Array.from({ length: 3000 }, () => ({
          newsletter: random.uniform() < 0.5 ? 1 : 0,
          idle: random.normal(),
        })),
      },
    );
    const fitted = fitBgNbd(customers, { covariates: { alpha: ["newsletter"], a: ["idle"] } });
    const [newsletter, idle] = covariateEffects(fitted);
    expect(Math.abs((newsletter?.coefficient ?? 0) - 0.5)).toBeLessThan(4 * (newsletter?.standardError ?? 0));
    expect(newsletter?.pValue).toBeLessThan(1e-6);
    expect(Math.abs(idle?.z ?? 9)).toBeLessThan(4);
  });

  it("refuses a level that is none, and what is no model", () => {
    expect(dataErrorOf(() => covariateEffects(model, { level: 95 })).message).toContain("level");
    expect(dataErrorOf(() => covariateEffects(model, { confidence: 0.9 } as never)).message).toContain(
      "level",
    );
    expect(dataErrorOf(() => covariateEffects({} as never)).message).toContain("no fitted model");
  });
});
