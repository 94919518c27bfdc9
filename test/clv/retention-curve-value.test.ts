import { describe, expect, it } from "vitest";
import { constantRetentionValue } from "../../src/clv/constant-retention-value.ts";
import type { FirstMargin } from "../../src/clv/first-margin.ts";
import { retentionCurveValue } from "../../src/clv/retention-curve-value.ts";
import { discountedExpectedLifetime } from "../../src/models/discounted-expected-lifetime.ts";
import { fitBdw } from "../../src/models/fit-bdw.ts";
import { fitSbg } from "../../src/models/fit-sbg.ts";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import { restrictedMean } from "../../src/statistics/restricted-mean.ts";
import reference from "../reference/lifetime-value.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const sbg = (alpha: number, beta: number) =>
  ({ kind: "sbg", parameters: { alpha, beta }, unit: "year" }) as const;
const immediate = { margin: 1, discountRate: 0.1, firstMargin: "immediate" } as const;

describe("the value of a model of retention", () => {
  it("agrees with 60 digits, for new customers and after payments", () => {
    for (const { alpha, beta, periods, value, ...given } of reference.sbg) {
      const found = retentionCurveValue(sbg(alpha, beta), {
        ...given,
        margin: 1,
        firstMargin: given.firstMargin as FirstMargin,
        ...(periods === null ? {} : { periods }),
      });
      expect(relativeError(found.value, Number(value)), JSON.stringify(given)).toBeLessThan(2e-14);
      const told = found.perPeriod.reduce((sum, row) => sum + row.value, found.rest);
      expect(relativeError(told, found.value)).toBeLessThan(1e-12);
    }
  });

  // Fader & Hardie (2010): five cohorts, of whom each pays 1 a year if he renews now.
  it("shows the perils of ignoring heterogeneity", () => {
    const actives = [10000, 8000, 6480, 5307, 4391];
    const residual = actives.map(
      (_, at) => retentionCurveValue(sbg(3.8, 15.19), { ...immediate, payments: at + 1 }).value,
    );
    expect(residual.map((value) => value.toFixed(4))).toEqual([
      "3.3084",
      "3.4496",
      "3.5852",
      "3.7155",
      "3.8409",
    ]);
    const whole = residual.reduce((sum, value, at) => sum + value * (actives[at] ?? 0), 0);
    expect(whole.toFixed(1)).toBe("120496.6");
    // The same rate for all, 24178 ÷ 29787, of a customer whose renewal is open: a period later than deferred.
    const rate = 24178 / 29787;
    const deferred = constantRetentionValue({ ...immediate, retentionRate: rate, firstMargin: "deferred" });
    const naive = 1.1 * deferred.value;
    expect(naive.toFixed(5)).toBe("3.09696");
    expect((naive * 34178).toFixed(1)).toBe("105848.0");
  });

  it("has the printed DEL and DERL of the classical example", () => {
    const value = (options: object) =>
      retentionCurveValue(sbg(0.668, 3.806), { ...immediate, ...options }).value.toFixed(5);
    expect(value({})).toBe("5.92260");
    expect(value({ payments: 8 })).toBe("7.52995");
    expect(value({ payments: 7 })).toBe("7.34505");
  });

  it("has the errors of the parameters where the model was fitted", () => {
    const model = fitSbg({ unit: "year", cohorts: [reference.fittedSbg.survivors] });
    for (const { payments, value, standardError } of reference.fittedSbg.cases) {
      const found = retentionCurveValue(model, { ...immediate, payments, margin: -3 });
      expect(relativeError(found.value, -3 * Number(value))).toBeLessThan(1e-7);
      expect(relativeError(found.interval?.standardError ?? 0, 3 * Number(standardError))).toBeLessThan(1e-6);
      expect(found.interval?.covers).toBe("parameters");
      expect(found.interval?.lower).toBeLessThan(found.value);
      expect(found.interval?.upper).toBeGreaterThan(found.value);
      // The margin that a new customer pays at once is certain.
      if (payments === 0) expect(found.interval?.upper).toBeLessThan(-3);
    }
    expect(retentionCurveValue(sbg(1, 2), immediate).interval).toBeNull();
  });

  it("takes a BdW, which for c = 1 is the sBG", () => {
    const parameters = { alpha: 0.668, beta: 3.806, c: 1 };
    const model = { kind: "bdw", parameters, unit: "year" } as const;
    expect(relativeError(retentionCurveValue(model, immediate).value, 5.922596407612758)).toBeLessThan(1e-12);
    const fitted = fitBdw({ unit: "year", cohorts: [reference.fittedSbg.survivors] });
    const found = retentionCurveValue(fitted, immediate);
    expect(found.value).toBe(discountedExpectedLifetime(fitted, { discountRate: 0.1 }));
    expect(found.interval?.standardError).toBeGreaterThan(0);
  });

  it("refuses a value without limit, and tells of none that is undiscounted", () => {
    const model = sbg(0.668, 3.806);
    expect(
      dataErrorOf(() => retentionCurveValue(model, { ...immediate, discountRate: 0 })).message,
    ).toContain("rate above 0");
    const growing = { ...immediate, marginGrowth: 0.2 };
    expect(dataErrorOf(() => retentionCurveValue(model, growing)).message).toContain("faster");
    expect(retentionCurveValue(model, immediate).undiscounted).toBeNull();
    expect(retentionCurveValue(sbg(2, 3), immediate).undiscounted).toBe(4);
    expect(retentionCurveValue(model, { ...growing, periods: 50 }).value).toBeGreaterThan(0);
    const monthly = { ...immediate, period: "month" } as const;
    expect(dataErrorOf(() => retentionCurveValue(model, monthly)).message).toContain("one year");
  });
});

