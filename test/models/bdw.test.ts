import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logSurvival, logSurvivalSlopes } from "../../src/models/bdw.ts";
import { bdwLikelihood } from "../../src/models/bdw-likelihood.ts";
import { churnProbability } from "../../src/models/churn-probability.ts";
import type { ContractModel } from "../../src/models/contract-models.ts";
import { discountedExpectedLifetime } from "../../src/models/discounted-expected-lifetime.ts";
import { discountedExpectedResidualLifetime } from "../../src/models/discounted-expected-residual-lifetime.ts";
import { expectedLifetime } from "../../src/models/expected-lifetime.ts";
import { fitBdw } from "../../src/models/fit-bdw.ts";
import { fitSbg } from "../../src/models/fit-sbg.ts";
import type { Predictor } from "../../src/models/models.ts";
import { retentionElasticity } from "../../src/models/retention-elasticity.ts";
import { retentionRate } from "../../src/models/retention-rate.ts";
import { sbgLikelihood } from "../../src/models/sbg-likelihood.ts";
import { survivalProbability } from "../../src/models/survival-probability.ts";
import { tenureCells } from "../../src/models/tenure-cells.ts";
import reference from "../reference/bdw.json" with { type: "json" };
import { HIGH_END, REGULAR } from "../support/contract-cohorts.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

type Table<Value> = Readonly<Record<string, Value>>;
const params: Table<readonly number[]> = reference.params;

function bdw(alpha: number, beta: number, c: number): Predictor<ContractModel> {
  return { kind: "bdw", parameters: { alpha, beta, c }, unit: "year" };
}

describe.each(Object.keys(params))("BdW against 20-digit values, parameters %s", (name) => {
  const [alpha = 0, beta = 0, c = 0] = params[name] ?? [];
  const model = bdw(alpha, beta, c);
  const numbers = (table: object): readonly number[] => ((table as Table<string[]>)[name] ?? []).map(Number);

  it("survival, retention and probabilities of leaving", () => {
    const logS = numbers(reference.log_S);
    const logP = numbers(reference.log_P_T_eq_t);
    const lost = numbers(reference.one_minus_retention);
    reference.t.forEach((t, i) => {
      expect(relativeError(logSurvival({ alpha, beta, c }, 0, t), logS[i] ?? 0), `S(${t})`).toBeLessThan(
        1e-13,
      );
      const rate = retentionRate(model, t);
      expect(relativeError(rate, 1 - (lost[i] ?? 0)), `r(${t})`).toBeLessThan(1e-13);
      const loss = -Math.expm1(logSurvival({ alpha, beta, c }, t - 1, t));
      expect(relativeError(loss, lost[i] ?? 0), `1−r(${t})`).toBeLessThan(1e-13);
      const value = churnProbability(model, t);
      // Below e^−745 there is no double.
      if ((logP[i] ?? 0) < -700) expect(value).toBeLessThan(1e-300);
      else expect(Math.abs(Math.log(value) - (logP[i] ?? 0)), `P(${t})`).toBeLessThan(1e-12);
    });
  });

  it("discounted and mean lifetimes", () => {
    const del = numbers(reference.DEL);
    const derl = (reference.DERL as Table<readonly (readonly string[])[]>)[name] ?? [];
    reference.discount.forEach((discountRate, k) => {
      const lifetime = discountedExpectedLifetime(model, { discountRate });
      expect(relativeError(lifetime, del[k] ?? 0), `d=${discountRate}`).toBeLessThan(1e-12);
      reference.payments.forEach((n, i) => {
        const value = discountedExpectedResidualLifetime(model, n, { discountRate });
        const truth = Number(derl[i]?.[k]);
        expect(relativeError(value, truth), `n=${n} d=${discountRate}`).toBeLessThan(1e-12);
      });
    });
    const mean = (reference.mean_lifetime as Table<string | null>)[name] ?? null;
    if (mean !== null) expect(relativeError(expectedLifetime(model), Number(mean))).toBeLessThan(1e-12);
    else expect(() => expectedLifetime(model)).toThrow("infinite");
  });
});

