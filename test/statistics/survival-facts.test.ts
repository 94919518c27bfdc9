import { describe, expect, it } from "vitest";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import { kaplanMeierBy } from "../../src/statistics/kaplan-meier-by.ts";
import { logRank } from "../../src/statistics/log-rank.ts";
import { nelsonAalen } from "../../src/statistics/nelson-aalen.ts";
import { restrictedMean } from "../../src/statistics/restricted-mean.ts";
import { restrictedMeanDifference } from "../../src/statistics/restricted-mean-difference.ts";
import { survivalAt } from "../../src/statistics/survival-at.ts";
import type { SurvivalCurve } from "../../src/statistics/survival-curve.ts";
import type { SurvivalIntervalScale } from "../../src/statistics/survival-interval.ts";
import { survivalQuantile } from "../../src/statistics/survival-quantile.ts";
import facts from "../reference/survival.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";
import { durationsOf, groupsOf } from "./survival-data.ts";

function atEvents<Row extends { readonly events: number }>({
  rows,
}: {
  readonly rows: readonly Row[];
}): Row[] {
  return rows.filter((row) => row.events > 0);
}

/** Time and survival at each event, to so many digits. */
function steps(curve: SurvivalCurve, digits: number): number[][] {
  return atEvents(curve).map((row) => [row.time, Number(row.survival.toFixed(digits))]);
}

describe("6-MP against placebo", () => {
  const { sixMp } = facts;
  const treated = durationsOf(sixMp.treated);
  const both = groupsOf({ treated: sixMp.treated, placebo: sixMp.placebo });
  const placebo = kaplanMeier(durationsOf(sixMp.placebo));

  it("has the published curve and Greenwood's errors", () => {
    const rows = atEvents(kaplanMeier(treated)).map((row) => [
      row.time,
      row.atRisk,
      Number(row.survival.toFixed(3)),
      Number(row.standardError?.toFixed(4)),
    ]);
    expect(rows).toEqual(sixMp.curve);
    expect(steps(placebo, 4)).toEqual(sixMp.placeboSurvival);
  });

  it.each([
    ["log", sixMp.log],
    ["log-log", sixMp.logLog],
  ] as const)("has the published %s intervals", (interval, limits) => {
    const rows = atEvents(kaplanMeier(treated, { interval }));
    expect(rows.map(({ lower, upper }) => [lower, upper].map((x) => Number(x?.toFixed(4))))).toEqual(limits);
  });

  it("has the published lower limits of plain intervals, and upper ones as far above", () => {
    const rows = atEvents(kaplanMeier(treated, { interval: "plain" }));
    expect(rows.map(({ lower }) => Number(lower?.toFixed(4)))).toEqual(sixMp.plainLower);
    for (const { survival, lower, upper } of rows) {
      expect(upper).toBeCloseTo(Math.min(1, 2 * survival - (lower ?? Number.NaN)), 14);
    }
  });

  it("has the published cumulative hazard", () => {
    const hazards = atEvents(nelsonAalen(treated)).map((row) => Number(row.cumulativeHazard.toFixed(7)));
    expect(hazards).toEqual(sixMp.nelsonAalen);
  });

  it("has the published medians, whose intervals are those of the log scale", () => {
    const interval = sixMp.medians.interval as SurvivalIntervalScale;
    const medians = kaplanMeierBy(both, "group", { interval }).map((curve) => {
      const { time, lower, upper } = survivalQuantile(curve);
      return [time, lower, upper];
    });
    expect(medians).toEqual([sixMp.medians.treated, sixMp.medians.placebo]);
  });

  it("has the published restricted means", () => {
    const { until } = sixMp.restrictedMeans;
    const means = [kaplanMeier(treated), placebo].map((curve) => restrictedMean(curve, until));
    for (const [k, name] of (["treated", "placebo"] as const).entries()) {
      const [value = 0, error = 0] = sixMp.restrictedMeans[name];
      expect(means[k]?.value).toBeCloseTo(value, 6);
      expect(means[k]?.standardError).toBeCloseTo(error, 5);
    }
    // The difference from these two in exact fractions, its p-value with mpmath.
    const { difference, standardError, pValue } = restrictedMeanDifference(
      kaplanMeier(treated),
      placebo,
      until,
    );
    expect(difference).toBeCloseTo(9.242577030812326, 12);
    expect(standardError).toBeCloseTo(2.075958196666291, 12);
    expect(pValue).toBeCloseTo(8.499571576438366e-6, 16);
  });

  it("has the published log-rank test", () => {
    const { statistic, pValue, groups, covariance, degreesOfFreedom } = logRank(both, "group");
    expect(statistic).toBeCloseTo(sixMp.logRank.statistic, 6);
    expect(pValue).toBeCloseTo(sixMp.logRank.pValue, 9);
    expect(degreesOfFreedom).toBe(1);
    expect(groups.map((group) => Number(group.expected.toFixed(7)))).toEqual(sixMp.logRank.expected);
    expect(groups.map(({ size, events, observed }) => [size, events, observed])).toEqual([
      [21, 9, 9],
      [21, 21, 21],
    ]);
    expect(covariance[0]?.[0]).toBeCloseTo(sixMp.logRank.variance, 8);
  });

  it("has the published weighted tests", () => {
    for (const weights of ["gehan", "tarone-ware", "peto"] as const) {
      // Published digits may be cut rather than rounded.
      const excess = (logRank(both, "group", { weights }).statistic ?? 0) - sixMp.weighted[weights];
      expect(Math.abs(excess), weights).toBeLessThan(1e-6);
    }
    const early = logRank(both, "group", { weights: { rho: 1, gamma: 0 } }).statistic;
    expect(early).toBeCloseTo(sixMp.weighted["rho 1"], 1);
  });
});

