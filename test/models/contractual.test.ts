import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Random, seededRandom } from "../../src/math/random.ts";
import type { BdwParameters } from "../../src/models/bdw.ts";
import { churnProbability } from "../../src/models/churn-probability.ts";
import type { ContractHistory } from "../../src/models/contract-histories.ts";
import { contractTotal } from "../../src/models/contract-log-likelihood.ts";
import type { ContractModel } from "../../src/models/contract-models.ts";
import { discountedExpectedLifetime } from "../../src/models/discounted-expected-lifetime.ts";
import { discountedExpectedResidualLifetime } from "../../src/models/discounted-expected-residual-lifetime.ts";
import { expectedLifetime } from "../../src/models/expected-lifetime.ts";
import { fitBdw } from "../../src/models/fit-bdw.ts";
import { fitSbg } from "../../src/models/fit-sbg.ts";
import type { Predictor } from "../../src/models/models.ts";
import { projectSurvivors } from "../../src/models/project-survivors.ts";
import { retentionElasticity } from "../../src/models/retention-elasticity.ts";
import { retentionRate } from "../../src/models/retention-rate.ts";
import { survivalProbability } from "../../src/models/survival-probability.ts";
import { HIGH_END, REGULAR } from "../support/contract-cohorts.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const model: Predictor<ContractModel> = {
  kind: "sbg",
  parameters: { alpha: 0.668, beta: 3.806 },
  unit: "year",
};
const fits = [
  ["sBG", fitSbg],
  ["BdW", fitBdw],
] as const;

/** Renewals that each of so many customers would make, drawn from the assumptions of the model. */
function drawRenewals(random: Random, { alpha, beta, c }: BdwParameters, customers: number): number[] {
  return Array.from({ length: customers }, () => {
    const hazard = -Math.log1p(-random.beta(alpha, beta));
    return Math.ceil((random.exponential(1) / hazard) ** (1 / c)) - 1;
  });
}

/** What is seen of customers who began 1, 2, … or `periods` periods ago. */
function observed(renewals: readonly number[], periods: number): ContractHistory[] {
  return renewals.map((times, i) => {
    const age = 1 + (i % periods);
    return times < age ? { renewals: times, lost: true } : { renewals: age, lost: false };
  });
}

function survivorsOf(renewals: readonly number[], periods: number): number[] {
  return Array.from({ length: periods + 1 }, (_, t) => renewals.filter((times) => times >= t).length);
}

describe.each(fits)("customers under contract as data of the %s", (_name, fitModel) => {
  const rows: ContractHistory[] = HIGH_END.slice(1).map((survivors, t) => ({
    renewals: t,
    lost: true,
    weight: (HIGH_END[t] ?? 0) - survivors,
  }));
  rows.push({ renewals: 12, lost: false, weight: HIGH_END.at(-1) ?? 0 });
  const fromTable = fitModel({ unit: "year", cohorts: [HIGH_END] });

  function expectSame(other: typeof fromTable): void {
    expect(other.customers).toBe(fromTable.customers);
    expect(relativeError(other.logLikelihood, fromTable.logLikelihood)).toBeLessThan(1e-13);
    for (const [name, value] of Object.entries<number>({ ...other.parameters })) {
      expect(relativeError(value, Reflect.get(fromTable.parameters, name) as number)).toBeLessThan(1e-10);
    }
  }

  it("rows say the same as a table", () => {
    expectSame(fitModel({ unit: "year", rows }));
  });

  it("a weight stands for so many equal customers, in any order", () => {
    const repeated = rows.flatMap(({ weight = 1, ...row }) => Array.from({ length: weight }, () => row));
    expectSame(fitModel({ unit: "year", rows: repeated.reverse() }));
  });

  it("cohorts that began together may be one or two", () => {
    const half = HIGH_END.map((survivors) => Math.floor(survivors / 2));
    const rest = HIGH_END.map((survivors, t) => survivors - (half[t] ?? 0));
    expectSame(fitModel({ unit: "year", cohorts: [half, rest] }));
  });

  it("who has just begun counts as a customer and changes nothing else", () => {
    const { customers, parameters } = fitModel({ unit: "year", cohorts: [HIGH_END, [50]] });
    expect(customers).toBe(1050);
    expect(parameters).toEqual(fromTable.parameters);
  });

  it("are judged by the log-likelihood that the fit reached", () => {
    const total = contractTotal(fromTable, { unit: "year", rows });
    expect(relativeError(total, fromTable.logLikelihood)).toBeLessThan(1e-13);
    expect(() => contractTotal(fromTable, { unit: "month", rows })).toThrow("unit");
  });

  it("become a plain frozen record", () => {
    const dated = fitModel({ unit: "month", asOf: "2025-12-31", cohorts: [REGULAR] });
    expect(JSON.parse(JSON.stringify(dated))).toEqual(dated);
    expect(structuredClone(dated)).toEqual(dated);
    expect(Object.isFrozen(dated.parameters)).toBe(true);
    expect(dated).toMatchObject({ version: 1, unit: "month", asOf: "2025-12-31", customers: 1000 });
  });
});

