import { describe, expect, it } from "vitest";
import { informationCriteria } from "../../src/models/information-criteria.ts";
import { dataErrorOf } from "../support/error-of.ts";

const model = { kind: "bg-nbd", logLikelihood: -9582.43, customers: 2357 } as const;

describe("informationCriteria", () => {
  it("is what the definitions give by hand", () => {
    const { parameters, aic, bic, aicc } = informationCriteria(model);
    expect(parameters).toBe(4);
    expect(aic).toBeCloseTo(19172.86, 9);
    // 19164.86 + 4 log 2357 and 19172.86 + 2·4·5 ÷ 2352
    expect(bic).toBeCloseTo(19195.920579611746, 8);
    expect(aicc).toBeCloseTo(19172.877006802722, 8);
  });

  it("counts the coefficients, and the k of regular buyers", () => {
    const coefficients = [
      { parameter: "alpha", covariate: "newsletter", value: 0.1 },
      { parameter: "a", covariate: "newsletter", value: 0.2 },
    ];
    expect(informationCriteria({ ...model, coefficients }).parameters).toBe(6);
    expect(informationCriteria({ ...model, kind: "mbg-cnbd-k" }).parameters).toBe(5);
    expect(informationCriteria({ ...model, kind: "bg-cnbd-k" }).parameters).toBe(5);
    expect(informationCriteria({ ...model, kind: "gamma-gamma" }).parameters).toBe(3);
    expect(informationCriteria({ ...model, kind: "sbg" }).parameters).toBe(2);
  });

  it("has no AICc where customers do not outnumber the parameters", () => {
    expect(informationCriteria({ ...model, customers: 5 }).aicc).toBeNull();
    expect(informationCriteria({ ...model, customers: 6 }).aicc).toBeCloseTo(19172.86 + 40, 8);
  });

  it("refuses what is no maximum of the likelihood", () => {
    const convergence = { converged: false, evaluations: 100, newtonDecrement: null };
    const refused = (call: () => unknown): string => dataErrorOf(call).message;
    expect(refused(() => informationCriteria({ ...model, regularized: true }))).toContain(
      "fit without priors or penalty",
    );
    expect(refused(() => informationCriteria({ ...model, convergence }))).toContain("given up");
    expect(refused(() => informationCriteria(undefined as never))).toContain("no fitted model");
    expect(refused(() => informationCriteria({ ...model, kind: "toString" } as never))).toContain(
      "no fitted model",
    );
    expect(refused(() => informationCriteria({ ...model, logLikelihood: Number.NaN }))).toContain("finite");
    expect(refused(() => informationCriteria({ ...model, customers: 0 }))).toContain("above 0");
  });
});