describe("the value of observed shares", () => {
  const shares = [1, 0.8, 0.6, 0.5];

  it("is the sum over what was observed", () => {
    const now = retentionCurveValue(shares, { ...immediate, margin: 10 });
    expect(now.value).toBeCloseTo(10 + 8 / 1.1 + 6 / 1.21 + 5 / 1.331, 12);
    expect(now.undiscounted).toBeCloseTo(29, 12);
    const later = retentionCurveValue(shares, { ...immediate, margin: 10, firstMargin: "deferred" });
    expect(later.value).toBeCloseTo(now.value - 10, 12);
    expect(later.assumptions.horizon).toBe(3);
    expect(later.interval).toBeNull();
  });

  it.each([
    [[0.9, 0.8], "begin with 1"],
    [[1, 80], "from 0 to 1"],
    [[1, Number.NaN], "from 0 to 1"],
    [[1, null], "from 0 to 1"],
    [[], "no shares"],
    ["1, 0.8", "no retention curve"],
    [null, "no retention curve"],
    [{ kind: "bg-nbd" }, "no retention curve"],
  ])("refuses %j", (wrong, said) => {
    expect(dataErrorOf(() => retentionCurveValue(wrong as never, immediate)).message).toContain(said);
  });

  it("refuses to look farther than they reach, or what is not theirs", () => {
    const refused = (options: object): string =>
      dataErrorOf(() => retentionCurveValue(shares, { ...immediate, ...options })).message;
    expect(refused({ periods: 5 })).toContain("up to period 3 only");
    expect(refused({ firstMargin: "deferred", periods: 4 })).toContain("up to period 3 only");
    expect(refused({ periods: Number.POSITIVE_INFINITY })).toContain("fit a model");
    expect(refused({ payments: 2 })).toContain("model of retention");
    expect(refused({ timePerPeriod: 7 })).toContain("Kaplan–Meier");
  });
});

describe("the value of a Kaplan–Meier curve", () => {
  const { durations, events, cases } = reference.kaplanMeier;
  const curve = kaplanMeier({ duration: durations, event: events });
  const monthly = { margin: 100, period: "month", timePerPeriod: 4, periods: 8 } as const;

  it("has the error of the double sum over Greenwood's covariances", () => {
    for (const { value, standardError, ...given } of cases) {
      const firstMargin = given.firstMargin as FirstMargin;
      const found = retentionCurveValue(curve, { ...monthly, ...given, firstMargin });
      expect(relativeError(found.value, Number(value))).toBeLessThan(1e-14);
      expect(relativeError(found.interval?.standardError ?? 0, Number(standardError))).toBeLessThan(1e-13);
    }
  });

  it("is the restricted mean where nothing is discounted", () => {
    const found = retentionCurveValue(curve, { ...immediate, discountRate: 0, periods: 35 });
    const mean = restrictedMean(curve, 35);
    expect(relativeError(found.value, mean.value ?? 0)).toBeLessThan(1e-13);
    expect(relativeError(found.interval?.standardError ?? 0, mean.standardError ?? 0)).toBeLessThan(1e-13);
  });

  it("needs a horizon unless all have left", () => {
    expect(dataErrorOf(() => retentionCurveValue(curve, immediate)).message).toContain("say a horizon");
    expect(dataErrorOf(() => retentionCurveValue(curve, { ...immediate, periods: 37 })).message).toContain(
      "Observation ended at time 35",
    );
    const over = kaplanMeier({ duration: [1, 2, 4], event: [1, 1, 1] });
    const found = retentionCurveValue(over, { ...immediate, discountRate: 0 });
    expect(found.value).toBeCloseTo((1 + 2 + 4) / 3, 12);
    const { value, rest } = retentionCurveValue(over, { ...immediate, discountRate: 0, periods: 100 });
    expect(value).toBeCloseTo(7 / 3, 12);
    expect(rest).toBe(0);
    const ever = { ...immediate, discountRate: 0, periods: Number.POSITIVE_INFINITY };
    expect(retentionCurveValue(over, ever).value).toBe(found.value);
  });
});