describe("retentionElasticity of a BdW", () => {
  it.each(Object.entries(reference.elasticity_10_percent))(
    "is the mean over customers: %s",
    (name, values) => {
      const [alpha = 0, beta = 0, c = 0] = params[name] ?? [];
      [1, 4].forEach((n, i) => {
        const value = retentionElasticity(bdw(alpha, beta, c), n, { discountRate: 0.1 });
        expect(relativeError(value, Number(values[i])), `n=${n}`).toBeLessThan(1e-12);
      });
    },
  );

  it("exists without discounting where the mean lifetime does", () => {
    // With c = 1 it is E[1 ÷ θ] = (α+β+n−2) ÷ (α−1).
    expect(relativeError(retentionElasticity(bdw(2, 3, 1), 2, { discountRate: 0 }), 5)).toBeLessThan(1e-11);
    expect(retentionElasticity(bdw(1.5, 3, 0.8), 2, { discountRate: 0 })).toBeGreaterThan(1);
    const error = dataErrorOf(() => retentionElasticity(bdw(1.2, 3, 0.8), 2, { discountRate: 0 }));
    expect(error.issues[0]).toMatchObject({ field: "discountRate" });
  });
});

describe("fitBdw", () => {
  it.each([
    ["high_end_4", 0.2593, 1.7226, 1.5844, -1222.749, 0.3889],
    ["high_end_7", 0.2143, 1.4266, 1.7236, -1605.314, 0.4039],
    ["regular_4", 0.523, 0.8943, 1.1964, -1401.383, 0.1714],
    ["regular_7", 0.4556, 0.7793, 1.2835, -1679.603, 0.1773],
    ["nz_domains", 0.2359, 1.0498, 2.2075, -7820.706, 0.2532],
  ] as const)("finds the maximum of %s", (name, alpha, beta, c, logLikelihood, survival) => {
    const truth = reference.mle[name];
    const model = fitBdw({ unit: "year", cohorts: [truth.survivors] });
    expect(model.convergence.converged).toBe(true);
    expect(model.warnings).toEqual([]);
    (["alpha", "beta", "c"] as const).forEach((parameter, i) => {
      expect(relativeError(model.parameters[parameter], Number(truth[parameter]))).toBeLessThan(1e-8);
      const error = Math.sqrt(model.covariance?.[i]?.[i] ?? Number.NaN);
      expect(relativeError(error, Number(truth[`se_${parameter}`]))).toBeLessThan(1e-5);
    });
    expect(Math.abs(model.logLikelihood - Number(truth.loglik))).toBeLessThan(1e-8);
    expect(relativeError(survivalProbability(model, 12), Number(truth.S_12))).toBeLessThan(1e-8);
    expect(model.parameters.alpha).toBeCloseTo(alpha, 4);
    expect(model.parameters.beta).toBeCloseTo(beta, 4);
    expect(model.parameters.c).toBeCloseTo(c, 4);
    expect(model.logLikelihood).toBeCloseTo(logLikelihood, 3);
    expect(survivalProbability(model, 12)).toBeCloseTo(survival, 4);
  });

  it("projects the high-end customers from 4 years nearly as they went", () => {
    const model = fitBdw({ unit: "year", cohorts: [HIGH_END.slice(0, 5)] });
    const expected = [1, 0.869, 0.742, 0.655, 0.593, 0.547, 0.51, 0.481, 0.457, 0.436, 0.418, 0.403, 0.389];
    expected.forEach((share, t) => {
      expect(survivalProbability(model, t)).toBeCloseTo(share, 3);
      expect(Math.abs(share - (HIGH_END[t] ?? 0) / 1000)).toBeLessThan(0.012);
    });
  });

  it("fits no worse than the sBG, which it contains", () => {
    for (const survivors of [HIGH_END, REGULAR]) {
      for (const years of [3, 4, 5, 7, 12]) {
        const customers = { unit: "year", cohorts: [survivors.slice(0, years + 1)] } as const;
        expect(fitBdw(customers).logLikelihood).toBeGreaterThan(fitSbg(customers).logLikelihood);
      }
    }
  });

  it.each([
    ["one period", [[1000, 900]]],
    ["two periods", [[1000, 900, 810]]],
    ["equal customers", [[100000, 90000, 81000, 72900, 65610, 59049]]],
    ["all gone after the second period", [[1000, 900, 0]]],
    ["all gone at once", [[1000, 0]]],
  ])("says what the data leave open: %s", (_name, cohorts) => {
    const { parameters, covariance, warnings, logLikelihood } = fitBdw({ unit: "year", cohorts });
    expect(warnings.map(({ code }) => code)).toEqual(["not-identified"]);
    expect(covariance).toBeNull();
    expect(Number.isFinite(logLikelihood)).toBe(true);
    expect(survivalProbability({ kind: "bdw", parameters, unit: "year" }, 3)).toBeGreaterThanOrEqual(0);
  });
});

