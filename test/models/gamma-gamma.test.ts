import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/math/random.ts";
import { expectedSpend } from "../../src/models/expected-spend.ts";
import type { GammaGammaModel } from "../../src/models/fit-gamma-gamma.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import {
  type GammaGammaParameters,
  spendExpectation,
  spendLogLikelihood,
} from "../../src/models/gamma-gamma.ts";
import { gammaGammaLikelihood } from "../../src/models/gamma-gamma-likelihood.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import { type SpendHistory, spendCells } from "../../src/models/spend-cells.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import reference from "../reference/gamma-gamma.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

type Table<Value> = Readonly<Record<string, Value>>;
const params: Table<readonly number[]> = reference.params;
const histories = reference.x_m.map(([x = 0, m = 0]) => [x, m] as const);

function simulateSpend(
  { p, q, gamma }: GammaGammaParameters,
  customers: number,
  seed: number,
): SpendHistory[] {
  const random = seededRandom(seed);
  return Array.from({ length: customers }, () => {
    const frequency = 1 + Math.floor(random.exponential(0.5));
    const scale = random.gamma(q, gamma);
    return { frequency, monetaryValue: random.gamma(p * frequency, scale) / frequency };
  });
}

describe.each(Object.keys(params))("Gamma-Gamma against 30-digit values, parameters %s", (name) => {
  const [p = 0, q = 0, gamma = 0] = params[name] ?? [];

  it("log-likelihood", () => {
    const truth = (reference.loglik as Table<readonly string[]>)[name] ?? [];
    histories.forEach(([x, m], i) => {
      const value = spendLogLikelihood({ p, q, gamma }, x, m);
      expect(relativeError(value, Number(truth[i])), `x=${x} m=${m}`).toBeLessThan(1e-10);
    });
  });

  it("conditional expectation", () => {
    const truth = (reference.conditional_expected_value as Table<readonly (string | null)[]>)[name] ?? [];
    histories.forEach(([x, m], i) => {
      const expected = truth[i] ?? null;
      if (expected === null) return;
      expect(
        relativeError(spendExpectation({ p, q, gamma }, x, m), Number(expected)),
        `x=${x} m=${m}`,
      ).toBeLessThan(1e-10);
    });
  });
});

describe("expectedSpend", () => {
  // The published means were computed with full-precision parameters; with the printed ones they agree to .1 (Hardie's sheet).
  const model = {
    kind: "gamma-gamma",
    parameters: { p: 6.25, q: 3.74, gamma: 15.44 },
    unit: "week",
  } as const;

  it.each([
    [2, 22.35, 24.65],
    [1, 11.77, 18.91],
    [0, 0, 35.17],
    [7, 73.74, 71.46],
    [2, 25.55, 27.28],
  ])("x = %s, mean %s: %s", (frequency, monetaryValue, published) => {
    expect(Math.abs(expectedSpend(model, { frequency, monetaryValue }) - published)).toBeLessThan(0.1);
  });

  it("refuses a mean that does not exist", () => {
    const heavy = { ...model, parameters: { p: 0.5, q: 0.9, gamma: 15 } };
    expect(dataErrorOf(() => expectedSpend(heavy, { frequency: 0, monetaryValue: 0 })).message).toContain(
      "does not exist",
    );
    expect(expectedSpend(heavy, { frequency: 4, monetaryValue: 10 })).toBeGreaterThan(0);
  });

  it.each([
    [{ frequency: -1, monetaryValue: 1 }, "frequency"],
    [{ frequency: 1, monetaryValue: Number.NaN }, "monetaryValue"],
    [{ frequency: 1, monetaryValue: -3 }, "monetaryValue"],
  ])("refuses %o", (customer, field) => {
    expect(dataErrorOf(() => expectedSpend(model, customer)).issues[0]).toMatchObject({ field });
  });

  it.each([
    ["a name that is none", { p: 6.25, q: 3.74, v: 15.44 }, "parameters.gamma"],
    ["a number below 0", { p: -1, q: 3.74, gamma: 15.44 }, "parameters.p"],
    ["nothing at all", undefined, "parameters.p"],
  ])("refuses parameters with %s", (_what, parameters, field) => {
    const literal = { kind: "gamma-gamma", parameters, unit: "week" } as unknown as GammaGammaModel;
    const call = (): number => expectedSpend(literal, { frequency: 2, monetaryValue: 22.35 });
    expect(dataErrorOf(call).issues[0]).toMatchObject({ code: "invalid_model", field });
  });
});

