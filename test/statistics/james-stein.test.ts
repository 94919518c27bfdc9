import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jamesStein } from "../../src/statistics/james-stein.ts";
import reference from "../reference/proportions.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

const { baseball } = reference;
const rates = baseball.hits.map((hits) => hits / baseball.atBats);
const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 4, maxLength: 20 });

describe("jamesStein", () => {
  it("prints the table of 1977", () => {
    const { centre, factor, rows } = jamesStein(rates, { trials: baseball.atBats });
    expect(centre.toFixed(3)).toBe(baseball[1977].mean.toFixed(3));
    expect(factor.toFixed(3)).toBe(baseball[1977].factor.toFixed(3));
    expect(rows.map((row) => Number(row.shrunken.toFixed(3)))).toEqual(baseball[1977].rates);
    expect(rows.map(({ value }) => value)).toEqual(rates);
  });

  it("prints the table of 1975, by the arcsine", () => {
    const { factor, rows, variance } = jamesStein(rates, { trials: baseball.atBats, transform: "arcsine" });
    expect(factor.toFixed(4)).toBe(baseball[1975].factor.toFixed(4));
    expect(rows.map((row) => Number(row.shrunken.toFixed(3)))).toEqual(baseball[1975].rates);
    expect(variance).toBe(1 / 45);
  });

  it("has the factor of the formula", () => {
    // Squares of the distances from 3: 4 + 1 + 0 + 1 + 4 = 10; 1 − 2 · 1.5 ÷ 10, and around 2: 1 + 0 + 1 + 4 + 9 = 15, 1 − 3 · 1.5 ÷ 15.
    const { rows, factor } = jamesStein([1, 2, 3, 4, 5], { variance: 1.5 });
    expect(factor).toBeCloseTo(0.7, 14);
    expect(rows[0]?.shrunken).toBeCloseTo(1.6, 14);
    expect(jamesStein([1, 2, 3, 4, 5], { variance: 1.5, centre: 2 })).toMatchObject({
      factor: 0.7,
      centre: 2,
    });
  });

  it("lies between value and centre, keeps the mean and the order", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1e4, noNaN: true }), (list, variance) => {
        const { centre, factor, rows } = jamesStein(list, { variance });
        expect(factor).toBeGreaterThanOrEqual(0);
        expect(factor).toBeLessThanOrEqual(1);
        for (const { value, shrunken } of rows) {
          expect(shrunken).toBeGreaterThanOrEqual(Math.min(value, centre) - 1e-9);
          expect(shrunken).toBeLessThanOrEqual(Math.max(value, centre) + 1e-9);
        }
        const mean = rows.reduce((sum, { shrunken }) => sum + shrunken, 0) / rows.length;
        expect(mean).toBeCloseTo(centre, 9);
      }),
    );
  });

  it("leaves few values alone, and puts all on the mean where chance explains everything", () => {
    expect(jamesStein([1, 2, 9], { variance: 4 })).toMatchObject({ factor: 1 });
    expect(jamesStein([1, 2], { variance: 4, centre: 0 })).toMatchObject({ factor: 1 });
    expect(jamesStein([1, 2, 9], { variance: 4, centre: 0 }).factor).toBeLessThan(1);
    expect(jamesStein([1, 2, 3, 4], { variance: 100 }).rows.map((row) => row.shrunken)).toEqual([
      2.5, 2.5, 2.5, 2.5,
    ]);
    expect(jamesStein([3, 3, 3, 3], { variance: 1 }).factor).toBe(0);
    expect(jamesStein([], { variance: 1 }).rows).toEqual([]);
  });

  it.each([
    ["values", () => jamesStein(null as never, { variance: 1 })],
    ["values", () => jamesStein([1, Number.NaN], { variance: 1 })],
    ["values", () => jamesStein([0.5, 1.5], { trials: 10 })],
    ["options", () => jamesStein([1], null as never)],
    ["variance", () => jamesStein([1], {})],
    ["variance", () => jamesStein([1], { variance: 1, trials: 2 })],
    ["variance", () => jamesStein([1], { variance: -1 })],
    ["trials", () => jamesStein([1], { trials: 0 })],
    ["transform", () => jamesStein([1], { trials: 5, transform: "logit" as never })],
    ["transform", () => jamesStein([1], { variance: 5, transform: "arcsine" })],
    ["centre", () => jamesStein([1], { trials: 5, centre: 2 })],
    ["options.center", () => jamesStein([1], { trials: 5, center: 1 } as never)],
  ])("refuses %s that cannot be used", (field, call) => {
    expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });
});
