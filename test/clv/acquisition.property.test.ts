import fc from "fast-check";
import { expect, it } from "vitest";
import { cohortPayback } from "../../src/clv/cohort-payback.ts";
import { constantRetentionValue } from "../../src/clv/constant-retention-value.ts";
import { paybackPeriod } from "../../src/clv/payback-period.ts";
import { retentionImpact } from "../../src/clv/retention-impact.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryRows } from "../support/arbitrary-rows.ts";

const arbitraryValue = fc.record({
  margin: fc.double({ min: 1, max: 1000, noNaN: true }),
  retentionRate: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
  discountRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
  firstMargin: fc.constantFrom("immediate" as const, "deferred" as const),
  periods: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 2, max: 5000 })),
});

it("the slope of the value is its numeric derivative by retention", () => {
  fc.assert(
    fc.property(arbitraryValue, (options) => {
      const { retentionRate } = options;
      const step = 1e-5 * Math.min(1 - retentionRate, retentionRate);
      const at = (rate: number): number => constantRetentionValue({ ...options, retentionRate: rate }).value;
      const numeric = (at(retentionRate + step) - at(retentionRate - step)) / (2 * step);
      const { slope, elasticity, lifetimeValue } = retentionImpact({ ...options, points: 0 });
      expect(Math.abs(slope - numeric)).toBeLessThanOrEqual(2e-6 * Math.abs(slope) + 1e-9);
      expect(elasticity).toBeCloseTo((slope * retentionRate) / lifetimeValue.before, 9);
    }),
  );
});

it("a value without discount over many periods has the slope of its series", () => {
  for (const periods of [1, 2, 3, 50, 1e6]) {
    const { slope } = retentionImpact({
      margin: 1,
      retentionRate: 1,
      discountRate: 0,
      firstMargin: "deferred",
      periods,
      points: 0,
    });
    expect(slope).toBe((periods * (periods + 1)) / 2);
  }
});

it("more retention never lowers value, duration or profit", () => {
  fc.assert(
    fc.property(arbitraryValue, fc.double({ min: 0, max: 1, noNaN: true }), (options, part) => {
      const points = part * (0.995 - options.retentionRate);
      const impact = retentionImpact({ ...options, points: Math.max(0, points), newCustomers: 100 });
      expect(impact.lifetimeValue.change).toBeGreaterThanOrEqual(-1e-9);
      expect(impact.duration?.change).toBeGreaterThanOrEqual(-1e-9);
      expect(impact.baseProfit?.change).toBeGreaterThanOrEqual(-1e-6);
    }),
  );
});

it("payback comes never earlier with a higher cost, and never earlier discounted", () => {
  fc.assert(
    fc.property(arbitraryValue, fc.double({ min: 0, max: 5000, noNaN: true }), (options, acquisitionCost) => {
      const value = constantRetentionValue(options);
      const when = (cost: number, discounted: boolean): number =>
        paybackPeriod(value, { acquisitionCost: cost, discounted }).paidBackIn ?? Number.POSITIVE_INFINITY;
      expect(when(acquisitionCost, false)).toBeLessThanOrEqual(when(acquisitionCost * 1.5, false));
      expect(when(acquisitionCost, false)).toBeLessThanOrEqual(when(acquisitionCost, true));
    }),
  );
});

it("margins of cohorts add up to those of all who ever bought", () => {
  fc.assert(
    fc.property(arbitraryRows, (rows) => {
      fc.pre(rows.some(({ amount }) => amount >= 0));
      const log = transactionLog(rows);
      // Returns before the first purchase belong to no cohort.
      const first = new Map<unknown, string>();
      for (const { customerId, date, amount } of rows) {
        const known = first.get(customerId);
        if (amount >= 0 && (known === undefined || date < known)) first.set(customerId, date);
      }
      const revenue = rows
        .filter(({ customerId, date }) => date >= (first.get(customerId) ?? "9999"))
        .reduce((sum, { amount }) => sum + amount, 0);
      const { total } = cohortPayback(log, { acquisitionCost: 1, marginRate: 0.5 });
      expect(total.customers).toBe(first.size);
      expect(total.margin).toBeCloseTo(revenue / 2, 6);
    }),
  );
});