describe("maintenance of AML", () => {
  const { aml } = facts;
  const rows = groupsOf({ maintained: aml.maintained, not: aml.not });
  const curves = kaplanMeierBy(rows, "group");

  it("has the published curves, medians and restricted means", () => {
    expect(curves.map((curve, k) => steps(curve, k === 0 ? 3 : 4))).toEqual([
      aml.maintainedSurvival,
      aml.notSurvival,
    ]);
    expect(curves.map((curve) => survivalQuantile(curve).time)).toEqual(aml.medians);
    const means = curves.map((curve) => restrictedMean(curve, aml.restrictedMeans.until).value?.toFixed(6));
    expect(means.map(Number)).toEqual(aml.restrictedMeans.values);
  });

  it("has the published log-rank test", () => {
    const { statistic, pValue, groups } = logRank(rows, "group");
    expect(statistic).toBeCloseTo(aml.logRank.statistic, 6);
    expect(pValue).toBeCloseTo(aml.logRank.pValue, 6);
    expect(groups.map((group) => Number(group.expected.toFixed(6)))).toEqual(aml.logRank.expected);
  });
});

describe("six rows", () => {
  it("have the published log-rank test", () => {
    const { duration, event, group, statistic, pValue } = facts.tiny;
    const test = logRank({ duration, event, group });
    expect(test.statistic).toBeCloseTo(statistic, 6);
    expect(test.pValue).toBeCloseTo(pValue, 6);
  });
});

