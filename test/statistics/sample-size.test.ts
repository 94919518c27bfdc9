import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { sampleSizeForDifference } from "../../src/statistics/sample-size-for-difference.ts";
import { sampleSizeForRate } from "../../src/statistics/sample-size-for-rate.ts";
import reference from "../reference/proportions.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

const { sizes } = reference;

describe("sampleSizeForRate", () => {
  it.each(sizes.rate)("± $halfWidth around $rate at $level takes $trials", ({ trials, ...options }) => {
    expect(sampleSizeForRate(options).trials).toBe(trials);
  });

  it("is the first size that is enough", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    const halfWidth = fc.double({ min: 0.001, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(rate, halfWidth, (expected, wanted) => {
        const { trials, halfWidth: reached } = sampleSizeForRate({ rate: expected, halfWidth: wanted });
        const half = (n: number): number => {
          const { lower = 0, upper = 1 } = proportionInterval(expected * n, n) ?? {};
          return (upper - lower) / 2;
        };
        expect(half(trials)).toBe(reached);
        expect(reached).toBeLessThanOrEqual(wanted);
        if (trials > 1) expect(half(trials - 1)).toBeGreaterThan(wanted);
      }),
    );
  });

  it("takes most cases for a half, which is the default", () => {
    const half = sampleSizeForRate({ halfWidth: 0.03 });
    expect(half).toEqual(sampleSizeForRate({ rate: 0.5, halfWidth: 0.03 }));
    expect(sampleSizeForRate({ rate: 0.3, halfWidth: 0.03 }).trials).toBeLessThan(half.trials);
    expect(sampleSizeForRate({ halfWidth: 0.7 }).trials).toBe(1);
  });

  it.each([
    ["halfWidth", {}],
    ["halfWidth", { halfWidth: 0 }],
    ["rate", { halfWidth: 0.1, rate: 2 }],
    ["level", { halfWidth: 0.1, level: 1 }],
    ["options.width", { halfWidth: 0.1, width: 1 }],
    ["options", null],
  ])("refuses %s that cannot be used", (field, options) => {
    expect(dataErrorOf(() => sampleSizeForRate(options as never)).issues[0]?.field).toBe(field);
  });
});

describe("sampleSizeForDifference", () => {
  it("takes what R's power.prop.test prints", () => {
    const { size, ...options } = sizes.powerPropTest;
    expect(sampleSizeForDifference(options)).toEqual({ control: size, treated: size });
  });

  it.each(sizes.uplift)("of $uplift from $control, $ratio to 1, is $controlSize", (fact) => {
    const { controlSize, treatedSize, exact: _, ...options } = fact;
    expect(sampleSizeForDifference(options)).toEqual({ control: controlSize, treated: treatedSize });
  });

  it.each(sizes.difference)(
    "to within $halfWidth of $treated and $control is $size",
    ({ size, ...options }) => {
      expect(sampleSizeForDifference(options)).toEqual({ control: size, treated: size });
    },
  );

  it("does not depend on which of two equal groups is which, and grows with power and level", () => {
    const rate = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        fc.pre(Math.abs(one - other) > 0.01);
        const there = sampleSizeForDifference({ control: one, uplift: other - one });
        const back = sampleSizeForDifference({ control: other, uplift: one - other });
        expect(Math.abs(there.control - back.control)).toBeLessThanOrEqual(1);
        const surer = sampleSizeForDifference({
          control: one,
          uplift: other - one,
          power: 0.99,
          level: 0.99,
        });
        expect(surer.control).toBeGreaterThanOrEqual(there.control);
      }),
    );
  });

  it("counts more treated customers for each of the control group by the ratio", () => {
    const { control, treated } = sampleSizeForDifference({
      control: 0.1,
      treated: 0.12,
      halfWidth: 0.02,
      ratio: 4,
    });
    expect(treated).toBe(4 * control);
    expect(control).toBeLessThan(
      sampleSizeForDifference({ control: 0.1, treated: 0.12, halfWidth: 0.02 }).control,
    );
  });

  it.each([
    ["uplift", { control: 0.1 }],
    ["uplift", { control: 0.1, uplift: 0 }],
    ["uplift", { control: 0.1, uplift: 0.95 }],
    ["uplift", { control: 0.1, uplift: -0.2 }],
    ["control", { uplift: 0.1 }],
    ["power", { control: 0.1, uplift: 0.1, power: 1 }],
    ["ratio", { control: 0.1, uplift: 0.1, ratio: 0 }],
    ["treated", { control: 0.1, halfWidth: 0.1 }],
    ["halfWidth", { control: 0.1, treated: 0.1, halfWidth: 0 }],
    ["options.power", { control: 0.1, treated: 0.1, halfWidth: 0.1, power: 0.8 }],
    ["options.treated", { control: 0.1, treated: 0.1 }],
    ["options", null],
  ])("refuses %s that cannot be used", (field, options) => {
    expect(dataErrorOf(() => sampleSizeForDifference(options as never)).issues[0]?.field).toBe(field);
  });
});
