import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionalSurvival } from "../../src/statistics/conditional-survival.ts";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import { kaplanMeierBy } from "../../src/statistics/kaplan-meier-by.ts";
import { logRank } from "../../src/statistics/log-rank.ts";
import type { LogRankTest } from "../../src/statistics/log-rank-test.ts";
import { nelsonAalen } from "../../src/statistics/nelson-aalen.ts";
import { restrictedMean } from "../../src/statistics/restricted-mean.ts";
import { survivalAt } from "../../src/statistics/survival-at.ts";
import type { SurvivalIntervalScale } from "../../src/statistics/survival-interval.ts";
import { survivalQuantile } from "../../src/statistics/survival-quantile.ts";

const whole = fc.integer({ min: 1, max: 30 });
// With few decimals, so that there are ties, and far beyond what is counted.
const broken = fc.integer({ min: 1, max: 60 }).map((tenths) => tenths / 10);
const huge = fc.integer({ min: 1, max: 40 }).map((x) => x * 1e9);
const time = fc.constantFrom(whole, broken, huge);
const scale = fc.constantFrom<SurvivalIntervalScale>("log-log", "log", "plain");
const weighting = fc.constantFrom(
  "log-rank" as const,
  "gehan" as const,
  "tarone-ware" as const,
  "peto" as const,
  { rho: 1, gamma: 0 },
  { rho: 0, gamma: 1 },
);

/** Rows of three groups in two strata; some enter late, at a share of their duration. */
const samples = time.chain((duration) =>
  fc.array(
    fc
      .record({
        duration,
        event: fc.boolean(),
        share: fc.constantFrom(0, 0, 0, 0.25, 0.5),
        weight: fc.integer({ min: 0, max: 3 }),
        group: fc.constantFrom("a", "b", "c"),
        stratum: fc.integer({ min: 0, max: 1 }),
      })
      .map((row) => ({ ...row, entry: row.share * row.duration })),
    { minLength: 1, maxLength: 40 },
  ),
);
const withSomebody = samples.filter((rows) => rows.some((row) => row.weight > 0));
const comparable = samples.filter(
  (rows) => new Set(rows.filter((row) => row.weight > 0).map((row) => row.group)).size > 1,
);
const fromStart = samples.map((rows) =>
  rows.map(({ duration, event, group }) => ({ duration, event, group })),
);

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  return items
    .map((item, i) => ({ item, key: (Math.imul(i + 1, seed | 1) >>> 0) % 1009 }))
    .sort((x, y) => x.key - y.key)
    .map(({ item }) => item);
}

function expectSameTest(found: LogRankTest, expected: LogRankTest): void {
  const byName = ({ groups }: LogRankTest): unknown =>
    [...groups]
      .sort((x, y) => (x.group < y.group ? -1 : 1))
      .map(({ group, size, events }) => ({ group, size, events }));
  expect(byName(found)).toEqual(byName(expected));
  expect(found.degreesOfFreedom).toBe(expected.degreesOfFreedom);
  if (expected.statistic === null) expect(found.statistic).toBeNull();
  else
    expect(Math.abs((found.statistic ?? Number.NaN) - expected.statistic)).toBeLessThan(
      1e-9 * (1 + expected.statistic),
    );
}

