import { describe, expect, it } from "vitest";
import { logSurvival } from "../../src/models/bdw.ts";
import { churnProbability } from "../../src/models/churn-probability.ts";
import { contractTotal } from "../../src/models/contract-log-likelihood.ts";
import type { ContractModel } from "../../src/models/contract-models.ts";
import { discountedExpectedLifetime } from "../../src/models/discounted-expected-lifetime.ts";
import { discountedExpectedResidualLifetime } from "../../src/models/discounted-expected-residual-lifetime.ts";
import { expectedLifetime } from "../../src/models/expected-lifetime.ts";
import { fitSbg } from "../../src/models/fit-sbg.ts";
import type { Predictor } from "../../src/models/models.ts";
import { retentionElasticity } from "../../src/models/retention-elasticity.ts";
import { retentionRate } from "../../src/models/retention-rate.ts";
import { survivalProbability } from "../../src/models/survival-probability.ts";
import reference from "../reference/sbg.json" with { type: "json" };
import { HIGH_END, REGULAR } from "../support/contract-cohorts.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

type Table<Value> = Readonly<Record<string, Value>>;
const params: Table<readonly number[]> = reference.params;

function sbg(alpha: number, beta: number): Predictor<ContractModel> {
  return { kind: "sbg", parameters: { alpha, beta }, unit: "year" };
}

const tenPercent = { discountRate: 0.1 };

describe.each(Object.keys(params))("sBG against 30-digit values, parameters %s", (name) => {
  const [alpha = 0, beta = 0] = params[name] ?? [];
  const model = sbg(alpha, beta);
  const numbers = (table: object): readonly number[] => ((table as Table<string[]>)[name] ?? []).map(Number);

  it("survival and retention", () => {
    const logS = numbers(reference.log_S);
    const rates = numbers(reference.retention_r_t);
    reference.t.forEach((t, i) => {
      const logSurvived = logSurvival({ alpha, beta, c: 1 }, 0, t);
      expect(relativeError(logSurvived, logS[i] ?? 0), `log S(${t})`).toBeLessThan(1e-13);
      expect(survivalProbability(model, t)).toBe(Math.exp(logSurvived));
      expect(relativeError(retentionRate(model, t), rates[i] ?? 0), `r(${t})`).toBeLessThan(1e-14);
    });
  });

  it("probabilities of leaving", () => {
    const logP = numbers(reference.log_P_T_eq_t);
    reference.t.forEach((t, i) => {
      const truth = logP[i] ?? 0;
      const value = churnProbability(model, t);
      // e^−2058 is no double.
      if (truth < -700) expect(value).toBe(0);
      else expect(relativeError(Math.log(value), truth), `P(${t})`).toBeLessThan(1e-13);
    });
  });

  it("discounted lifetimes", () => {
    const del = numbers(reference.DEL);
    const derl = (reference.DERL as Table<readonly (readonly string[])[]>)[name] ?? [];
    reference.discount_d.forEach((discountRate, k) => {
      const options = { discountRate };
      expect(
        relativeError(discountedExpectedLifetime(model, options), del[k] ?? 0),
        `d=${discountRate}`,
      ).toBeLessThan(1e-12);
      reference.DERL_n.forEach((n, i) => {
        const value = discountedExpectedResidualLifetime(model, n, options);
        const truth = Number(derl[i]?.[k]);
        expect(relativeError(value, truth), `n=${n} d=${discountRate}`).toBeLessThan(1e-12);
      });
    });
  });
});

describe("fitSbg", () => {
  it.each([
    ["high_end_first_7_years", HIGH_END, 7],
    ["high_end_first_12_years", HIGH_END, 12],
    ["regular_first_7_years", REGULAR, 7],
    ["regular_first_12_years", REGULAR, 12],
  ] as const)("finds the maximum of %s", (name, survivors, years) => {
    const truth = reference.mle[name];
    const model = fitSbg({ unit: "year", cohorts: [survivors.slice(0, years + 1)] });
    const { alpha, beta } = model.parameters;
    expect(model.convergence.converged).toBe(true);
    expect(model.warnings).toEqual([]);
    expect(relativeError(alpha, Number(truth.alpha))).toBeLessThan(1e-9);
    expect(relativeError(beta, Number(truth.beta))).toBeLessThan(1e-9);
    expect(Math.abs(model.logLikelihood - Number(truth.loglik))).toBeLessThan(1e-8);
    const errors = model.covariance?.map((row, i) => Math.sqrt(row[i] ?? Number.NaN)) ?? [];
    expect(relativeError(errors[0] ?? 0, Number(truth.se_alpha))).toBeLessThan(1e-6);
    expect(relativeError(errors[1] ?? 0, Number(truth.se_beta))).toBeLessThan(1e-6);
    expect(relativeError(survivalProbability(model, 12), Number(truth.projected_S_12))).toBeLessThan(1e-9);
  });

  it.each([
    ["high end", HIGH_END, 4, 1.281, 7.7904, -1225.135],
    ["regular", REGULAR, 4, 0.7637, 1.2958, -1401.559],
    ["high end", HIGH_END, 5, 0.8754, 5.1617, -1378.483],
    ["regular", REGULAR, 5, 0.737, 1.2453, -1517.073],
    ["high end", HIGH_END, 12, 0.5961, 3.327, -2010.858],
    ["regular", REGULAR, 12, 0.6974, 1.1689, -1931.492],
  ] as const)("of %s customers to %s and %s years", (_name, survivors, years, alpha, beta, logLikelihood) => {
    const model = fitSbg({ unit: "year", cohorts: [survivors.slice(0, years + 1)] });
    expect(model.parameters.alpha).toBeCloseTo(alpha, 4);
    expect(model.parameters.beta).toBeCloseTo(beta, 4);
    expect(model.logLikelihood).toBeCloseTo(logLikelihood, 3);
  });

  it("has the log-likelihood of the published worksheet at (1, 1): −2115.5455 and −1741.7303", () => {
    const cohort = (survivors: readonly number[]) =>
      ({ unit: "year", cohorts: [survivors.slice(0, 8)] }) as const;
    expect(contractTotal(sbg(1, 1), cohort(HIGH_END))).toBeCloseTo(-2115.5455, 4);
    expect(contractTotal(sbg(1, 1), cohort(REGULAR))).toBeCloseTo(-1741.7303, 4);
  });
});

