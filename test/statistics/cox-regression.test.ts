import { describe, expect, it } from "vitest";
import type { CoxModel } from "../../src/statistics/cox-model.ts";
import { coxRegression } from "../../src/statistics/cox-regression.ts";
import { logRank } from "../../src/statistics/log-rank.ts";
import reference from "../reference/cox.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";
import { type BruteFit, columnOf, isPrinted, largestError } from "./cox-fits.ts";
import { groupsOf } from "./survival-data.ts";

const { published, small, weighted, invented } = reference;

const leukaemia = groupsOf({
  "6-MP": published.leukaemia["6-MP"],
  placebo: published.leukaemia.placebo,
});

/** The figures of a textbook, digit by digit. */
function expectPrinted(
  model: CoxModel,
  printed: Readonly<Record<"coefficient" | "standardError" | "logLikelihood" | "nullLogLikelihood", string>>,
): void {
  const [row] = model.coefficients;
  expect(isPrinted(row?.coefficient ?? 0, printed.coefficient)).toBe(true);
  expect(isPrinted(row?.standardError ?? 0, printed.standardError)).toBe(true);
  expect(isPrinted(model.logLikelihood, printed.logLikelihood)).toBe(true);
  expect(isPrinted(model.nullLogLikelihood, printed.nullLogLikelihood)).toBe(true);
  expect(model.convergence.converged).toBe(true);
}

describe("published fits", () => {
  it.each(["efron", "breslow"] as const)("has the leukaemia trial to the last digit, ties as %s", (ties) => {
    const model = coxRegression(leukaemia, {
      covariates: [{ name: "group", reference: "placebo" }],
      ties,
    });
    expect(model.coefficients.map(({ name }) => name)).toEqual(["group=6-MP"]);
    expectPrinted(model, published.leukaemia[ties]);
    expect(isPrinted(model.concordance.value ?? 0, published.leukaemia.concordance)).toBe(true);
    expect([model.observations, model.events, model.skipped]).toEqual([42, 30, 0]);
  });

  it("has the maintenance trial to the last digit", () => {
    const { maintained, not, efron } = published.aml;
    expectPrinted(coxRegression(groupsOf({ maintained, not }), { covariates: ["group"] }), efron);
  });

  it.each(["efron", "breslow"] as const)("has the closed form of six rows, ties as %s", (ties) => {
    const rows = small.rows.map(([duration = 0, event = 0, x = 0]) => ({ duration, event: event === 1, x }));
    const model = coxRegression(rows, { covariates: ["x"], ties });
    expect(relativeError(columnOf(model, "coefficient")[0] ?? 0, small[ties].coefficient)).toBeLessThan(
      1e-14,
    );
    expect(relativeError(model.covariance[0]?.[0] ?? 0, small[ties].variance)).toBeLessThan(1e-13);
  });

  it.each(["efron", "breslow"] as const)("has the weighted test data, ties as %s", (ties) => {
    const truth = weighted[ties];
    const rows = weighted.rows.map(([duration = 0, event = 0, x = 0, weight = 0]) => {
      return { duration, event: event === 1, x, weight };
    });
    const model = coxRegression(rows, { covariates: ["x"], ties });
    for (const field of ["coefficient", "standardError", "lower", "upper"] as const) {
      expect(isPrinted(model.coefficients[0]?.[field] ?? 0, truth[field])).toBe(true);
    }
    for (const test of ["likelihoodRatio", "wald", "score"] as const) {
      expect(isPrinted(model.tests[test]?.statistic ?? 0, truth[test])).toBe(true);
    }
    expect(isPrinted(model.concordance.value ?? 0, weighted.concordance.value)).toBe(true);
    expect(isPrinted(model.concordance.standardError ?? 0, weighted.concordance.standardError)).toBe(true);
    // The robust variance is made of the printed residuals: Σ (weight · residual · variance)².
    const robust = coxRegression(rows, { covariates: ["x"], ties, standardErrors: "robust" });
    const squares = rows.reduce(
      (sum, row, i) => sum + (row.weight * Number(truth.scoreResiduals[i])) ** 2,
      0,
    );
    const expected = squares * (model.covariance[0]?.[0] ?? 0) ** 2;
    expect(relativeError(robust.covariance[0]?.[0] ?? 0, expected)).toBeLessThan(1e-7);
  });
});