describe("survival curves", () => {
  it("without censoring are the share that lives longer", () => {
    fc.assert(
      fc.property(fromStart, (rows) => {
        const curve = kaplanMeier(rows.map((row) => ({ ...row, event: true })));
        for (const { time: t, survival } of curve.rows) {
          expect(survival).toBe(rows.filter((row) => row.duration > t).length / rows.length);
        }
      }),
    );
  });

  it("are the product over times of what going through all rows counts", () => {
    fc.assert(
      fc.property(withSomebody, (rows) => {
        const curve = kaplanMeier(rows);
        const times = [...new Set(rows.filter((row) => row.weight > 0).map((row) => row.duration))];
        expect(curve.rows.map((row) => row.time)).toEqual(times.sort((x, y) => x - y));
        let survival = 1;
        let hazard = 0;
        const hazards = nelsonAalen(rows).rows;
        for (const [k, row] of curve.rows.entries()) {
          const t = row.time;
          const sum = (of: (r: (typeof rows)[number]) => boolean): number =>
            rows.filter(of).reduce((total, r) => total + r.weight, 0);
          const atRisk = sum((r) => r.entry < t && r.duration >= t);
          const events = sum((r) => r.duration === t && r.event);
          survival *= 1 - events / atRisk;
          hazard += events / atRisk;
          expect(row).toMatchObject({ atRisk, events, censored: sum((r) => r.duration === t && !r.event) });
          expect(row.survival).toBeCloseTo(survival, 12);
          expect(hazards[k]?.cumulativeHazard).toBeCloseTo(hazard, 12);
        }
      }),
    );
  });

  it("fall, hazards rise, and both lie within their intervals", () => {
    fc.assert(
      fc.property(
        withSomebody,
        scale,
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (rows, interval, level) => {
          let before = 1;
          for (const { survival, standardError, lower, upper } of kaplanMeier(rows, { interval, level })
            .rows) {
            expect(survival).toBeLessThanOrEqual(before);
            before = survival;
            if (survival === 0 || survival === 1) {
              expect([lower, upper, standardError]).toEqual([null, null, survival === 0 ? null : 0]);
            } else {
              expect(lower).toBeGreaterThanOrEqual(0);
              expect(lower).toBeLessThan(survival);
              expect(upper).toBeGreaterThan(survival);
              expect(upper).toBeLessThanOrEqual(1);
            }
          }
          let piled = 0;
          const hazards = nelsonAalen(rows, { level, interval: interval === "plain" ? "plain" : "log" });
          for (const { cumulativeHazard, lower, upper } of hazards.rows) {
            expect(cumulativeHazard).toBeGreaterThanOrEqual(piled);
            piled = cumulativeHazard;
            if (piled > 0) expect(lower).toBeLessThan(piled);
            if (piled > 0) expect(upper).toBeGreaterThan(piled);
          }
        },
      ),
    );
  });

  it("do not mind the order of rows, nor whether weights or repeated rows say how many", () => {
    fc.assert(
      fc.property(withSomebody, fc.nat(), (rows, seed) => {
        const curve = kaplanMeier(rows);
        expect(kaplanMeier(shuffled(rows, seed))).toEqual(curve);
        const repeated = rows.flatMap((row) =>
          Array.from({ length: row.weight }, () => ({ ...row, weight: 1 })),
        );
        expect(kaplanMeier(repeated)).toEqual(curve);
        expect(nelsonAalen(shuffled(repeated, seed))).toEqual(nelsonAalen(rows));
      }),
    );
  });

  it("are the same from rows and from columns, and with an entry of 0 as without", () => {
    fc.assert(
      fc.property(fromStart, (rows) => {
        const curve = kaplanMeier(rows);
        expect(kaplanMeier(rows.map((row) => ({ ...row, entry: 0, weight: 1 })))).toEqual(curve);
        const duration = Float64Array.from(rows, (row) => row.duration);
        const event = Uint8Array.from(rows, (row) => Number(row.event));
        const entry = new Float32Array(rows.length);
        expect(kaplanMeier({ duration, event, entry })).toEqual(curve);
        expect(curve.warnings).toEqual([]);
      }),
    );
  });

  it("of groups are the curves of their rows", () => {
    fc.assert(
      fc.property(withSomebody, (rows) => {
        const present = rows.filter((row) => row.weight > 0);
        const curves = kaplanMeierBy(rows, (row) => row.group);
        expect(curves.map(({ group }) => group)).toEqual([...new Set(present.map((row) => row.group))]);
        for (const { group, ...curve } of curves) {
          expect(curve).toEqual(kaplanMeier(rows.filter((row) => row.group === group)));
        }
      }),
    );
  });
});