describe("Fader & Hardie (2007)", () => {
  const fits = {
    highEnd: fitSbg({ unit: "year", cohorts: [HIGH_END.slice(0, 8)] }),
    regular: fitSbg({ unit: "year", cohorts: [REGULAR.slice(0, 8)] }),
  };
  const years = Array.from({ length: 12 }, (_, k) => k + 1);

  it.each([
    [
      "highEnd",
      [0.8507, 0.7469, 0.6698, 0.6099, 0.5618, 0.5222, 0.4889, 0.4604, 0.4358, 0.4142, 0.3951, 0.378],
      [0.8507, 0.878, 0.8968, 0.9106, 0.9212, 0.9295, 0.9362, 0.9418, 0.9464, 0.9504, 0.9538, 0.9568],
    ],
    [
      "regular",
      [0.6267, 0.4738, 0.388, 0.3321, 0.2923, 0.2625, 0.239, 0.2201, 0.2044, 0.1912, 0.1799, 0.17],
      [0.6267, 0.756, 0.8188, 0.8559, 0.8804, 0.8978, 0.9107, 0.9208, 0.9288, 0.9353, 0.9408, 0.9454],
    ],
  ] as const)("survival and retention: %s", (name, survival, retention) => {
    years.forEach((t, i) => {
      expect(survivalProbability(fits[name], t)).toBeCloseTo(survival[i] ?? 0, 4);
      expect(retentionRate(fits[name], t)).toBeCloseTo(retention[i] ?? 0, 4);
    });
  });

  it.each([
    ["high end", sbg(0.668, 3.806), [0.9418, 0.8913, 0.8472, 0.8081, 0.7732]],
    ["regular", sbg(0.704, 1.182), [0.9208, 0.8552, 0.7999, 0.7525, 0.7114]],
  ])("survival of those there after 7 years: %s", (_name, model, shares) => {
    shares.forEach((share, k) => {
      expect(survivalProbability(model, k + 1, { renewals: 7 })).toBeCloseTo(share, 4);
    });
  });

  it("probabilities at the published parameters", () => {
    const model = sbg(0.668, 3.806);
    [
      0.149307107733572, 0.103811262702589, 0.0770647093834792, 0.0598658954616645, 0.0480820491517688,
      0.0396166852099121, 0.0333076694632887,
    ].forEach((p, i) => {
      expect(relativeError(churnProbability(model, i + 1), p)).toBeLessThan(1e-13);
    });
    [
      0.850692892266428, 0.746881629563839, 0.66981692018036, 0.609951024718695, 0.561868975566927,
      0.522252290357014, 0.488944620893726,
    ].forEach((s, i) => {
      expect(relativeError(survivalProbability(model, i + 1), s)).toBeLessThan(1e-13);
    });
  });

  it("is 1 ÷ (t(t+1)) and 1 ÷ (t+1) at (1, 1)", () => {
    for (const t of years) {
      expect(relativeError(churnProbability(sbg(1, 1), t), 1 / (t * (t + 1)))).toBeLessThan(1e-14);
      expect(relativeError(survivalProbability(sbg(1, 1), t), 1 / (t + 1))).toBeLessThan(1e-14);
    }
  });

  it("discounted lifetimes at 10 %", () => {
    expect(discountedExpectedLifetime(sbg(0.668, 3.806), tenPercent)).toBeCloseTo(5.9226, 4);
    expect(discountedExpectedLifetime(sbg(0.704, 1.182), tenPercent)).toBeCloseTo(3.6951, 4);
    const residual = {
      highEnd: [5.4145, 5.9014, 6.2939, 6.6199, 6.8967, 7.1357, 7.3447, 7.5296],
      regular: [2.9644, 4.1031, 4.8698, 5.4421, 5.8941, 6.2644, 6.5757, 6.8423],
    };
    for (const name of ["highEnd", "regular"] as const) {
      residual[name].forEach((derl, i) => {
        expect(discountedExpectedResidualLifetime(fits[name], i + 1, tenPercent)).toBeCloseTo(derl, 4);
      });
    }
  });

  it("counts payments: what others call 7 renewals (7.530) is 8 payments here", () => {
    const model = sbg(0.668, 3.806);
    expect(discountedExpectedResidualLifetime(model, 7, tenPercent)).toBeCloseTo(7.34505, 5);
    expect(discountedExpectedResidualLifetime(model, 8, tenPercent)).toBeCloseTo(7.52995, 5);
  });

  it("retention elasticities at 10 %", () => {
    const elasticities = (model: Predictor<ContractModel>): number[] =>
      [1, 2, 3, 4].map((n) => retentionElasticity(model, n, tenPercent));
    const highEnd = elasticities(sbg(0.668, 3.806));
    const regular = elasticities(sbg(0.704, 1.182));
    [5.9226, 6.3652, 6.7221, 7.0184].forEach((e, i) => {
      expect(highEnd[i]).toBeCloseTo(e, 4);
    });
    [3.6951, 4.7304, 5.4274, 5.9476].forEach((e, i) => {
      expect(regular[i]).toBeCloseTo(e, 4);
    });
  });
});