describe.each(invented.fits)("the brute-force fit: $name, ties as $ties", (fit) => {
  const truth = fit as unknown as BruteFit;
  const rows = invented.rows.map((row) => ({
    ...row,
    event: row.event === 1,
    entry: fit.entry ? row.entry : 0,
    weight: fit.weight ? row.weight : 1,
  }));
  const options = {
    covariates: ["seats", "discount"],
    ties: truth.ties,
    ...(fit.strata === null ? {} : { strata: "region" as const }),
  } as const;
  const model = coxRegression(rows, options);

  it("has the same estimates and tests", () => {
    expect(largestError(columnOf(model, "coefficient"), truth.coefficients)).toBeLessThan(1e-13);
    expect(largestError(model.covariance.flat(), truth.covariance.flat())).toBeLessThan(1e-13);
    expect(relativeError(model.logLikelihood, truth.logLikelihood)).toBeLessThan(1e-14);
    expect(relativeError(model.nullLogLikelihood, truth.nullLogLikelihood)).toBeLessThan(1e-14);
    expect(relativeError(model.tests.score.statistic, truth.score)).toBeLessThan(1e-13);
    expect(relativeError(model.tests.wald?.statistic ?? 0, truth.wald)).toBeLessThan(1e-13);
    const gain = 2 * (truth.logLikelihood - truth.nullLogLikelihood);
    expect(relativeError(model.tests.likelihoodRatio.statistic, gain)).toBeLessThan(1e-12);
  });

  it("has the same robust errors", () => {
    const robust = coxRegression(rows, { ...options, standardErrors: "robust" });
    expect(largestError(robust.covariance.flat(), truth.robust.flat())).toBeLessThan(1e-13);
    expect(columnOf(robust, "coefficient")).toEqual(columnOf(model, "coefficient"));
    expect(robust.tests.likelihoodRatio).toEqual(model.tests.likelihoodRatio);
  });

  it("has the same concordance, pair by pair", () => {
    const { value, standardError, ...pairs } = truth.concordance;
    expect(relativeError(model.concordance.value ?? 0, value)).toBeLessThan(1e-14);
    expect(relativeError(model.concordance.standardError ?? 0, standardError)).toBeLessThan(1e-13);
    expect(model.concordance).toMatchObject(pairs);
  });
});

describe("the score test", () => {
  it("is the log-rank test of two groups without ties", () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      duration: 1 + ((i * 7) % 30),
      event: i % 3 > 0,
      group: i % 2 === 0 ? "a" : "b",
    }));
    const { score } = coxRegression(rows, { covariates: ["group"] }).tests;
    expect(relativeError(score.statistic, logRank(rows, "group").statistic ?? 0)).toBeLessThan(1e-13);
  });
});

describe("the shapes of input", () => {
  const truth = coxRegression(leukaemia, { covariates: ["group"] });

  it("may be columns", () => {
    const columns = {
      duration: Float64Array.from(leukaemia, ({ duration }) => duration),
      event: leukaemia.map(({ event }) => event),
      group: leukaemia.map(({ group }) => group),
    };
    expect(coxRegression(columns, { covariates: ["group"] })).toEqual(truth);
    expect(coxRegression(columns, { covariates: [{ name: "group", reference: "6-MP" }] })).toEqual(truth);
  });

  it("may have other names, and covariates may be functions", () => {
    const rows = leukaemia.map(({ duration, event, group }) => ({
      weeks: duration,
      relapse: event,
      arm: group,
    }));
    const named = coxRegression(rows, {
      covariates: [{ name: "group", value: "arm" }],
      duration: "weeks",
      event: ({ relapse }) => relapse,
    });
    expect(named).toEqual(truth);
    const indicator = coxRegression(rows, {
      covariates: [{ name: "treated", value: ({ arm }) => arm === "placebo" }],
      duration: "weeks",
      event: "relapse",
    });
    expect(indicator.coefficients[0]).toEqual({ ...truth.coefficients[0], name: "treated" });
  });

  it("leaves rows of weight 0 out", () => {
    const ghost = { duration: 4, event: false, group: "third", weight: 0 };
    const rows = [...leukaemia.map((row) => ({ ...row, weight: 1 })), ghost];
    expect(coxRegression(rows, { covariates: ["group"] })).toEqual(truth);
  });

  it("makes plain, frozen data", () => {
    expect(JSON.parse(JSON.stringify(truth))).toEqual(truth);
    expect(structuredClone(truth)).toEqual(truth);
    expect(Object.isFrozen(truth.baseline[0]?.rows[0]?.drift)).toBe(true);
  });
});
