import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import reference from "../reference/proportions.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

describe("proportionInterval", () => {
  it.each(reference.wilson)("of $successes of $trials agrees with the published one", (fact) => {
    const estimate = proportionInterval(fact.successes, fact.trials);
    expect(estimate?.rate).toBe(fact.successes / fact.trials);
    expect(estimate?.lower.toFixed(4)).toBe(fact.lower.toFixed(4));
    expect(estimate?.upper.toFixed(4)).toBe(fact.upper.toFixed(4));
  });

  it("has limits at which the score test just fails to refuse the count", () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const estimate = proportionInterval(successes, trials, { level: 0.9 });
        for (const limit of [estimate?.lower ?? Number.NaN, estimate?.upper ?? Number.NaN]) {
          if (limit === 0 || limit === 1) continue;
          const z = (successes - trials * limit) / Math.sqrt(trials * limit * (1 - limit));
          // Φ⁻¹(0.95) = 1.644853626951472714…
          expect(Math.abs(Math.abs(z) - 1.6448536269514727)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it("lies around the rate in [0, 1], mirrors failures, narrows with more cases and lower levels", () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const estimate = proportionInterval(successes, trials);
        const mirrored = proportionInterval(trials - successes, trials);
        const more = proportionInterval(4 * successes, 4 * trials);
        const narrower = proportionInterval(successes, trials, { level: 0.5 });
        if (estimate === null || mirrored === null || more === null || narrower === null) throw new Error();
        expect(estimate.lower).toBeGreaterThanOrEqual(0);
        expect(estimate.lower).toBeLessThanOrEqual(estimate.rate);
        expect(estimate.upper).toBeGreaterThanOrEqual(estimate.rate);
        expect(estimate.upper).toBeLessThanOrEqual(1);
        expect(mirrored.lower).toBeCloseTo(1 - estimate.upper, 12);
        expect(more.upper - more.lower).toBeLessThan(estimate.upper - estimate.lower);
        expect(narrower.upper - narrower.lower).toBeLessThan(estimate.upper - estimate.lower);
      }),
    );
  });

  it("is null without cases", () => {
    expect(proportionInterval(0, 0)).toBeNull();
  });

  it.each([
    ["successes", 6, 5, {}],
    ["successes", -1, 5, {}],
    ["successes", Number.NaN, 5, {}],
    ["trials", 1, Number.POSITIVE_INFINITY, {}],
    ["level", 1, 5, { level: 1 }],
    ["level", 1, 5, { level: 95 }],
    ["options.levle", 1, 5, { levle: 0.9 }],
  ])("refuses an impossible %s", (field, successes, trials, options) => {
    expect(dataErrorOf(() => proportionInterval(successes, trials, options as object)).issues[0]?.field).toBe(
      field,
    );
  });
});
