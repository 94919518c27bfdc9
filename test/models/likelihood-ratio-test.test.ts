import { describe, expect, it } from "vitest";
import { fitBdw } from "../../src/models/fit-bdw.ts";
import { fitSbg } from "../../src/models/fit-sbg.ts";
import { likelihoodRatioTest } from "../../src/models/likelihood-ratio-test.ts";
import { dataErrorOf } from "../support/error-of.ts";

const of = (parameter: string, covariate: string) => ({ parameter, covariate, value: 0.1 });
const plain = { kind: "bg-nbd", logLikelihood: -1003.7, customers: 500, unit: "week" } as const;
const one = { ...plain, logLikelihood: -1000, coefficients: [of("alpha", "newsletter")] };
const two = { ...plain, logLikelihood: -1000, coefficients: [of("a", "age"), of("alpha", "newsletter")] };

describe("likelihoodRatioTest", () => {
  it("has the p-values of chi-square", () => {
    // erfc(√3.7) and e^(−3.7)
    const first = likelihoodRatioTest(plain, one);
    expect(first).toMatchObject({ degreesOfFreedom: 1 });
    expect(first.statistic).toBeCloseTo(7.4, 10);
    expect(first.pValue).toBeCloseTo(0.00652238770646680809, 12);
    const second = likelihoodRatioTest(plain, two);
    expect(second.degreesOfFreedom).toBe(2);
    expect(second.pValue).toBeCloseTo(0.0247235264703393912, 12);
  });

  it("finds no reason for freedom that gains nothing", () => {
    expect(likelihoodRatioTest(one, two)).toEqual({ statistic: 0, degreesOfFreedom: 1, pValue: 1 });
    const rounded = { ...two, logLikelihood: -1000 - 1e-9 };
    expect(likelihoodRatioTest(one, rounded).statistic).toBe(0);
  });

  it("tests sBG within BdW", () => {
    const customers = { unit: "year", cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]] } as const;
    const sbg = fitSbg(customers);
    const bdw = fitBdw(customers);
    const test = likelihoodRatioTest(sbg, bdw);
    expect(test.degreesOfFreedom).toBe(1);
    expect(test.statistic).toBeCloseTo(2 * (bdw.logLikelihood - sbg.logLikelihood), 10);
    expect(test.pValue).toBeLessThan(0.01);
  });

  const other = { parameter: "b", covariate: "newsletter", value: 0 };
  it.each([
    ["the same model twice", one, one, "no special case"],
    ["models in the wrong order", two, plain, "no special case"],
    ["other kinds", plain, { ...one, kind: "mbg-nbd" } as const, "no special case"],
    ["a covariate on another parameter", { ...plain, coefficients: [other] }, two, "no special case"],
    ["bdw within sbg", { ...plain, kind: "bdw" } as const, { ...plain, kind: "sbg" } as const, "no special"],
    ["other customers", { ...plain, customers: 499 }, one, "499 and 500 customers"],
    ["another unit", { ...plain, unit: "day" } as const, one, "a day and a week"],
    ["another day", { ...plain, asOf: "2025-01-01" }, { ...one, asOf: "2025-02-01" }, "until 2025-01-01"],
    ["a full model below its special case", { ...plain, logLikelihood: -999 }, one, "worse"],
    ["a penalty", plain, { ...one, regularized: true } as const, "without priors or penalty"],
    ["no model", plain, null as never, "no fitted model"],
  ])("refuses %s", (_, restricted, full, message) => {
    expect(dataErrorOf(() => likelihoodRatioTest(restricted, full)).message).toContain(message);
  });

  it("takes days that are the same or not known", () => {
    expect(
      likelihoodRatioTest({ ...plain, asOf: "2025-01-01" }, { ...one, asOf: null }).degreesOfFreedom,
    ).toBe(1);
  });
});