describe("what is read from a curve", () => {
  it("restricted means are no longer than their limit, however times are rounded", () => {
    const curve = kaplanMeier([
      { duration: 3.6, event: false },
      { duration: 0.6, event: false },
    ]);
    const until = 3.6 * 0.4447295837939178;
    expect(restrictedMean(curve, until)).toMatchObject({ value: until, lower: until, upper: until });
  });

  it("restricted means are areas", () => {
    fc.assert(
      fc.property(withSomebody, fc.double({ min: 0.01, max: 1.2, noNaN: true }), (rows, share) => {
        const curve = kaplanMeier(rows);
        const last = curve.rows.at(-1);
        const until = share * (last?.time ?? 0);
        const { value, lower, upper } = restrictedMean(curve, until);
        if (survivalAt(curve, until).survival === null) {
          expect(value).toBeNull();
          return;
        }
        const edges = [0, ...curve.rows.map((row) => row.time).filter((t) => t < until), until];
        const area = edges.slice(1).reduce((sum, edge, k) => {
          const start = edges[k] ?? 0;
          return sum + (edge - start) * (survivalAt(curve, start).survival ?? Number.NaN);
        }, 0);
        expect((value ?? Number.NaN) / area).toBeCloseTo(1, 12);
        expect(lower).toBeLessThanOrEqual(value ?? 0);
        expect(upper).toBeGreaterThanOrEqual(value ?? 0);
        expect(upper).toBeLessThanOrEqual(until);
      }),
    );
  });

  it("conditional figures are those of the people who are left", () => {
    fc.assert(
      fc.property(withSomebody, fc.nat(30), fc.nat(300), scale, (drawn, at, further, interval) => {
        // Whole times and their quarters: differences of others are rounded, and a time would come before itself.
        const rows = drawn.map(({ share, duration, ...row }) => {
          const tenths = Math.round(10 * duration);
          return { ...row, duration: tenths, entry: share * tenths };
        });
        const curve = kaplanMeier(rows, { interval });
        const given = curve.rows[at % curve.rows.length]?.time ?? 0;
        const left = rows.filter((row) => row.duration > given);
        if (survivalAt(curve, given).survival === 0 || left.every((row) => row.weight === 0)) return;
        const later = kaplanMeier(
          left.map((row) => ({
            ...row,
            duration: row.duration - given,
            entry: Math.max(0, row.entry - given),
          })),
          { interval },
        );
        const conditional = conditionalSurvival(curve, { given, further });
        const direct = survivalAt(later, further);
        for (const field of ["survival", "standardError", "lower", "upper"] as const) {
          const expected = direct[field];
          if (expected === null) expect(conditional[field]).toBeNull();
          else expect(conditional[field]).toBeCloseTo(expected, 10);
        }
        const median = survivalQuantile(later, 0.4).time;
        const residual = survivalQuantile(curve, 0.4, { given }).time;
        if (median === null) expect(residual).toBeNull();
        else expect((residual ?? Number.NaN) / median).toBeCloseTo(1, 12);
      }),
    );
  });

  it("quantiles are the first times at which the curve, or its limits, are low enough", () => {
    fc.assert(
      fc.property(withSomebody, fc.integer({ min: 1, max: 100 }), scale, (rows, percent, interval) => {
        const curve = kaplanMeier(rows, { interval });
        const p = percent / 100;
        const first = (field: "survival" | "lower" | "upper"): number | null =>
          curve.rows.find((row) => (row[field] ?? 2) - (1 - p) < 1e-9)?.time ?? null;
        const { time: t, lower, upper } = survivalQuantile(curve, p);
        expect({ t, lower, upper }).toEqual({
          t: first("survival"),
          lower: first("lower"),
          upper: first("upper"),
        });
      }),
    );
  });
});

