import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../../src/rows/data-error.ts";
import type { LogisticModel, LogisticPenalty } from "../../src/statistics/logistic-model.ts";
import { logisticProbabilities } from "../../src/statistics/logistic-probability.ts";
import { logisticRegression } from "../../src/statistics/logistic-regression.ts";

interface Row {
  readonly y: boolean;
  readonly w: number;
  readonly x: number;
  readonly flag: boolean;
  readonly group: string;
}

const row: fc.Arbitrary<Row> = fc.record({
  y: fc.boolean(),
  w: fc.integer({ min: 1, max: 4 }),
  x: fc.integer({ min: -20, max: 20 }),
  flag: fc.boolean(),
  group: fc.constantFrom("a", "b", "c"),
});
const rows = fc.array(row, { minLength: 25, maxLength: 60 });
const penalties = fc.constantFrom<LogisticPenalty>("none", "firth", { ridge: 0.3 }, { ridge: 20 });
const covariates = ["x", "flag", "group"] as const;

function fitRows(data: readonly Row[], penalty: LogisticPenalty): LogisticModel {
  return logisticRegression(data, { outcome: "y", covariates, weight: "w", penalty });
}

/** The fits of data that determine their coefficients well enough for digits to be compared. */
function fitted(data: readonly Row[], penalty: LogisticPenalty): LogisticModel | null {
  try {
    const model = fitRows(data, penalty);
    return model.convergence.converged && model.coefficients.every((c) => (c.standardError ?? 9) < 3)
      ? model
      : null;
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

function estimates({ intercept, coefficients }: LogisticModel): number[] {
  return [intercept.estimate, ...coefficients.map(({ estimate }) => estimate)];
}

function expectClose(left: readonly number[], right: readonly number[], tolerance = 1e-8): void {
  expect(left.length).toBe(right.length);
  const scale = Math.max(1, ...right.map(Math.abs));
  left.forEach((value, i) => {
    expect(Math.abs(value - (right[i] ?? Number.NaN)) / scale).toBeLessThan(tolerance);
  });
}

describe("laws of the fit", () => {
  it("rarely lack a fit to be tried on", () => {
    const good = fc.sample(rows, { numRuns: 100, seed: 1 }).filter((data) => fitted(data, "none") !== null);
    expect(good.length).toBeGreaterThan(80);
  });

  it("hold whatever the order of the rows, and for weights as for repeated rows", () => {
    fc.assert(
      fc.property(rows, penalties, (data, penalty) => {
        const model = fitted(data, penalty);
        fc.pre(model !== null);
        const repeated = [...data]
          .reverse()
          .flatMap((each) => Array.from({ length: each.w }, () => ({ ...each, w: 1 })));
        const again = fitRows(repeated, penalty);
        expectClose(estimates(again), estimates(model));
        expectClose(again.covariance.flat(), model.covariance.flat());
        expectClose([again.deviance, again.aic, again.bic], [model.deviance, model.aic, model.bic], 1e-10);
      }),
    );
  });

  it("hold whatever the unit and the origin of a covariate", () => {
    const scale = fc.constantFrom(1e-9, 1e-3, -7, 365.25, 1e10);
    fc.assert(
      fc.property(rows, penalties, scale, fc.constantFrom(0, 1, -30), (data, penalty, factor, shift) => {
        const model = fitted(data, penalty);
        fc.pre(model !== null);
        const other = fitRows(
          data.map((each) => ({ ...each, x: factor * (each.x + shift) })),
          penalty,
        );
        const [intercept = 0, x = 0, ...rest] = estimates(model);
        const [otherIntercept = 0, otherX = 0, ...otherRest] = estimates(other);
        expectClose(
          [otherIntercept, otherX * factor, ...otherRest],
          [intercept - shift * x, x, ...rest],
          1e-7,
        );
        expectClose([other.deviance], [model.deviance], 1e-10);
      }),
    );
  });

  it("change the signs if the outcome is turned round", () => {
    fc.assert(
      fc.property(rows, penalties, (data, penalty) => {
        const model = fitted(data, penalty);
        fc.pre(model !== null);
        const turned = fitRows(
          data.map((each) => ({ ...each, y: !each.y })),
          penalty,
        );
        expectClose(
          estimates(turned).map((value) => -value),
          estimates(model),
        );
        expectClose(turned.covariance.flat(), model.covariance.flat());
      }),
    );
  });

  it("foretell as many as came, without a penalty and under a ridge", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom<LogisticPenalty>("none", { ridge: 3 }), (data, penalty) => {
        const model = fitted(data, penalty);
        fc.pre(model !== null);
        const probabilities = logisticProbabilities(
          model,
          data.map(({ x, flag, group }) => ({ x, flag, group })),
        );
        const foretold = probabilities.reduce(
          (sum, { probability }, i) => sum + probability * (data[i]?.w ?? 0),
          0,
        );
        const came = data.reduce((sum, { y, w }) => sum + (y ? w : 0), 0);
        expect(Math.abs(foretold - came)).toBeLessThan(1e-8);
        for (const { probability, lower, upper } of probabilities) {
          expect(probability).toBeGreaterThan(0);
          expect(probability).toBeLessThan(1);
          expect(lower ?? 0).toBeLessThanOrEqual(probability);
          expect(upper ?? 1).toBeGreaterThanOrEqual(probability);
        }
      }),
    );
  });

  it("hold coefficients back the more, the stronger the ridge", () => {
    const spread = (model: LogisticModel, data: readonly Row[]): number => {
      const deviation = (values: readonly number[]): number => {
        const total = data.reduce((sum, { w }) => sum + w, 0);
        const mean = data.reduce((sum, { w }, i) => sum + w * (values[i] ?? 0), 0) / total;
        return Math.sqrt(data.reduce((sum, { w }, i) => sum + w * ((values[i] ?? 0) - mean) ** 2, 0) / total);
      };
      return model.coefficients.reduce((sum, { estimate, covariate, level }) => {
        const values = data.map((each) =>
          level === null ? Number(each[covariate as "x" | "flag"]) : Number(each.group === level),
        );
        return sum + (estimate * deviation(values)) ** 2;
      }, 0);
    };
    fc.assert(
      fc.property(rows, (data) => {
        const models = (["none", { ridge: 0.5 }, { ridge: 5 }, { ridge: 500 }] as const).map((penalty) =>
          fitted(data, penalty),
        );
        const known = models.filter((model) => model !== null);
        fc.pre(known.length === models.length);
        const sizes = known.map((model) => spread(model, data));
        for (let i = 1; i < sizes.length; i++)
          expect(sizes[i] ?? 9).toBeLessThanOrEqual((sizes[i - 1] ?? 0) * (1 + 1e-9) + 1e-20);
        const parameters = known.map(({ effectiveParameters }) => effectiveParameters);
        expect(parameters[0]).toBe(5);
        expect(parameters[3] ?? 9).toBeLessThan(2);
        expect(parameters[3] ?? 0).toBeGreaterThan(1);
      }),
    );
  });

  it("see separation by one number exactly where there is some", () => {
    const points = fc.array(fc.record({ y: fc.boolean(), x: fc.integer({ min: 0, max: 6 }) }), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(points, (data) => {
        const [won, lost] = [true, false].map((y) => data.filter((each) => each.y === y).map(({ x }) => x));
        fc.pre(won !== undefined && lost !== undefined && won.length > 0 && lost.length > 0);
        fc.pre(new Set(data.map(({ x }) => x)).size > 1);
        const separated =
          Math.max(...(lost ?? [])) <= Math.min(...(won ?? [])) ||
          Math.max(...(won ?? [])) <= Math.min(...(lost ?? []));
        const { warnings, convergence } = logisticRegression(data, { outcome: "y", covariates: ["x"] });
        expect(warnings.some(({ code }) => code === "separation")).toBe(separated);
        expect(convergence.converged).toBe(!separated);
        const firth = logisticRegression(data, { outcome: "y", covariates: ["x"], penalty: "firth" });
        expect(firth.convergence.converged).toBe(true);
        expect(firth.coefficients[0]?.standardError ?? 0).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
