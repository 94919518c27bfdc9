import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityOfBeating } from "../../src/statistics/probability-of-beating.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { type RateCounts, rateDifference } from "../../src/statistics/rate-difference.ts";
import reference from "../reference/proportions.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((trials) =>
    fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }),
  );

function countsOf([successes = 0, trials = 0]: readonly number[]): RateCounts {
  return { successes, trials };
}

describe("rateDifference", () => {
  it.each(reference.differences)("of $first and $second is the published one", (fact) => {
    const found = rateDifference(countsOf(fact.first), countsOf(fact.second));
    expect(found?.lower.toFixed(4)).toBe(fact.lower.toFixed(4));
    expect(found?.upper.toFixed(4)).toBe(fact.upper.toFixed(4));
  });

  it("holds the difference within [−1, 1], and turns round with the groups", () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const one = rateDifference(first, second, { level: 0.9 });
        const other = rateDifference(second, first, { level: 0.9 });
        if (one === null || other === null) throw new Error("no trials");
        expect(one.difference).toBe(first.successes / first.trials - second.successes / second.trials);
        expect(one.lower).toBeLessThanOrEqual(one.difference);
        expect(one.upper).toBeGreaterThanOrEqual(one.difference);
        expect(one.lower).toBeGreaterThanOrEqual(-1);
        expect(one.upper).toBeLessThanOrEqual(1);
        expect(other).toEqual({
          difference: -one.difference || 0,
          lower: -one.upper,
          upper: -one.lower,
          first: one.second,
          second: one.first,
        });
        const wider = rateDifference(first, second);
        if (wider === null) throw new Error("no trials");
        // One side may be at −1 or 1 already.
        expect(wider.lower).toBeLessThanOrEqual(one.lower);
        expect(wider.upper).toBeGreaterThanOrEqual(one.upper);
        expect(wider.upper - wider.lower).toBeGreaterThan(one.upper - one.lower);
      }),
    );
  });

  it("shows each group with its Wilson interval", () => {
    const found = rateDifference({ successes: 3, trials: 5 }, { successes: 1, trials: 9 }, { level: 0.8 });
    expect(found?.first).toEqual(proportionInterval(3, 5, { level: 0.8 }));
    expect(found?.second).toEqual(proportionInterval(1, 9, { level: 0.8 }));
  });

  it("is null if a group has no trials", () => {
    const none = { successes: 0, trials: 0 };
    expect(rateDifference(none, { successes: 1, trials: 2 })).toBeNull();
    expect(rateDifference({ successes: 1, trials: 2 }, none)).toBeNull();
  });

  const good = { successes: 1, trials: 2 };
  it.each([
    ["first", () => rateDifference(null as never, good)],
    ["first", () => rateDifference(3 as never, good)],
    ["second.successes", () => rateDifference(good, { successes: 3, trials: 2 })],
    ["second.trials", () => rateDifference(good, { successes: 3 } as never)],
    ["level", () => rateDifference(good, good, { level: 0 })],
    ["options.method", () => rateDifference(good, good, { method: "wald" } as never)],
    ["second.trials", () => probabilityOfBeating(good, { successes: 1, trials: -2 })],
  ])("refuses %s that is none", (field, call) => {
    expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });
});

describe("probabilityOfBeating", () => {
  it.each(reference.beating)("of $first over $second has 12 digits", (fact) => {
    const probability = probabilityOfBeating(countsOf(fact.first), countsOf(fact.second));
    expect(relativeError(probability, Number(fact.probability))).toBeLessThan(1e-12);
  });

  it("adds up to 1 with that of the other, and is a half between equals", () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const sum = probabilityOfBeating(first, second) + probabilityOfBeating(second, first);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-10);
        expect(Math.abs(probabilityOfBeating(first, first) - 0.5)).toBeLessThan(1e-10);
      }),
      { numRuns: 30 },
    );
  });

  it("knows nothing without trials", () => {
    const none = { successes: 0, trials: 0 };
    expect(probabilityOfBeating(none, none)).toBeCloseTo(0.5, 12);
  });
});
