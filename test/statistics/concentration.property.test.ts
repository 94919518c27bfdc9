import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentration } from "../../src/statistics/concentration.ts";
import { gini } from "../../src/statistics/gini.ts";
import { lorenzCurve } from "../../src/statistics/lorenz-curve.ts";
import { relativeError } from "../support/relative-error.ts";

/** Amounts in cents with many zeros and ties, some of them very large, one at least above 0. */
const anyValues = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100),
      fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .filter((values) => values.some((value) => value > 1e-6));

/** As it stands in the definitions: half the mean difference of all pairs, relative to the mean. */
function giniOfPairs(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  let differences = 0;
  for (const a of values) for (const b of values) differences += Math.abs(a - b);
  return differences / (2 * values.length * total);
}

/** The same figures, apart from what the number of values decides. */
function spreadOf(values: readonly number[]): (number | null)[] {
  const {
    gini: g,
    theil,
    meanLogDeviation,
    atkinsonHalf,
    atkinsonOne,
    hoover,
    asymmetry,
  } = concentration(values);
  return [g, theil, meanLogDeviation, atkinsonHalf, atkinsonOne, hoover, asymmetry];
}

function expectNear(actual: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(actual.map((x) => x === null)).toEqual(expected.map((x) => x === null));
  for (const [k, value] of actual.entries()) expect(value ?? 0).toBeCloseTo(expected[k] ?? 0, 9);
}

describe("concentration", () => {
  it("is that of all pairs of values, in [0, 1)", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const coefficient = gini(values) ?? Number.NaN;
        expect(coefficient).toBeGreaterThanOrEqual(0);
        expect(coefficient).toBeLessThan(1);
        expect(coefficient).toBeCloseTo(giniOfPairs(values), 12);
      }),
    );
  });

  it("does not depend on the unit", () => {
    fc.assert(
      fc.property(anyValues, fc.integer({ min: -40, max: 40 }), (values, power) => {
        const scaled = values.map((value) => value * 2 ** power);
        const { total: _a, topShares: a, ...before } = concentration(values);
        const { total: _b, topShares: b, ...after } = concentration(scaled);
        expect(Object.keys(after)).toEqual(Object.keys(before));
        expectNear(spreadOf(scaled), spreadOf(values));
        expect(b.map(({ share }) => share)).toEqual(a.map(({ share }) => share));
      }),
    );
  });

  it("does not depend on how often the whole is repeated, and weights are repetitions", () => {
    fc.assert(
      fc.property(anyValues, fc.integer({ min: 2, max: 4 }), (values, times) => {
        const all = values.flatMap((value) => new Array<number>(times).fill(value));
        // The asymmetry goes one value beyond the mean, which counts for less among more.
        expectNear(spreadOf(all).slice(0, -1), spreadOf(values).slice(0, -1));
        const weighted = concentration(values, { weight: values.map(() => times) });
        const repeated = concentration(all);
        expect(weighted.n).toBe(repeated.n);
        for (const name of ["gini", "giniCorrected", "hhi", "rosenbluth", "theil", "asymmetry"] as const) {
          expect(weighted[name] ?? -1).toBeCloseTo(repeated[name] ?? -1, 9);
        }
        for (const [k, { n, share }] of weighted.topShares.entries()) {
          expect(repeated.topShares[k]?.n).toBe(n);
          expect(share).toBeCloseTo(repeated.topShares[k]?.share ?? Number.NaN, 12);
        }
      }),
    );
  });

  it("falls when somebody gives to somebody who has less", () => {
    fc.assert(
      fc.property(anyValues, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (values, part) => {
        const sorted = [...values].sort((a, b) => a - b);
        const [poorest = 0, richest = 0] = [sorted[0], sorted.at(-1)];
        fc.pre(richest - poorest > 1e-3 * richest);
        const given = part * (richest - poorest);
        const after = [...sorted.slice(1, -1), poorest + given, richest - given];
        const [before, now] = [concentration(values), concentration(after)];
        expect(now.gini).toBeLessThan(before.gini ?? 0);
        expect(now.theil).toBeLessThan(before.theil ?? 0);
        expect(now.hhi).toBeLessThan(before.hhi ?? 0);
      }),
    );
  });

  it("does not depend on the order of the rows, to the last bit", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const other = [...values].reverse();
        expect(concentration(other)).toEqual(concentration(values));
        expect(lorenzCurve(other)).toEqual(lorenzCurve(values));
      }),
    );
  });

  it("agrees with the textbook's formulas, computed plainly", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const n = values.length;
        const total = values.reduce((sum, value) => sum + value, 0);
        const shares = values.map((value) => value / total);
        const { hhi, theil, hoover, atkinsonHalf, rosenbluth, total: sum } = concentration(values);
        expect(relativeError(sum, total)).toBeLessThan(1e-13);
        const sumOf = (f: (share: number) => number): number => shares.reduce((all, s) => all + f(s), 0);
        expect(hhi).toBeCloseTo(
          sumOf((s) => s * s),
          12,
        );
        expect(theil).toBeCloseTo(
          sumOf((s) => (s === 0 ? 0 : s * Math.log(s * n))),
          10,
        );
        expect(hoover).toBeCloseTo(sumOf((s) => Math.abs(s - 1 / n)) / 2, 12);
        expect(atkinsonHalf).toBeCloseTo(1 - sumOf((s) => Math.sqrt(s / n)) ** 2, 10);
        const descending = [...shares].sort((a, b) => b - a);
        const ranked = descending.reduce((all, s, k) => all + (k + 1) * s, 0);
        expect(relativeError(rosenbluth ?? 0, 1 / (2 * ranked - 1))).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("the Lorenz curve", () => {
  it("runs from (0, 0) to (1, 1), is convex and never above the diagonal, thinned or not", () => {
    fc.assert(
      fc.property(anyValues, fc.option(fc.integer({ min: 2, max: 20 })), (values, points) => {
        const { rows } = lorenzCurve(values, points === null ? {} : { points });
        expect(rows[0]).toEqual({ population: 0, value: 0 });
        expect(rows.at(-1)).toEqual({ population: 1, value: 1 });
        if (points !== null) expect(rows.length).toBeLessThanOrEqual(points);
        let slope = 0;
        for (const [k, point] of rows.slice(1).entries()) {
          const before = rows[k] ?? point;
          expect(point.population).toBeGreaterThan(before.population);
          expect(point.value).toBeLessThanOrEqual(point.population + 1e-12);
          const next = (point.value - before.value) / (point.population - before.population);
          expect(next).toBeGreaterThanOrEqual(slope - 1e-9);
          slope = next;
        }
      }),
    );
  });

  it("lies above twice the area that the Gini coefficient leaves", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { rows } = lorenzCurve(values);
        let area = 0;
        for (const [k, point] of rows.slice(1).entries()) {
          const before = rows[k] ?? point;
          area += ((point.value + before.value) * (point.population - before.population)) / 2;
        }
        expect(gini(values)).toBeCloseTo(1 - 2 * area, 12);
      }),
    );
  });
});
