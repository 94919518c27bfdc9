import { describe, expect, it } from "vitest";
import { constantRetentionValue, marginMultiple } from "../../src/clv/constant-retention-value.ts";
import type { FirstMargin } from "../../src/clv/first-margin.ts";
import { formulaValue } from "../../src/clv/formula-value.ts";
import type { CalendarPeriod } from "../../src/time/calendar-period.ts";
import reference from "../reference/lifetime-value.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

describe("marginMultiple", () => {
  // Gupta & Lehmann (2003), table of r ÷ (1+i−r).
  it.each([
    [0.1, [1.2, 1.75, 2.67, 4.5]],
    [0.12, [1.15, 1.67, 2.5, 4.09]],
    [0.14, [1.11, 1.59, 2.35, 3.75]],
    [0.16, [1.07, 1.52, 2.22, 3.46]],
  ])("is the table of Gupta and Lehmann at %d", (discountRate, multiples) => {
    const found = [0.6, 0.7, 0.8, 0.9].map((retentionRate) =>
      marginMultiple({ retentionRate, discountRate, firstMargin: "deferred" }).toFixed(2),
    );
    expect(found).toEqual(multiples.map((multiple) => multiple.toFixed(2)));
  });

  it("agrees with 60 digits, also where retention eats up the discount", () => {
    for (const { periods, multiple, ...given } of reference.constantRetention) {
      const found = marginMultiple({
        ...given,
        period: given.period as CalendarPeriod,
        firstMargin: given.firstMargin as FirstMargin,
        periods: periods ?? Number.POSITIVE_INFINITY,
      });
      // Growth is a product with retention, whose rounding 1 − q cannot know.
      const tolerance = given.marginGrowth === 0 ? 2e-14 : 2e-13;
      expect(relativeError(found, Number(multiple)), JSON.stringify({ given, periods })).toBeLessThan(
        tolerance,
      );
    }
  });
});

describe("constantRetentionValue", () => {
  const options = { margin: 100, retentionRate: 0.8, discountRate: 0.1 } as const;

  it("lists the periods, and says what comes after them", () => {
    const { perPeriod, rest, value } = constantRetentionValue({
      ...options,
      firstMargin: "deferred",
      listPeriods: 2,
    });
    expect(perPeriod.map(({ period }) => period)).toEqual([1, 2]);
    expect(perPeriod[1]?.value).toBeCloseTo((100 * 0.64) / 1.21, 12);
    expect(rest).toBeCloseTo(value * (0.8 / 1.1) ** 2, 10);
  });

  it("counts from 0 if the first margin is immediate", () => {
    const { perPeriod, undiscounted, assumptions } = constantRetentionValue({
      ...options,
      firstMargin: "immediate",
      periods: 3,
    });
    expect(perPeriod.map(({ period, survival }) => [period, survival])).toEqual([
      [0, 1],
      [1, 0.8],
      [2, 0.8 ** 2],
    ]);
    expect(undiscounted).toBeCloseTo(244, 10);
    expect(assumptions.horizon).toBe(3);
  });

  it("keeps the sign of a customer who costs more than he brings", () => {
    expect(constantRetentionValue({ ...options, margin: -10, firstMargin: "immediate" }).value).toBeCloseTo(
      -36.6667,
      4,
    );
  });

  it("deducts the acquisition cost beside the value", () => {
    const found = constantRetentionValue({ ...options, firstMargin: "deferred", acquisitionCost: 300 });
    expect(found.value).toBeCloseTo(266.6667, 4);
    expect(found.netValue).toBeCloseTo(-33.3333, 4);
  });

  it("has no undiscounted value where nobody leaves", () => {
    const all = { margin: 5, retentionRate: 1, firstMargin: "deferred" } as const;
    expect(constantRetentionValue({ ...all, discountRate: 0.1 }).undiscounted).toBeNull();
    expect(constantRetentionValue({ ...all, discountRate: 0, periods: 12 }).value).toBe(60);
  });

  it.each([
    [{}, "firstMargin"],
    [{ firstMargin: "deferred", retentionRate: 1, discountRate: 0 }, "no limit"],
    [{ firstMargin: "deferred", marginGrowth: 0.5 }, "no limit"],
    [{ firstMargin: "deferred", marginGrowth: 9, periods: 1000 }, "larger than a number"],
    [{ firstMargin: "deferred", retentionRate: 80 }, "at most 1"],
    [{ firstMargin: "deferred", discountRate: 10 }, "at most 1"],
    [{ firstMargin: "deferred", periods: 0 }, "periods"],
    [{ firstMargin: "deferred", period: "decade" }, "decade"],
    [{ firstMargin: "later" }, "firstMargin"],
    [{ firstMargin: "deferred", retention: 0.8 }, "no such name"],
    [{ firstMargin: "deferred", margin: null }, "margin"],
  ])("refuses %j", (wrong, said) => {
    const call = () => constantRetentionValue({ ...options, ...wrong } as never);
    expect(dataErrorOf(call).message).toContain(said);
  });

  it("refuses what are no options", () => {
    expect(dataErrorOf(() => constantRetentionValue(null as never)).message).toContain("no record");
  });
});

describe("formulaValue", () => {
  const averages = { purchasesPerYear: 4, averagePurchaseValue: 60, marginRate: 0.3, years: 2.5 };

  it("multiplies the averages", () => {
    const found = formulaValue({ ...averages, acquisitionCost: 200 });
    expect(found.value).toBe(180);
    expect(found.netValue).toBe(-20);
    expect(found.perPeriod.map(({ period, margin }) => [period, margin])).toEqual([
      [1, 72],
      [2, 72],
      [3, 36],
    ]);
  });

  it("discounts each year from its end or its beginning, a part of a year from the end of the part", () => {
    const deferred = formulaValue({ ...averages, discountRate: 0.1, firstMargin: "deferred" });
    expect(deferred.value).toBeCloseTo(72 / 1.1 + 72 / 1.21 + 36 / 1.1 ** 2.5, 10);
    const immediate = formulaValue({ ...averages, discountRate: 0.1, firstMargin: "immediate" });
    expect(immediate.value).toBeCloseTo(72 + 72 / 1.1 + 36 / 1.21, 10);
    expect(immediate.undiscounted).toBe(180);
  });

  it("wants to know when a discounted margin is paid", () => {
    expect(dataErrorOf(() => formulaValue({ ...averages, discountRate: 0.1 })).message).toContain(
      "firstMargin",
    );
    expect(dataErrorOf(() => formulaValue({ ...averages, marginRate: 30 })).message).toContain("marginRate");
    expect(dataErrorOf(() => formulaValue({ ...averages, years: -1 })).message).toContain("years");
  });

  it("is 0 for a customer who stays no time", () => {
    expect(formulaValue({ ...averages, years: 0 })).toMatchObject({ value: 0, perPeriod: [], rest: 0 });
  });
});
