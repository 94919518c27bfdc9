import { describe, expect, it } from "vitest";
import bgNbd from "../../test/reference/bg-nbd.json" with { type: "json" };
import concentration from "../../test/reference/concentration.json" with { type: "json" };
import cox from "../../test/reference/cox.json" with { type: "json" };
import gammaGamma from "../../test/reference/gamma-gamma.json" with { type: "json" };
import paretoNbd from "../../test/reference/pareto-nbd.json" with { type: "json" };
import proportions from "../../test/reference/proportions.json" with { type: "json" };
import sbg from "../../test/reference/sbg.json" with { type: "json" };
import survival from "../../test/reference/survival.json" with { type: "json" };
import expected from "./expected.json" with { type: "json" };

const { known } = expected;
/** What `relative` allows by default is half a unit of the tenth digit, to which the figures are rounded. */
const near = (figure: number | undefined, fact: unknown, relative = 5.1e-10): void => {
  expect(Math.abs(Number(figure) / Number(fact) - 1), `${figure} for ${fact}`).toBeLessThan(relative);
};

/** Fits meet the maxima to nine digits. */
const FITTED = 1e-9;

describe("the golden figures of the walk", () => {
  it("meet the published survival curve and its tests", () => {
    const { curve, logLog, medians, restrictedMeans, logRank } = survival.sixMp;
    expect(known.curve.map(({ time, atRisk }) => [time, atRisk])).toEqual(
      curve.map(([time, atRisk]) => [time, atRisk]),
    );
    for (const [k, row] of known.curve.entries()) {
      const [, , share, error] = curve[k] ?? [];
      expect(row.survival).toBeCloseTo(share ?? Number.NaN, 3);
      expect(row.standardError).toBeCloseTo(error ?? Number.NaN, 4);
      expect([row.lower, row.upper].map((limit) => Number(limit.toFixed(4)))).toEqual(logLog[k]);
    }
    const { time, lower, upper } = known.median;
    expect([time, lower, upper]).toEqual(medians.treated);
    const [mean = 0, meanError = 0] = restrictedMeans.treated;
    expect(known.restrictedMean.value).toBeCloseTo(mean, 6);
    expect(known.restrictedMean.standardError).toBeCloseTo(meanError, 5);
    expect(known.logRank.statistic).toBeCloseTo(logRank.statistic, 6);
  });

  it("meet the closed forms of the Cox model", () => {
    for (const ties of ["breslow", "efron"] as const) {
      near(known[ties].coefficient, cox.small[ties].coefficient);
      near(known[ties].standardError, Math.sqrt(cox.small[ties].variance));
    }
  });

  it("meet the published interval and measures of concentration", () => {
    const wilson = proportions.intervals.find(
      ({ method, successes }) => method === "wilson" && successes === 81,
    );
    expect(known.wilson.lower).toBeCloseTo(wilson?.lower ?? Number.NaN, 4);
    expect(known.wilson.upper).toBeCloseTo(wilson?.upper ?? Number.NaN, 4);
    const measures: Readonly<Record<string, unknown>> = known.measures;
    for (const [name, [fact = 0, digits]] of Object.entries(concentration.incomes.measures)) {
      expect(measures[name], name).toBeCloseTo(fact, digits);
    }
    expect(known.computedLimits).toEqual(concentration.computedAbc[0]?.limits);
  });

  it("meet 30-digit values of the models", () => {
    for (const [k, at] of [5, 9, 11].entries()) {
      near(known.bgNbdAlive[k], bgNbd.p_alive.cdnow[at]);
      near(known.paretoNbdAlive[k], 1 / (1 + Math.exp(Number(paretoNbd.log_odds_dead.cdnow[at]))));
    }
    for (const k of [0, 1, 2]) near(known.bgNbdExpected[k], bgNbd.conditional_expectation.cdnow[9]?.[k]);
    for (const k of [0, 1]) {
      near(known.spend[k], gammaGamma.conditional_expected_value.cdnow[k + 1]);
    }
    const { alpha, beta, loglik, se_alpha, se_beta } = sbg.mle.high_end_first_7_years;
    near(known.sbg.alpha, alpha);
    near(known.sbg.beta, beta);
    near(known.sbg.logLikelihood, loglik);
    near(known.sbg.errors.alpha, se_alpha, FITTED);
    near(known.sbg.errors.beta, se_beta, FITTED);
    expect(known.constantRetention).toEqual([3.666666667, 2.666666667]);
  });

  it("add up", () => {
    const { doors, customers, classes, cohorts, shares, audit, offers, models, roundTrips } = expected;
    const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
    expect(total(classes.classes.map((row) => row.customers))).toBe(600);
    expect(total(classes.classes.map((row) => row.revenue))).toBeCloseTo(doors.revenue, 6);
    expect(total(shares.abc.map(({ value }) => value))).toBeCloseTo(customers.revenue, 6);
    expect(customers.revenue).toBe(doors.revenue);
    expect(total(doors.split)).toBe(doors.orders);
    expect(total(cohorts.matrix.map(([size = 0]) => size))).toBe(600);
    const steps = Object.values(audit.bridge);
    const after = total(steps.map(({ before, change }) => before + change));
    expect(after).toBeCloseTo(total(steps.map(({ now }) => now)), 6);
    expect(total(offers.bySeller.map(({ won }) => won))).toBe(offers.counts.won);
    expect(models.fits.map(({ converged }) => converged)).toEqual([true, true, true]);
    expect(Object.values(roundTrips)).toEqual([true, true, true, true, true]);
  });
});