describe("the BdW with c = 1", () => {
  const positive = fc.double({ min: -4, max: 4, noNaN: true }).map(Math.exp);

  it("is the sBG", () => {
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 1, max: 60 }), (alpha, beta, n) => {
        const plain: Predictor<ContractModel> = { kind: "sbg", parameters: { alpha, beta }, unit: "year" };
        const same = bdw(alpha, beta, 1);
        const options = { discountRate: 0.05 };
        expect(survivalProbability(same, n)).toBe(survivalProbability(plain, n));
        for (const sum of [discountedExpectedResidualLifetime, retentionElasticity]) {
          expect(relativeError(sum(same, n, options), sum(plain, n, options)), sum.name).toBeLessThan(1e-11);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("has its likelihood", () => {
    const cells = tenureCells({ unit: "year", cohorts: [HIGH_END, REGULAR.slice(0, 6)] });
    const plain = sbgLikelihood(cells)([0.3, 1.4]);
    const same = bdwLikelihood(cells)([0.3, 1.4, 0]);
    expect(relativeError(same.value, plain.value)).toBeLessThan(1e-14);
    for (const i of [0, 1]) {
      expect(relativeError(same.gradient[i] ?? 0, plain.gradient[i] ?? 0)).toBeLessThan(1e-11);
      for (const j of [0, 1]) {
        expect(relativeError(same.hessian[i]?.[j] ?? 0, plain.hessian[i]?.[j] ?? 0)).toBeLessThan(1e-11);
      }
    }
  });
});

describe("the likelihood of the BdW", () => {
  const likelihood = bdwLikelihood(tenureCells({ unit: "year", cohorts: [HIGH_END, REGULAR.slice(0, 6)] }));

  const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

  it.each([
    ["anywhere", fc.tuple(between(-2.5, 2.5), between(-2.5, 2.5), between(-2, 1.5))],
    // 13^c passes e^230 at log c = 4.5, 2^c at 5.8: here the formulas change.
    ["with a very large c", fc.tuple(between(-9, -6), between(-6, 0), between(3.5, 6.2))],
  ])("has derivatives that are its differences: %s", (_name, points) => {
    fc.assert(
      fc.property(points, (point) => {
        const here = likelihood(point);
        const h = 1e-5;
        for (let i = 0; i < 3; i++) {
          const up = likelihood(point.map((x, k) => (k === i ? x + h : x)));
          const down = likelihood(point.map((x, k) => (k === i ? x - h : x)));
          const size = 1 + Math.abs(here.value);
          const slope = (up.value - down.value) / (2 * h);
          expect(Math.abs(slope - (here.gradient[i] ?? 0)) / size).toBeLessThan(1e-7);
          for (let j = 0; j < 3; j++) {
            const curve = ((up.gradient[j] ?? 0) - (down.gradient[j] ?? 0)) / (2 * h);
            expect(Math.abs(curve - (here.hessian[i]?.[j] ?? 0)) / size).toBeLessThan(1e-7);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("passes smoothly to where t^c overflows", () => {
    // 10^c is e^230 at c = 99.89
    for (const c of [99, 101, 400]) {
      const parameters = { alpha: 0.01, beta: 0.5, c };
      // Γ(α+β) ÷ Γ(β) · 10^(−αc), from mpmath
      const expected = -0.0193911249948993 - 0.01 * c * Math.log(10);
      expect(relativeError(logSurvival(parameters, 0, 10), expected), `c=${c}`).toBeLessThan(1e-12);
      expect(logSurvival(parameters, 10, 20)).toBeCloseTo(-0.01 * c * Math.LN2, 12);
      const [, , byC] = logSurvivalSlopes(parameters, 10, 20);
      expect(byC).toBeCloseTo(-0.01 * Math.LN2, 12);
    }
  });
});
