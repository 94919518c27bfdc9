import { describe, expect, it } from "vitest";
import type { CoxOptions } from "../../src/statistics/cox-options.ts";
import { coxRegression } from "../../src/statistics/cox-regression.ts";
import { coxSurvival } from "../../src/statistics/cox-survival.ts";
import { proportionalHazardsTest } from "../../src/statistics/proportional-hazards-test.ts";
import type { TimeScale } from "../../src/statistics/time-scale.ts";
import reference from "../reference/cox.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";
import { type BruteFit, columnOf, isPrinted, largestError } from "./cox-fits.ts";

const { published, real } = reference;
const SCALES: readonly TimeScale[] = ["km", "rank", "identity", "log"];

/** Empty cells are missing, all else are numbers. */
function numbersOf(path: URL): Row[] {
  return csvRows<string>(path).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text === "" ? null : Number(text)])),
  );
}

type Row = Readonly<Record<string, number | null>>;

function expectBrute(
  rows: readonly Row[],
  options: CoxOptions<Row>,
  fit: { readonly covariates: readonly string[]; readonly strata: string | null },
): void {
  const truth = fit as unknown as BruteFit;
  const strata = fit.strata === null ? {} : { strata: fit.strata };
  const all = { ...options, ...strata, covariates: fit.covariates, ties: truth.ties };
  const model = coxRegression(rows, all);
  expect(largestError(columnOf(model, "coefficient"), truth.coefficients)).toBeLessThan(1e-13);
  expect(largestError(model.covariance.flat(), truth.covariance.flat())).toBeLessThan(1e-12);
  expect(relativeError(model.logLikelihood, truth.logLikelihood)).toBeLessThan(1e-14);
  expect(relativeError(model.tests.score.statistic, truth.score)).toBeLessThan(1e-12);
  expect(relativeError(model.tests.wald?.statistic ?? 0, truth.wald)).toBeLessThan(1e-12);
  const { value, standardError, ...pairs } = truth.concordance;
  expect(relativeError(model.concordance.value ?? 0, value)).toBeLessThan(1e-14);
  expect(relativeError(model.concordance.standardError ?? 0, standardError)).toBeLessThan(1e-12);
  expect(model.concordance).toMatchObject(pairs);
  const robust = coxRegression(rows, { ...all, standardErrors: "robust" });
  expect(largestError(robust.covariance.flat(), truth.robust.flat())).toBeLessThan(1e-12);
  for (const { x, stratum, time, survival, standardError: error } of truth.survival) {
    const row = Object.fromEntries(fit.covariates.map((name, i) => [name, x[i]]));
    const where = fit.strata === null ? {} : { stratum };
    const [predicted] = coxSurvival(model, row, { times: [time], ...where }).rows;
    expect(relativeError(predicted?.survival ?? 0, survival)).toBeLessThan(1e-12);
    expect(relativeError(predicted?.standardError ?? 0, error)).toBeLessThan(1e-12);
  }
  const { duration, event, invalid } = options;
  const where = {
    ...strata,
    ...(duration && { duration }),
    ...(event && { event }),
    ...(invalid && { invalid }),
  };
  for (const transform of SCALES) {
    const { covariates, global } = proportionalHazardsTest(rows, model, { ...where, transform });
    const statistics = [...covariates, global].map(({ statistic }) => statistic);
    expect(largestError(statistics, truth.proportionalHazards[transform])).toBeLessThan(1e-11);
  }
}

describeWithData("R's lung data", "survival/lung_R.csv", (path) => {
  const rows = numbersOf(path);
  const options: CoxOptions<Row> = {
    covariates: ["age", "sex", "ph.ecog"],
    duration: "time",
    event: (row) => row["status"] === 2,
    invalid: "skip",
  };

  it("give what is published, to the last digit", () => {
    const model = coxRegression(rows, options);
    for (const { name, coefficient } of model.coefficients) {
      expect(isPrinted(coefficient, published.lung[name as "age" | "sex" | "ph.ecog"])).toBe(true);
    }
    expect([model.observations, model.skipped]).toEqual([published.lung.observations, 1]);
    expect(isPrinted(model.concordance.value ?? 0, published.lung.concordance)).toBe(true);
  });

  it.each(real.lung)("give what brute force gives: $name, $ties", (fit) => {
    expectBrute(rows, options, fit);
  });
});

describeWithData("Rossi's recidivism data", "survival/rossi.csv", (path) => {
  const rows = numbersOf(path);
  const { coefficients, standardErrors, ...published_ } = published.rossi;
  const options: CoxOptions<Row> = {
    covariates: Object.keys(coefficients),
    duration: "week",
    event: (row) => row["arrest"] === 1,
  };

  it("give what is published, to the last digit", () => {
    const model = coxRegression(rows, options);
    for (const { name, coefficient, standardError } of model.coefficients) {
      expect(isPrinted(coefficient, coefficients[name as keyof typeof coefficients])).toBe(true);
      if (Object.hasOwn(standardErrors, name)) {
        const printed = standardErrors[name as keyof typeof standardErrors];
        expect(isPrinted(standardError ?? 0, printed)).toBe(true);
      }
    }
    expect(isPrinted(model.logLikelihood, published_.logLikelihood)).toBe(true);
    expect(isPrinted(model.nullLogLikelihood, published_.nullLogLikelihood)).toBe(true);
    expect(isPrinted(model.concordance.value ?? 0, published_.concordance)).toBe(true);
    expect(model.convergence.converged).toBe(true);
  });

  it("give what brute force gives", () => {
    expectBrute(rows, options, real.rossi);
  });
});

describe("the figures of brute force", () => {
  it("are there for both", () => {
    expect(real.lung.map(({ name }) => name)).toHaveLength(3);
    expect(real.rossi.coefficients).toHaveLength(7);
  });
});
