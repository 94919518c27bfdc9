import { describe, expect, it } from "vitest";
import type { LogisticModel, LogisticPenalty } from "../../src/statistics/logistic-model.ts";
import { logisticProbabilities, logisticProbability } from "../../src/statistics/logistic-probability.ts";
import { logisticRegression } from "../../src/statistics/logistic-regression.ts";
import { readLogisticModel } from "../../src/statistics/read-logistic-model.ts";
import reference from "../reference/logistic.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";
import { isPrinted } from "./cox-fits.ts";

interface Row {
  readonly y: number;
  readonly x: number;
  readonly w?: number;
  readonly group?: string;
  readonly flag?: boolean;
}

const data = reference.data as Readonly<Record<string, readonly Row[]>>;
const { published } = reference;

function estimates({ intercept, coefficients }: LogisticModel): number[] {
  return [intercept.estimate, ...coefficients.map(({ estimate }) => estimate)];
}

function worst(values: readonly number[], truth: readonly number[]): number {
  expect(values.length).toBe(truth.length);
  return Math.max(...values.map((value, i) => relativeError(value, truth[i] ?? Number.NaN)));
}

describe("fits computed with fifty digits", () => {
  const cases = reference.cases.map((each) => [each.data, JSON.stringify(each.penalty), each] as const);
  it.each(cases)("has %s with penalty %s", (name, _penalty, truth) => {
    const rows = data[name] ?? [];
    const model = logisticRegression(rows, {
      outcome: "y",
      covariates: truth.covariates as "x"[],
      penalty: truth.penalty as LogisticPenalty,
      weight: (row) => row.w ?? 1,
    });
    expect(model.coefficients.map((coefficient) => coefficient.name)).toEqual(truth.names);
    expect(model.convergence.converged).toBe(true);
    expect(worst(estimates(model), truth.beta)).toBeLessThan(1e-12);
    expect(worst(model.covariance.flat(), truth.covariance.flat())).toBeLessThan(1e-10);
    const errors = truth.covariance.map((row, i) => Math.sqrt(row[i] ?? Number.NaN));
    expect(
      worst(
        [model.intercept, ...model.coefficients].map(({ standardError }) => standardError ?? -1),
        errors,
      ),
    ).toBeLessThan(1e-11);
    for (const field of [
      "logLikelihood",
      "penalisedLogLikelihood",
      "nullLogLikelihood",
      "effectiveParameters",
    ] as const) {
      expect(relativeError(model[field], truth[field])).toBeLessThan(1e-12);
    }
    expect(model.deviance).toBe(-2 * model.logLikelihood);
    expect(model.aic).toBe(model.deviance + 2 * model.effectiveParameters);
    expect(relativeError(model.pseudoR2, 1 - truth.logLikelihood / truth.nullLogLikelihood)).toBeLessThan(
      1e-10,
    );
    expect(model.warnings.some(({ code }) => code === "separation")).toBe(false);
  });
});

describe("published fits", () => {
  it("has the O-rings of the flights before Challenger", () => {
    const { intercept, coefficients } = logisticRegression(data["challenger"] ?? [], {
      outcome: "y",
      covariates: ["x"],
    });
    const printed = published.challenger;
    expect(isPrinted(intercept.estimate, printed.intercept)).toBe(true);
    expect(isPrinted(intercept.standardError ?? 0, printed.interceptError)).toBe(true);
    expect(isPrinted(coefficients[0]?.estimate ?? 0, printed.slope)).toBe(true);
    expect(isPrinted(coefficients[0]?.standardError ?? 0, printed.slopeError)).toBe(true);
  });

  it("has the sedimentation of erythrocytes", () => {
    const { fibrinogen, globulin, high, one, two } = published.esr;
    const rows = fibrinogen.map((value, i) => ({
      fibrinogen: value,
      globulin: globulin[i] ?? 0,
      high: high.includes(i),
    }));
    const single = logisticRegression(rows, { outcome: "high", covariates: ["fibrinogen"] });
    expect(isPrinted(single.intercept.estimate, one.intercept)).toBe(true);
    expect(isPrinted(single.intercept.standardError ?? 0, one.interceptError)).toBe(true);
    expect(isPrinted(single.coefficients[0]?.estimate ?? 0, one.fibrinogen)).toBe(true);
    expect(isPrinted(single.coefficients[0]?.standardError ?? 0, one.fibrinogenError)).toBe(true);
    expect(isPrinted(single.nullDeviance, one.nullDeviance)).toBe(true);
    expect(isPrinted(single.deviance, one.deviance)).toBe(true);
    expect(isPrinted(single.aic, one.aic)).toBe(true);
    const both = logisticRegression(rows, { outcome: "high", covariates: ["fibrinogen", "globulin"] });
    expect(isPrinted(both.intercept.estimate, two.intercept)).toBe(true);
    expect(isPrinted(both.coefficients[0]?.estimate ?? 0, two.fibrinogen)).toBe(true);
    expect(isPrinted(both.coefficients[1]?.estimate ?? 0, two.globulin)).toBe(true);
    expect(isPrinted(both.deviance, two.deviance)).toBe(true);
  });

  it("has closed forms: odds ratios of a fourfold table, and Firth's with a half in each cell", () => {
    const table = (a: number, b: number, c: number, d: number) =>
      [
        { y: 1, g: true, w: a },
        { y: 0, g: true, w: b },
        { y: 1, g: false, w: c },
        { y: 0, g: false, w: d },
      ].filter(({ w }) => w > 0);
    const options = { outcome: "y", covariates: ["g"], weight: "w" } as const;
    const plain = logisticRegression(table(12, 5, 7, 9), options).coefficients[0];
    expect(relativeError(plain?.oddsRatio ?? 0, (12 * 9) / (5 * 7))).toBeLessThan(1e-13);
    expect(relativeError(plain?.standardError ?? 0, Math.sqrt(1 / 12 + 1 / 5 + 1 / 7 + 1 / 9))).toBeLessThan(
      1e-13,
    );
    const firth = logisticRegression(table(12, 0, 7, 9), { ...options, penalty: "firth" }).coefficients[0];
    expect(relativeError(firth?.oddsRatio ?? 0, (12.5 * 9.5) / (0.5 * 7.5))).toBeLessThan(1e-11);
  });
});

