import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constantRetentionValue } from "../../src/clv/constant-retention-value.ts";
import { customerEquity } from "../../src/clv/customer-equity.ts";
import type { LifetimeValue } from "../../src/clv/lifetime-value.ts";
import { retentionCurveValue } from "../../src/clv/retention-curve-value.ts";
import { relativeError } from "../support/relative-error.ts";

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const money = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const shape = fc.double({ min: 0.05, max: 50, noNaN: true });
const periods = fc.integer({ min: 1, max: 50 });

const told = ({ perPeriod, rest }: LifetimeValue): number =>
  perPeriod.reduce((sum, { value }) => sum + value, rest);

describe("the value at constant retention", () => {
  const value = (options: object): LifetimeValue =>
    constantRetentionValue({
      margin: 10,
      retentionRate: 0.8,
      discountRate: 0.1,
      firstMargin: "immediate",
      ...options,
    });

  it("rises with margin, retention and horizon, and falls with the discount", () => {
    fc.assert(
      fc.property(money, share, share, periods, (margin, retentionRate, discountRate, n) => {
        const options = { margin, retentionRate, discountRate };
        const here = value({ ...options, periods: n }).value;
        expect(value({ ...options, margin: margin * 1.01, periods: n }).value).toBeGreaterThan(here);
        expect(value({ ...options, periods: n + 1 }).value).toBeGreaterThanOrEqual(here);
        expect(value(options).value).toBeGreaterThanOrEqual(here * (1 - 1e-15));
        if (n === 1) return;
        expect(value({ ...options, retentionRate: retentionRate + 0.009, periods: n }).value).toBeGreaterThan(
          here,
        );
        expect(value({ ...options, discountRate: discountRate + 0.009, periods: n }).value).toBeLessThan(
          here,
        );
      }),
    );
  });

  it("is the sum of its periods, and a margin more if it begins at once", () => {
    fc.assert(
      fc.property(money, share, share, periods, (margin, retentionRate, discountRate, n) => {
        const options = { margin, retentionRate, discountRate };
        const now = value({ ...options, periods: n + 1 });
        const later = value({ ...options, periods: n, firstMargin: "deferred" });
        expect(relativeError(now.value, later.value + margin)).toBeLessThan(1e-13);
        expect(relativeError(told(now), now.value)).toBeLessThan(1e-12);
        const ever = value({ ...options, listPeriods: n });
        expect(relativeError(told(ever), ever.value)).toBeLessThan(1e-12);
        const ratio = retentionRate / (1 + discountRate);
        const far = Math.ceil(-40 / Math.log(ratio));
        expect(relativeError(value({ ...options, periods: far }).value, ever.value)).toBeLessThan(1e-13);
      }),
    );
  });

  it("turns its sign with the margin's", () => {
    fc.assert(
      fc.property(money, share, (margin, retentionRate) => {
        const gain = value({ margin, retentionRate });
        expect(value({ margin: -margin, retentionRate }).value).toBe(-gain.value);
      }),
    );
  });
});

describe("the value under a model of retention", () => {
  it("adds up, rises with the horizon to its limit, and is a margin more if it begins at once", () => {
    fc.assert(
      fc.property(shape, shape, share, periods, (alpha, beta, discountRate, n) => {
        const model = { kind: "sbg", parameters: { alpha, beta }, unit: "year" } as const;
        const options = { margin: 7, discountRate, firstMargin: "immediate" } as const;
        const ever = retentionCurveValue(model, { ...options, listPeriods: n });
        const later = retentionCurveValue(model, { ...options, firstMargin: "deferred" });
        expect(relativeError(ever.value, later.value + 7)).toBeLessThan(1e-12);
        expect(relativeError(told(ever), ever.value)).toBeLessThan(1e-12);
        const some = retentionCurveValue(model, { ...options, periods: n }).value;
        expect(retentionCurveValue(model, { ...options, periods: n + 1 }).value).toBeGreaterThanOrEqual(some);
        expect(some).toBeLessThanOrEqual(ever.value * (1 + 1e-14));
        const far = Math.ceil(40 / Math.log1p(discountRate));
        expect(
          relativeError(retentionCurveValue(model, { ...options, periods: far }).value, ever.value),
        ).toBeLessThan(1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it("is the constant one where all customers are alike", () => {
    fc.assert(
      fc.property(share, share, periods, (retentionRate, discountRate, n) => {
        const options = { margin: 3, discountRate, firstMargin: "deferred" } as const;
        const curve = Array.from({ length: n + 1 }, (_, t) => retentionRate ** t);
        const constant = constantRetentionValue({ ...options, retentionRate, periods: n }).value;
        expect(relativeError(retentionCurveValue(curve, options).value, constant)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("customer equity", () => {
  it("is the sum of the values, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 })), (cents) => {
        const rows = cents.map((value) => ({ value: value / 100 }));
        const whole = cents.reduce((sum, value) => sum + value, 0);
        expect(Math.round(customerEquity(rows).value * 100)).toBe(whole);
        expect(customerEquity([...rows].reverse()).value).toBeCloseTo(customerEquity(rows).value, 9);
      }),
    );
  });
});