describe("recovery from simulated customers", () => {
  it.each([
    ["sBG", fitSbg, { alpha: 0.8, beta: 2.5, c: 1 }],
    ["BdW", fitBdw, { alpha: 0.5, beta: 2, c: 1.5 }],
    ["BdW", fitBdw, { alpha: 2, beta: 5, c: 0.8 }],
  ] as const)("%s", (_name, fitModel, truth) => {
    const rows = observed(drawRenewals(seededRandom(11), truth, 20_000), 8);
    const { parameters, covariance, convergence, warnings } = fitModel({ unit: "month", rows });
    expect(convergence.converged).toBe(true);
    expect(warnings).toEqual([]);
    Object.entries<number>({ ...parameters }).forEach(([name, value], i) => {
      const error = Math.sqrt(covariance?.[i]?.[i] ?? Number.NaN);
      const actual = truth[name as keyof BdwParameters];
      expect(Math.abs(value - actual) / error, name).toBeLessThan(4);
      expect(error / actual, name).toBeLessThan(0.35);
    });
  });
});

describe("properties of retention", () => {
  const log = fc.double({ min: -5, max: 5, noNaN: true });
  const anyModel: fc.Arbitrary<Predictor<ContractModel>> = fc
    .tuple(log, log, fc.double({ min: -1.5, max: 1.5, noNaN: true }), fc.boolean())
    .map(([a, b, k, plain]) => {
      const [alpha, beta, c] = [Math.exp(a), Math.exp(b), Math.exp(k)];
      return plain
        ? { kind: "sbg", parameters: { alpha, beta }, unit: "year" }
        : { kind: "bdw", parameters: { alpha, beta, c }, unit: "year" };
    });
  const period = fc.integer({ min: 1, max: 500 });

  it("survival falls from 1 by what is lost", () => {
    fc.assert(
      fc.property(anyModel, period, (any, t) => {
        const [before, after] = [survivalProbability(any, t - 1), survivalProbability(any, t)];
        const lost = churnProbability(any, t);
        expect(survivalProbability(any, 0)).toBe(1);
        expect(after).toBeLessThanOrEqual(before);
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(Math.abs(before - after - lost)).toBeLessThan(1e-14);
        expect(retentionRate(any, t)).toBeGreaterThanOrEqual(0);
        expect(retentionRate(any, t)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("survival of those who have renewed is a ratio", () => {
    fc.assert(
      fc.property(anyModel, period, period, (any, renewals, t) => {
        const given = survivalProbability(any, t, { renewals });
        const both = survivalProbability(any, renewals) * given;
        expect(Math.abs(both - survivalProbability(any, renewals + t))).toBeLessThan(1e-13);
      }),
    );
  });

  it("retention rates of an sBG rise", () => {
    fc.assert(
      fc.property(log, log, period, (a, b, t) => {
        const plain = {
          kind: "sbg",
          parameters: { alpha: Math.exp(a), beta: Math.exp(b) },
          unit: "day",
        } as const;
        expect(retentionRate(plain, t + 1)).toBeGreaterThan(retentionRate(plain, t));
      }),
    );
  });

  it("residual lifetimes are above 0, fall with the discount rate and follow from period to period", () => {
    const rate = fc.double({ min: 0.001, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(anyModel, fc.integer({ min: 1, max: 40 }), rate, (any, n, discountRate) => {
        const here = discountedExpectedResidualLifetime(any, n, { discountRate });
        const next = discountedExpectedResidualLifetime(any, n + 1, { discountRate });
        const dearer = discountedExpectedResidualLifetime(any, n, { discountRate: discountRate * 1.1 });
        expect(here).toBeGreaterThanOrEqual(0);
        expect(dearer).toBeLessThanOrEqual(here * (1 + 1e-12));
        // Renewed now, or nothing: DERL(n) = r_n · (1 + DERL(n+1) ÷ (1+d)).
        const recursion = retentionRate(any, n) * (1 + next / (1 + discountRate));
        expect(Math.abs(here - recursion)).toBeLessThanOrEqual(1e-11 * here);
        if (n === 1) {
          const whole = discountedExpectedLifetime(any, { discountRate });
          expect(relativeError(whole, 1 + here / (1 + discountRate))).toBeLessThan(1e-11);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("projectSurvivors", () => {
  const options = { survivors: 491, renewals: 7, periods: 5 };
  const fitted = fitSbg({ unit: "year", cohorts: [HIGH_END.slice(0, 8)] });

  it("covers what happened to the high-end customers", () => {
    const rows = projectSurvivors(fitted, options);
    expect(rows.map(({ period }) => period)).toEqual([8, 9, 10, 11, 12]);
    rows.forEach(({ period, expected, lower, upper, retentionRate: rate, survivalProbability: share }, k) => {
      const actual = HIGH_END[period] ?? 0;
      expect(lower).toBeLessThan(actual);
      expect(upper).toBeGreaterThan(actual);
      expect(rate).toBe(retentionRate(fitted, period));
      expect(share).toBe(survivalProbability(fitted, k + 1, { renewals: 7 }));
      expect(expected).toBeCloseTo(491 * share, 10);
    });
  });

  it("is wider with the uncertainty of the parameters than without, and at a higher level", () => {
    const width = (rows: ReturnType<typeof projectSurvivors>): number =>
      (rows.at(-1)?.upper ?? 0) - (rows.at(-1)?.lower ?? 0);
    const known = { kind: "sbg", parameters: fitted.parameters, unit: "year" } as const;
    expect(width(projectSurvivors(fitted, options))).toBeGreaterThan(width(projectSurvivors(known, options)));
    expect(width(projectSurvivors(known, { ...options, level: 0.99 }))).toBeGreaterThan(
      width(projectSurvivors(known, options)),
    );
  });

  it.each([
    ["sBG", fitSbg, { alpha: 0.8, beta: 2.5, c: 1 }],
    ["BdW", fitBdw, { alpha: 0.4, beta: 1.6, c: 1.4 }],
  ] as const)("covers the future about as often as it says: %s", (_name, fitModel, truth) => {
    const random = seededRandom(5);
    let covered = 0;
    let coveredWithout = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      const survivors = survivorsOf(drawRenewals(random, truth, 600), 12);
      const estimate = fitModel({ unit: "month", cohorts: [survivors.slice(0, 7)] });
      const ask = { survivors: survivors[6] ?? 0, renewals: 6, periods: 6, level: 0.9 };
      const covers = (of: Parameters<typeof projectSurvivors>[0]): number => {
        const last = projectSurvivors(of, ask)[5];
        const actual = survivors[12] ?? 0;
        return last !== undefined && actual >= last.lower - 0.5 && actual <= last.upper + 0.5 ? 1 : 0;
      };
      covered += covers(estimate);
      coveredWithout += covers({ ...estimate, covariance: null });
    }
    // Three standard errors of a share of 0.9 among 300 are 0.052.
    expect(Math.abs(covered / runs - 0.9)).toBeLessThan(0.052);
    expect(coveredWithout).toBeLessThan(covered);
  });

  it("stays between nobody and all", () => {
    for (const alpha of [1e-9, 1e3]) {
      const extreme = { kind: "sbg", parameters: { alpha, beta: 1 }, unit: "day" } as const;
      for (const row of projectSurvivors(extreme, { survivors: 3, renewals: 0, periods: 400 })) {
        expect(row.lower).toBeGreaterThanOrEqual(0);
        expect(row.lower).toBeLessThanOrEqual(row.expected);
        expect(row.upper).toBeGreaterThanOrEqual(row.expected);
        expect(row.upper).toBeLessThanOrEqual(3);
      }
    }
  });
});

describe("what cannot be", () => {
  const tenPercent = { discountRate: 0.1 };

  it.each([
    [
      "rising survivors",
      {
        cohorts: [
          [10, 8],
          [10, 8, 9],
        ],
      },
      "invalid_history",
      1,
      "cohorts[1][2]",
    ],
    ["negative survivors", { cohorts: [[10, -1]] }, "invalid_history", 0, "cohorts[0][1]"],
    ["shares", { cohorts: [[1, 0.869]] }, "invalid_history", 0, "cohorts[0][1]"],
    ["text", { cohorts: [["10", 5]] }, "invalid_history", 0, "cohorts[0][0]"],
    ["a hole", { cohorts: [[10, undefined, 5]] }, "invalid_history", 0, "cohorts[0][1]"],
    ["no customer", { cohorts: [[0, 0]] }, "invalid_history", 0, "cohorts[0][0]"],
    ["an empty table", { cohorts: [[10, 5], []] }, "invalid_history", 1, "cohorts[1]"],
    ["no table", { cohorts: [10, 5] }, "invalid_history", 0, "cohorts[0]"],
    ["no cohort", { cohorts: [] }, "not_enough_data", null, "customers"],
    ["nobody lost", { cohorts: [[10, 10]] }, "not_enough_data", null, "customers"],
    ["no row", { rows: [] }, "not_enough_data", null, "customers"],
    ["half a renewal", { rows: [{ renewals: 0.5, lost: true }] }, "invalid_history", 0, "renewals"],
    ["endless renewals", { rows: [{ renewals: 1e9, lost: true }] }, "invalid_history", 0, "renewals"],
    ["an unclear end", { rows: [{ renewals: 1, lost: 1 }] }, "invalid_history", 0, "lost"],
    ["no weight", { rows: [{ renewals: 1, lost: true, weight: 0 }] }, "invalid_history", 0, "weight"],
    ["no record", { rows: [{ renewals: 1, lost: true }, null] }, "invalid_history", 1, "customer"],
    ["neither rows nor cohorts", {}, "invalid_option", null, "customers"],
    ["both", { rows: [], cohorts: [] }, "invalid_option", null, "customers"],
    ["another unit", { unit: "quarter", rows: [] }, "invalid_option", null, "customers.unit"],
  ])("is refused: %s", (_name, data, code, row, field) => {
    for (const [, fitModel] of fits) {
      const { issues } = dataErrorOf(() => fitModel({ unit: "year", ...data } as never));
      expect(issues[0]).toMatchObject({ code, row, field });
      expect(issues[0]?.message.length).toBeGreaterThan(20);
    }
  });

  it("is refused: no base at all", () => {
    for (const nothing of [undefined, null, 5, []]) {
      expect(dataErrorOf(() => fitSbg(nothing as never)).issues[0]).toMatchObject({ field: "customers" });
    }
  });

  it.each([
    ["periods", () => survivalProbability(model, -1), "invalid_option"],
    ["periods", () => survivalProbability(model, 1.5), "invalid_option"],
    ["renewals", () => survivalProbability(model, 1, { renewals: -1 }), "invalid_option"],
    ["options.given", () => survivalProbability(model, 1, { given: 1 } as never), "invalid_option"],
    ["period", () => retentionRate(model, 0), "invalid_option"],
    ["period", () => churnProbability(model, Number.NaN), "invalid_option"],
    ["discountRate", () => discountedExpectedLifetime(model, { discountRate: 10 }), "invalid_option"],
    ["discountRate", () => discountedExpectedLifetime(model, {} as never), "invalid_option"],
    ["options", () => discountedExpectedLifetime(model, undefined as never), "invalid_option"],
    ["payments", () => discountedExpectedResidualLifetime(model, 0, tenPercent), "invalid_option"],
    ["payments", () => retentionElasticity(model, 0, tenPercent), "invalid_option"],
    ["survivors", () => projectSurvivors(model, { survivors: 0, renewals: 1, periods: 1 }), "invalid_option"],
    ["periods", () => projectSurvivors(model, { survivors: 5, renewals: 1, periods: 0 }), "invalid_option"],
    [
      "level",
      () => projectSurvivors(model, { survivors: 5, renewals: 1, periods: 1, level: 1 }),
      "invalid_option",
    ],
    ["model", () => expectedLifetime({ kind: "bg-nbd" } as never), "invalid_model"],
    ["model", () => retentionRate(undefined as never, 1), "invalid_model"],
    ["unit", () => retentionRate({ ...model, unit: "quarter" } as never, 1), "invalid_model"],
    [
      "parameters.alpha",
      () => retentionRate({ kind: "sbg", parameters: { alpha: -1, beta: 1 }, unit: "day" }, 1),
      "invalid_model",
    ],
    [
      "parameters.c",
      () => retentionRate({ kind: "bdw", parameters: { alpha: 1, beta: 1 }, unit: "day" } as never, 1),
      "invalid_model",
    ],
  ] as const)("is refused as %s", (field, call, code) => {
    expect(dataErrorOf(call).issues).toMatchObject([{ code, field }]);
  });
});