describe("fitGammaGamma", () => {
  const truth = { p: 6, q: 4, gamma: 15 };
  const rows = simulateSpend(truth, 8000, 2);
  const model = fitGammaGamma({ unit: "day", rows });

  it("recovers the parameters of simulated customers", () => {
    const errors = standardErrors(model);
    expect(model.convergence.converged).toBe(true);
    for (const name of ["p", "q", "gamma"] as const) {
      expect(Math.abs(model.parameters[name] - truth[name]) / (errors[name] ?? 0), name).toBeLessThan(4);
      expect((errors[name] ?? 1) / truth[name]).toBeLessThan(0.15);
    }
  });

  it("has the log-likelihood that the formula for one customer adds up to", () => {
    expect(relativeError(logLikelihood(model, { unit: "day", rows }), model.logLikelihood)).toBeLessThan(
      1e-12,
    );
  });

  it("leaves out who did not buy again or spent nothing", () => {
    const more = [...rows, { frequency: 0, monetaryValue: 0 }, { frequency: 3, monetaryValue: 0 }];
    const again = fitGammaGamma({ unit: "day", rows: more });
    expect(again.customers).toBe(rows.length);
    expect(again.parameters).toEqual(model.parameters);
  });

  it("scales with money in gamma only", () => {
    const cents = fitGammaGamma({
      unit: "day",
      rows: rows.map((row) => ({ ...row, monetaryValue: row.monetaryValue * 100 })),
    }).parameters;
    expect(relativeError(cents.gamma, model.parameters.gamma * 100)).toBeLessThan(1e-8);
    expect(relativeError(cents.p, model.parameters.p)).toBeLessThan(1e-8);
    expect(relativeError(cents.q, model.parameters.q)).toBeLessThan(1e-8);
  });

  it("takes a weight for so many equal customers", () => {
    const some = rows.slice(0, 500);
    const weighted = fitGammaGamma({
      unit: "day",
      rows: some.map((row, i) => ({ ...row, weight: 1 + (i % 2) })),
    });
    const repeated = fitGammaGamma({
      unit: "day",
      rows: some.flatMap((row, i) => (i % 2 === 0 ? [row] : [row, row])),
    });
    expect(weighted.customers).toBe(repeated.customers);
    expect(relativeError(weighted.parameters.gamma, repeated.parameters.gamma)).toBeLessThan(1e-8);
  });

  it("refuses a base with too few repeat customers", () => {
    const error = dataErrorOf(() => fitGammaGamma({ unit: "day", rows: rows.slice(0, 2) }));
    expect(error.byCode).toEqual({ not_enough_data: 1 });
  });

  it("says so when all spent the same", () => {
    const same = Array.from({ length: 50 }, () => ({ frequency: 2, monetaryValue: 20 }));
    const { covariance, warnings, parameters } = fitGammaGamma({ unit: "day", rows: same });
    expect(warnings.map(({ code }) => code)).toContain("not-identified");
    expect(covariance).toBeNull();
    expect(Object.values(parameters).every(Number.isFinite)).toBe(true);
  });

  it("has derivatives that are its differences", () => {
    const log = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    const likelihood = gammaGammaLikelihood(spendCells({ unit: "day", rows: rows.slice(0, 60) }));
    fc.assert(
      fc.property(fc.tuple(log, log, log), (shift) => {
        const point = [Math.log(6) + shift[0], Math.log(4) + shift[1], Math.log(15) + shift[2]];
        const here = likelihood(point);
        const h = 1e-5;
        for (let i = 0; i < 3; i++) {
          const up = likelihood(point.map((x, k) => (k === i ? x + h : x)));
          const down = likelihood(point.map((x, k) => (k === i ? x - h : x)));
          const size = 1 + Math.abs(here.value);
          expect(Math.abs((up.value - down.value) / (2 * h) - (here.gradient[i] ?? 0)) / size).toBeLessThan(
            1e-7,
          );
          for (let j = 0; j < 3; j++) {
            const slope = ((up.gradient[j] ?? 0) - (down.gradient[j] ?? 0)) / (2 * h);
            expect(Math.abs(slope - (here.hessian[i]?.[j] ?? 0)) / size).toBeLessThan(1e-7);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