describe("late entries and frequencies", () => {
  const { rows, curve, logRank: plain, stratified } = facts.lateEntries;

  it("have the curves of exact fractions", () => {
    const survival = kaplanMeier(rows);
    const hazard = nelsonAalen(rows);
    expect(survival.rows).toHaveLength(curve.length);
    for (const [k, expected] of curve.entries()) {
      const [time, atRisk, events, censored, share, error, cumulativeHazard, hazardError] = expected;
      expect(survival.rows[k]).toMatchObject({ time, atRisk, events, censored });
      expect(survival.rows[k]?.survival).toBeCloseTo(share ?? 0, 14);
      expect(survival.rows[k]?.standardError).toBeCloseTo(error ?? 0, 14);
      expect(hazard.rows[k]?.cumulativeHazard).toBeCloseTo(cumulativeHazard ?? 0, 14);
      expect(hazard.rows[k]?.standardError).toBeCloseTo(hazardError ?? 0, 14);
    }
  });

  it.each([
    ["log-rank", "log-rank"],
    ["gehan", "gehan"],
    ["tarone-ware", "tarone-ware"],
    ["peto", "peto"],
    ["rho 1, gamma 0", { rho: 1, gamma: 0 }],
    ["rho 0.5, gamma 1.5", { rho: 0.5, gamma: 1.5 }],
  ] as const)("have the %s test of exact sums, with and without strata", (name, weights) => {
    const inOrder = { a: 0, b: 1, c: 2 };
    for (const [test, expected] of [
      [logRank(rows, "group", { weights }), plain[name]],
      [logRank(rows, "group", { weights, strata: (row) => row.stratum }), stratified[name]],
    ] as const) {
      expect(test.statistic).toBeCloseTo(expected.statistic, 11);
      expect(test.pValue).toBeCloseTo(expected.pValue, 12);
      for (const [g, { group, observed, expected: mean }] of test.groups.entries()) {
        const at = inOrder[group as keyof typeof inOrder];
        expect(observed).toBeCloseTo(expected.observed[at] ?? 0, 10);
        expect(mean).toBeCloseTo(expected.expected[at] ?? 0, 10);
        const variance = expected.covariance[at]?.[at] ?? 0;
        expect((test.covariance[g]?.[g] ?? 0) / variance).toBeCloseTo(1, 13);
      }
    }
  });
});

describeWithData("lung cancer", "survival/lung_R.csv", (path) => {
  const { lung } = facts;
  const rows = csvRows<"time" | "status" | "sex">(path).map((row) => ({
    duration: Number(row.time),
    event: row.status === "2",
    sex: row.sex,
  }));
  const curve = kaplanMeier(rows, { interval: lung.interval as SurvivalIntervalScale });

  it("has the published median, with the interval of the log scale", () => {
    expect(curve).toMatchObject({ observations: lung.observations, events: lung.events });
    const { time, lower, upper } = survivalQuantile(curve);
    expect([time, lower, upper]).toEqual(lung.median);
    expect(survivalQuantile(kaplanMeier(rows))).toEqual({ time: 310, lower: 284, upper: 361 });
  });

  it("has the published survival, restricted mean and median residual life", () => {
    for (const [time = 0, share = 0] of lung.survival) {
      expect(survivalAt(curve, time).survival).toBeCloseTo(share, 8);
    }
    const { until, value } = lung.restrictedMean;
    expect(restrictedMean(curve, until).value).toBeCloseTo(value, 7);
    const { given, time } = lung.medianResidual;
    expect(survivalQuantile(curve, 0.5, { given }).time).toBe(time);
  });

  it("has the published log-rank test of the sexes", () => {
    const { statistic, pValue } = logRank(rows, "sex");
    expect(statistic).toBeCloseTo(lung.logRankBySex.statistic, 6);
    expect(pValue).toBeCloseTo(lung.logRankBySex.pValue, 8);
  });
});

describeWithData("Walton's flies", "survival/waltons.csv", (path) => {
  it("have the published log-rank test", () => {
    const rows = csvRows<"T" | "E" | "group">(path).map((row) => ({
      duration: Number(row.T),
      event: row.E === "1",
      group: row.group,
    }));
    expect(logRank(rows, "group").statistic).toBeCloseTo(facts.waltons.statistic, 3);
  });
});

describeWithData("veterans", "survival/veteran.csv", (path) => {
  it("have the published log-rank test of four cell types", () => {
    const rows = csvRows<"time" | "status" | "celltype">(path).map((row) => ({
      duration: Number(row.time),
      event: row.status === "1",
      celltype: row.celltype,
    }));
    const { statistic, degreesOfFreedom } = logRank(rows, "celltype");
    expect(statistic).toBeCloseTo(facts.veteran.statistic, 3);
    expect(degreesOfFreedom).toBe(3);
  });
});
