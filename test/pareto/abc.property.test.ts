import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { abcClasses } from "../../src/pareto/abc-classes.ts";
import type { AbcLimitOptions } from "../../src/pareto/abc-options.ts";

/** Whole amounts, so that sums are exact: with ties, zeros, negative ones, and now and then a giant. */
const anyValues = fc.array(
  fc.oneof(
    fc.integer({ min: -3, max: 5 }),
    fc.integer({ min: 1, max: 500 }),
    fc.integer({ min: 10_000, max: 20_000 }),
  ),
  { maxLength: 80 },
);
/** Limits in hundredths. */
const anyLimits = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const anyOptions: fc.Arbitrary<AbcLimitOptions> = fc.oneof(
  fc.constant({ method: "computed" as const }),
  fc.record({
    by: fc.constantFrom("value" as const, "customers" as const),
    limits: anyLimits.map(([a, b]) => [a / 100, b / 100] as const),
  }),
);

const LETTERS = ["A", "B", "C"];

describe("ABC classes", () => {
  it("hold everybody once, add up to the whole, and follow the values", () => {
    fc.assert(
      fc.property(anyValues, anyOptions, (values, options) => {
        const { rows, classes, total, positiveTotal, customers, nonPositive } = abcClasses(values, options);
        expect(rows.map((row) => row.index).sort((a, b) => a - b)).toEqual(values.map((_, k) => k));
        expect(rows.map((row) => row.value)).toEqual(rows.map((row) => values[row.index]));
        const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
        expect(total).toBe(sum(values));
        expect(positiveTotal + nonPositive.value).toBe(total);
        expect(nonPositive.customers).toBe(values.filter((value) => value <= 0).length);
        expect(customers).toBe(values.length);
        expect(sum(classes.map((each) => each.customers))).toBe(values.length);
        expect(sum(classes.map((each) => each.value))).toBe(total);
        for (const each of classes) {
          const own = rows.filter((row) => row.class === each.class);
          expect(own).toHaveLength(each.customers);
          expect(sum(own.map((row) => row.value))).toBe(each.value);
          expect([each.highest, each.lowest]).toEqual([own[0]?.value ?? null, own.at(-1)?.value ?? null]);
          expect(each.shareOfValue ?? 0).toBeCloseTo(sum(own.map((row) => row.share ?? 0)), 12);
        }
        for (const [k, row] of rows.entries()) {
          if (row.value <= 0) expect(row.class).toBe("C");
          expect(row.rank).toBe(1 + values.filter((value) => value > row.value).length);
          const next = rows[k + 1];
          if (next === undefined) continue;
          expect(next.value).toBeLessThanOrEqual(row.value);
          expect(LETTERS.indexOf(next.class)).toBeGreaterThanOrEqual(LETTERS.indexOf(row.class));
          if (next.value === row.value) {
            expect(next.class).toBe(row.class);
            expect(next.index).toBeGreaterThan(row.index);
          }
          expect(next.cumulativeShare ?? 0).toBeGreaterThanOrEqual(row.cumulativeShare ?? 0);
        }
      }),
    );
  });

  it("end where the share before a value has reached the limit, in whole numbers", () => {
    fc.assert(
      fc.property(anyValues, anyLimits, fc.boolean(), (values, [a, b], byValue) => {
        const by = byValue ? "value" : "customers";
        const { rows } = abcClasses(values, { by, limits: [a / 100, b / 100] });
        const positive = values.filter((value) => value > 0);
        const whole = byValue ? positive.reduce((all, value) => all + value, 0) : values.length;
        for (const row of rows) {
          const better = values.filter((value) => value > row.value);
          const before = byValue ? better.reduce((all, value) => all + value, 0) : better.length;
          const expected =
            row.value <= 0 ? "C" : before * 100 < a * whole ? "A" : before * 100 < b * whole ? "B" : "C";
          expect(row.class).toBe(expected);
        }
      }),
    );
  });

  it("do not depend on the order of the rows, nor on the unit", () => {
    fc.assert(
      fc.property(anyValues, anyOptions, fc.integer({ min: -30, max: 30 }), (values, options, power) => {
        const classOf = (result: ReturnType<typeof abcClasses>): [number, string][] =>
          result.rows.map((row) => [row.value, row.class]);
        const plain = abcClasses(values, options);
        const turned = abcClasses([...values].reverse(), options);
        expect(classOf(turned)).toEqual(classOf(plain));
        expect(turned.classes).toEqual(plain.classes);
        const scaled = abcClasses(
          values.map((value) => value * 2 ** power),
          options,
        );
        expect(scaled.rows.map((row) => row.class)).toEqual(plain.rows.map((row) => row.class));
      }),
    );
  });
});