describe("the log-rank test", () => {
  it("has sums that going through all rows gives", () => {
    fc.assert(
      fc.property(comparable, (rows) => {
        const { groups, covariance } = logRank(rows, "group");
        const inside = rows.filter((row) => row.weight > 0);
        const times = new Set(inside.filter((row) => row.event).map((row) => row.duration));
        for (const [g, { group, expected }] of groups.entries()) {
          let mean = 0;
          let variance = 0;
          for (const t of times) {
            const sum = (of: (r: (typeof rows)[number]) => boolean): number =>
              inside.filter(of).reduce((total, r) => total + r.weight, 0);
            const n = sum((r) => r.entry < t && r.duration >= t);
            const d = sum((r) => r.duration === t && r.event);
            const share = sum((r) => r.group === group && r.entry < t && r.duration >= t) / n;
            mean += d * share;
            if (n > 1) variance += ((d * (n - d)) / (n - 1)) * share * (1 - share);
          }
          expect(expected).toBeCloseTo(mean, 10);
          expect(covariance[g]?.[g]).toBeCloseTo(variance, 10);
        }
      }),
    );
  });

  it("leaves nothing over: differences and rows of the covariance add up to 0", () => {
    fc.assert(
      fc.property(comparable, weighting, (rows, weights) => {
        const { groups, covariance } = logRank(rows, "group", { weights });
        const rest = groups.reduce((sum, { observed, expected }) => sum + observed - expected, 0);
        expect(rest).toBeCloseTo(0, 8);
        for (const row of covariance) expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 6);
      }),
    );
  });

  it("does not mind the order of rows and groups, nor their names, nor weights for repeated rows", () => {
    fc.assert(
      fc.property(comparable, weighting, fc.nat(), (rows, weights, seed) => {
        const test = logRank(rows, "group", { weights });
        expectSameTest(logRank(shuffled(rows, seed), "group", { weights }), test);
        expectSameTest(logRank([...rows].reverse(), "group", { weights }), test);
        const repeated = rows.flatMap((row) =>
          Array.from({ length: row.weight }, () => ({ ...row, weight: 1 })),
        );
        expectSameTest(logRank(repeated, "group", { weights }), test);
        const columns = {
          duration: rows.map((row) => row.duration),
          event: rows.map((row) => row.event),
          entry: rows.map((row) => row.entry),
          weight: rows.map((row) => row.weight),
          group: rows.map((row) => row.group),
        };
        expect(logRank(columns, { weights })).toEqual(test);
      }),
    );
  });

  it("knows only the order of times", () => {
    fc.assert(
      fc.property(comparable, weighting, (rows, weights) => {
        const bent = (t: number): number => (t === 0 ? 0 : t ** 1.7 / 3);
        const stretched = rows.map((row) => ({
          ...row,
          duration: bent(row.duration),
          entry: bent(row.entry),
        }));
        expectSameTest(logRank(stretched, "group", { weights }), logRank(rows, "group", { weights }));
      }),
    );
  });

  it("adds up strata", () => {
    fc.assert(
      fc.property(comparable, (rows) => {
        const { groups, covariance } = logRank(rows, "group", { strata: "stratum" });
        for (const [g, { group, expected }] of groups.entries()) {
          let mean = 0;
          let variance = 0;
          for (const stratum of [0, 1]) {
            const inside = rows.filter((row) => row.stratum === stratum);
            if (new Set(inside.filter((r) => r.weight > 0).map((r) => r.group)).size > 1) {
              const alone = logRank(inside, "group");
              const at = alone.groups.findIndex((each) => each.group === group);
              mean += alone.groups[at]?.expected ?? 0;
              variance += alone.covariance[at]?.[at] ?? 0;
            } else {
              // A group on its own has as many events as expected.
              mean += inside.reduce((sum, r) => sum + (r.event && r.group === group ? r.weight : 0), 0);
            }
          }
          expect(expected).toBeCloseTo(mean, 9);
          expect(covariance[g]?.[g]).toBeCloseTo(variance, 9);
        }
      }),
    );
  });
});