describe("several cohorts (Fader & Hardie 2010; Hardie, note 017)", () => {
  const cohorts = [
    [10000, 8000, 6480, 5307, 4391],
    [10000, 8000, 6480, 5307],
    [10000, 8000, 6480],
    [10000, 8000],
  ];
  const model = fitSbg({ unit: "year", cohorts });

  it("fits 3.80 and 15.19", () => {
    expect(model.parameters.alpha).toBeCloseTo(3.79813, 5);
    expect(model.parameters.beta).toBeCloseTo(15.19194, 3);
    expect(model.logLikelihood).toBeCloseTo(-40255.837, 3);
    expect(model.customers).toBe(40000);
  });

  it("values the base at 120,496.6 payments, where a constant rate of retention says 105,848.0", () => {
    const published = sbg(3.8, 15.19);
    [0.7999, 0.8099, 0.819, 0.8272, 0.8347].forEach((rate, i) => {
      expect(retentionRate(published, i + 1)).toBeCloseTo(rate, 4);
    });
    const derl = [1, 2, 3, 4, 5].map((n) => discountedExpectedResidualLifetime(published, n, tenPercent));
    [3.3084, 3.4496, 3.5852, 3.7155, 3.8409].forEach((value, i) => {
      expect(derl[i]).toBeCloseTo(value, 4);
    });
    const active = [10000, 8000, 6480, 5307, 4391];
    const value = active.reduce((sum, customers, i) => sum + customers * (derl[i] ?? 0), 0);
    expect(value).toBeCloseTo(120496.6, 1);
    const rate = 24178 / 29787;
    const naive = (34178 * rate * 1.1) / (1.1 - rate);
    expect(naive).toBeCloseTo(105848.0, 1);
    expect(naive / value - 1).toBeCloseTo(-0.12, 2);
  });
});

describe("undiscounted", () => {
  it("the mean lifetime is (α+β−1) ÷ (α−1)", () => {
    expect(expectedLifetime(sbg(2, 3))).toBe(4);
    expect(relativeError(expectedLifetime(sbg(1.001, 5)), 5.001 / 0.001)).toBeLessThan(1e-12);
    expect(discountedExpectedLifetime(sbg(2, 3), { discountRate: 0 })).toBe(4);
    expect(discountedExpectedResidualLifetime(sbg(2, 3), 1, { discountRate: 0 })).toBeCloseTo(3, 13);
    expect(retentionElasticity(sbg(2, 3), 1, { discountRate: 0 })).toBe(4);
  });

  it.each([0.668, 1])("is refused for α = %s", (alpha) => {
    const model = sbg(alpha, 3.8);
    const free = { discountRate: 0 };
    expect(dataErrorOf(() => expectedLifetime(model)).issues[0]).toMatchObject({
      code: "invalid_model",
      field: "parameters.alpha",
    });
    for (const call of [
      () => discountedExpectedLifetime(model, free),
      () => discountedExpectedResidualLifetime(model, 2, free),
      () => retentionElasticity(model, 2, free),
    ]) {
      expect(dataErrorOf(call).issues[0]).toMatchObject({ code: "invalid_option", field: "discountRate" });
    }
  });
});

describe("discounting by the year", () => {
  it("gives a monthly contract the twelfth root of the yearly factor", () => {
    const monthly = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "month" } as const;
    const perYear = 1.01 ** 12 - 1;
    expect(
      relativeError(
        discountedExpectedLifetime(monthly, { discountRate: perYear }),
        discountedExpectedLifetime(sbg(0.668, 3.806), { discountRate: 0.01 }),
      ),
    ).toBeLessThan(1e-13);
  });
});