describe("separation", () => {
  const options = { outcome: "y", covariates: ["x", "group", "flag"] } as const;
  const rows = data["separated"] as readonly Required<Row>[];

  it("is told with the covariate and the remedy, and leaves the others as without those rows", () => {
    const model = logisticRegression(rows, options);
    const warning = model.warnings.find(({ code }) => code === "separation");
    expect(warning?.covariates).toEqual(["group=c"]);
    expect(warning?.message).toContain('penalty: "firth"');
    const runaway = model.coefficients.find(({ name }) => name === "group=c");
    expect([runaway?.standardError, runaway?.lower, runaway?.pValue]).toEqual([null, null, null]);
    expect(logisticProbability(model, { x: 50, group: "c", flag: false }).lower).toBeNull();
    const without = logisticRegression(
      rows.filter(({ group }) => group !== "c"),
      options,
    );
    for (const name of ["x", "group=b", "flag"]) {
      const [left, right] = [model, without].map((each) => each.coefficients.find((c) => c.name === name));
      expect(relativeError(left?.estimate ?? 0, right?.estimate ?? 1)).toBeLessThan(1e-8);
      expect(relativeError(left?.standardError ?? 0, right?.standardError ?? 1)).toBeLessThan(1e-6);
    }
    expect(readLogisticModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
  });

  it("is told if it is complete, for few rows and many, heavy and light", () => {
    for (const weight of [1e-6, 1, 1e6]) {
      for (const count of [6, 600]) {
        const line = Array.from({ length: count }, (_, x) => ({ x, y: x * 2 >= count, w: weight }));
        const { warnings } = logisticRegression(line, { outcome: "y", covariates: ["x"], weight: "w" });
        expect(warnings.map(({ code }) => code)).toContain("separation");
      }
    }
  });
});

describe("probabilities", () => {
  const rows = data["mixed"] as readonly Required<Row>[];
  const model = logisticRegression(rows, { outcome: "y", covariates: ["x", "group", "flag"], level: 0.9 });

  it("follow from coefficients and covariance", () => {
    const [x, b, c, flag] = model.coefficients.map(({ estimate }) => estimate);
    expect(b).toBeDefined();
    const scored = logisticProbability(model, { x: 40, group: "c", flag: true });
    const eta = model.intercept.estimate + 40 * (x ?? 0) + (c ?? 0) + (flag ?? 0);
    expect(scored.logOdds).toBeCloseTo(eta, 12);
    const values = [1, 40, 0, 1, 1];
    const variance = values.reduce(
      (sum, left, i) =>
        sum + values.reduce((part, right, j) => part + left * right * (model.covariance[i]?.[j] ?? 0), 0),
      0,
    );
    expect(relativeError(scored.standardError ?? 0, Math.sqrt(variance))).toBeLessThan(1e-12);
    const reach = 1.6448536269514722 * Math.sqrt(variance);
    expect(scored.probability).toBeCloseTo(1 / (1 + Math.exp(-eta)), 14);
    expect(scored.lower).toBeCloseTo(1 / (1 + Math.exp(reach - eta)), 12);
    expect(scored.upper).toBeCloseTo(1 / (1 + Math.exp(-reach - eta)), 12);
    expect(logisticProbabilities(model, rows)[3]).toEqual(logisticProbability(model, rows[3] ?? {}));
  });

  it("are 0 and 1 for log odds of ten thousand, without overflow", () => {
    for (const [x, probability] of [
      [1e6, 1],
      [-1e6, 0],
    ] as const) {
      const scored = logisticProbability(model, { x, group: "a", flag: false });
      expect(Math.abs(scored.logOdds)).toBeGreaterThan(1e4);
      expect(scored.probability).toBe(probability);
      expect([scored.lower, scored.upper].every((limit) => limit !== null && limit >= 0 && limit <= 1)).toBe(
        true,
      );
    }
    const far = Array.from({ length: 40 }, (_, i) => ({ x: i === 0 ? 1e9 : i % 7, y: i % 2 === 0 }));
    const steep = logisticRegression(far, { outcome: "y", covariates: ["x"] });
    expect(Number.isFinite(steep.logLikelihood)).toBe(true);
  });

  it("need all covariates, of levels that the model knows", () => {
    const unknown = dataErrorOf(() =>
      logisticProbabilities(model, [rows[0] ?? {}, { x: 1, group: "z", flag: true }]),
    );
    expect(unknown.issues[0]?.field).toBe("rows[1].group");
    expect(unknown.message).toContain('"z"');
    expect(dataErrorOf(() => logisticProbability(model, { x: 1 })).issues[0]?.code).toBe("missing_covariate");
    expect(dataErrorOf(() => logisticProbability({} as LogisticModel, {})).issues[0]?.code).toBe(
      "invalid_model",
    );
  });
});

describe("a stored model", () => {
  const model = logisticRegression(data["challenger"] ?? [], { outcome: "y", covariates: ["x"] });

  it("is plain, frozen and comes back as it was", () => {
    expect(readLogisticModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
    expect(Object.isFrozen(model.coefficients[0])).toBe(true);
    expect(structuredClone(model)).toEqual(model);
  });

  it.each([
    ["text", JSON.stringify(model), "readLogisticModel(JSON.parse(text))"],
    ["another kind", { ...model, kind: "cox" }, "kind"],
    ["a later version", { ...model, version: 2 }, "version 1"],
    ["a penalty that is none", { ...model, penalty: { ridge: -1 } }, "penalty"],
    ["a coefficient too few", { ...model, coefficients: [] }, "There must be 1"],
    ["a covariance of another size", { ...model, covariance: [[1]] }, "It must have 2 rows"],
    ["no intercept", { ...model, intercept: null }, "intercept"],
    ["a likelihood that is none", { ...model, logLikelihood: null }, "logLikelihood"],
  ])("is refused if it is %s", (_what, json, message) => {
    const error = dataErrorOf(() => readLogisticModel(json));
    expect(error.issues[0]?.code).toBe("invalid_model");
    expect(error.message).toContain(message);
  });
});

describe("wrong calls", () => {
  const rows = [
    { y: 1, x: 1, t: "a" },
    { y: 0, x: 2, t: "b" },
    { y: 1, x: 3, t: "a" },
    { y: 0, x: 1, t: "b" },
  ];
  const call = (options: object, input: unknown = rows) =>
    dataErrorOf(() => logisticRegression(input as typeof rows, options as never));
  it.each([
    ["no covariates", { outcome: "y", covariates: [] }, "at least one covariate"],
    ["a misspelt option", { outcome: "y", covariates: ["x"], penality: "firth" }, "no such name"],
    ["a penalty of no strength", { outcome: "y", covariates: ["x"], penalty: { ridge: 0 } }, "above 0"],
    ["an unknown penalty", { outcome: "y", covariates: ["x"], penalty: "lasso" }, '"firth"'],
    ["no outcome", { covariates: ["x"] }, "neither the name of a field"],
    ["an outcome of no kind", { outcome: "x", covariates: ["t"] }, "2 is no outcome"],
    ["one outcome only", { outcome: () => 1, covariates: ["x"] }, "same outcome"],
    ["a constant", { outcome: "y", covariates: [{ name: "c", value: () => 3 }] }, "same in all rows"],
    [
      "a copy",
      { outcome: "y", covariates: ["x", { name: "2x", value: (r: { x: number }) => 2 * r.x }] },
      "say the same",
    ],
    [
      "a weight below 0",
      { outcome: "y", covariates: ["x"], weight: (r: { x: number }) => r.x - 2 },
      "no weight",
    ],
  ])("are refused: %s", (_what, options, message) => {
    expect(call(options).message).toContain(message);
  });

  it("are refused without rows", () => {
    expect(call({ outcome: "y", covariates: ["x"] }, null).message).toContain("no rows");
    expect(call({ outcome: "y", covariates: ["x"] }, [null]).message).toContain("no row");
    expect(call({ outcome: "y", covariates: ["x"] }, []).issues[0]?.code).toBe("not_enough_data");
  });

  it("leave out and count rows that lack something, if asked", () => {
    const gaps = [...rows, { y: null, x: 5, t: "a" }, { y: 1, x: null, t: "a" }];
    const options = { outcome: "y", covariates: ["x"] } as const;
    expect(call(options, gaps).byCode).toEqual({ missing_value: 1, missing_covariate: 1 });
    const model = logisticRegression(gaps, { ...options, invalid: "skip" });
    expect([model.observations, model.skipped]).toEqual([4, 2]);
    expect(model.coefficients).toEqual(logisticRegression(rows, options).coefficients);
  });
});
