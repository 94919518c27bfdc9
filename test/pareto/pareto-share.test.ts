import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paretoShare } from "../../src/pareto/pareto-share.ts";
import facts from "../reference/concentration.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

const { values, concentrationRatios } = facts.incomes;
const loose = paretoShare as (...args: readonly unknown[]) => unknown;

describe("the Pareto share", () => {
  it.each(concentrationRatios.map((ratio, k) => [k + 1, ratio]))(
    "of %i in ten is the published concentration ratio",
    (n, ratio) => {
      const { value, wholeCustomers, valueOfWholeCustomers } = paretoShare(values, { customers: n / 10 });
      expect(Number(value?.toFixed(7))).toBe(ratio);
      expect(wholeCustomers).toBe(n);
      expect(valueOfWholeCustomers).toBeCloseTo(value ?? Number.NaN, 14);
    },
  );

  it("of the value: five of the ten reach 80 %", () => {
    const share = paretoShare(values, { value: 0.8 });
    expect(share.wholeCustomers).toBe(5);
    expect(Number(share.valueOfWholeCustomers?.toFixed(7))).toBe(concentrationRatios[4]);
    // Four have 48,861 of 66,586, and the fifth 5401.
    expect(share.customers).toBeCloseTo((4 + (0.8 * 66_586 - 48_861) / 5401) / 10, 14);
    expect(share).toMatchObject({ n: 10, total: 66_586, value: 0.8, raisedToZero: { n: 0, value: 0 } });
  });

  it("is that of the best fifth unless said otherwise", () => {
    expect(paretoShare(values)).toEqual(paretoShare(values, { customers: 0.2 }));
  });

  it("takes part of a customer", () => {
    const { value, wholeCustomers, valueOfWholeCustomers } = paretoShare([60, 30, 10], { customers: 0.5 });
    expect(value).toBeCloseTo(0.75, 14);
    expect(wholeCustomers).toBe(2);
    expect(valueOfWholeCustomers).toBeCloseTo(0.9, 14);
  });

  it("counts whole customers as one does by hand, though shares are rounded", () => {
    // 0.07 × 100 is a little more than 7.
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(paretoShare(new Array<number>(100).fill(1), { customers: 0.07 }).wholeCustomers).toBe(7);
    expect(paretoShare([0.7, 0.1, 0.1, 0.1], { value: 0.8 }).wholeCustomers).toBe(2);
  });

  it("of all of the value needs nobody without value", () => {
    expect(paretoShare([5, 0, 3, 0], { value: 1 })).toMatchObject({
      customers: 0.5,
      wholeCustomers: 2,
      valueOfWholeCustomers: 1,
    });
    expect(paretoShare([5, 0, 3, 0], { customers: 1 }).value).toBe(1);
  });

  it("is null where there is nothing to share", () => {
    expect(paretoShare([0, 0, 0], { customers: 0.5 })).toMatchObject({
      customers: 0.5,
      value: null,
      wholeCustomers: 2,
      valueOfWholeCustomers: null,
    });
    const nothing = { customers: null, value: 0.8, wholeCustomers: null, valueOfWholeCustomers: null };
    expect(paretoShare([], { value: 0.8 })).toMatchObject(nothing);
    expect(paretoShare([0], { value: 0.8 })).toMatchObject(nothing);
  });

  it("takes weights as repetitions", () => {
    const groups = [
      { revenue: 50, customers: 2 },
      { revenue: 5, customers: 10 },
    ];
    const all = groups.flatMap(({ revenue, customers }) => new Array<number>(customers).fill(revenue));
    for (const wanted of [{ customers: 0.2 }, { customers: 0.05 }, { value: 0.5 }, { value: 0.9 }]) {
      const weighted = paretoShare(groups, "revenue", { ...wanted, weight: "customers" });
      const repeated = paretoShare(all, wanted);
      expect(weighted.wholeCustomers).toBe(repeated.wholeCustomers);
      for (const name of ["n", "total", "customers", "value", "valueOfWholeCustomers"] as const) {
        expect(weighted[name]).toBeCloseTo(repeated[name] ?? Number.NaN, 13);
      }
    }
  });

  it("goes there and back, and whole customers are the fewest", () => {
    const anyCents = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(
        anyCents.filter((cents) => cents.some((cent) => cent > 0)),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (cents, share) => {
          const there = paretoShare(cents, { value: share });
          const back = paretoShare(cents, { customers: there.customers ?? Number.NaN });
          expect(back.value).toBeCloseTo(share, 12);
          const whole = there.wholeCustomers ?? Number.NaN;
          const descending = [...cents].sort((a, b) => b - a);
          const sumOf = (count: number): number =>
            descending.slice(0, count).reduce((sum, value) => sum + value, 0) / there.total;
          expect(there.valueOfWholeCustomers).toBeCloseTo(sumOf(whole), 13);
          expect(sumOf(whole)).toBeGreaterThanOrEqual(share * (1 - 1e-11));
          expect(sumOf(whole - 1)).toBeLessThan(share);
        },
      ),
    );
  });

  it.each([
    ["both shares", [values, { customers: 0.2, value: 0.8 }]],
    ["a share of 0", [values, { value: 0 }]],
    ["a share in per cent", [values, { customers: 20 }]],
    ["a text", [values, { customers: "0.2" }]],
    ["a misspelt option", [values, { customer: 0.2 }]],
    ["a summary instead of its rows", [{ rows: [] }, "revenue"]],
    ["null", [null]],
  ])("refuses %s", (_what, args) => {
    expect(dataErrorOf(() => loose(...args)).byCode).toEqual({ invalid_option: 1 });
  });

  it("refuses values below 0, or counts them as 0", () => {
    expect(dataErrorOf(() => paretoShare([3, -1])).byCode).toEqual({ negative_amount: 1 });
    const { raisedToZero, ...shares } = paretoShare([3, -1, 1], { negative: "zero" });
    expect(raisedToZero).toEqual({ n: 1, value: -1 });
    expect(paretoShare([3, 0, 1])).toMatchObject(shares);
  });
});
