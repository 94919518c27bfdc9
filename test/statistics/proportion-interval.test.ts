import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ProportionEstimate,
  type ProportionOptions,
  proportionInterval,
  wilson,
} from "../../src/statistics/proportion-interval.ts";
import type { ProportionMethod } from "../../src/statistics/proportion-method.ts";
import {
  agrestiCoull,
  clopperPearson,
  jeffreys,
  wald,
  wilsonCorrected,
} from "../../src/statistics/proportion-methods.ts";
import reference from "../reference/proportions.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const METHODS = [wilson, wilsonCorrected, clopperPearson, jeffreys, agrestiCoull, wald];

function methodOf(name: string): ProportionMethod {
  const found = METHODS.find((method) => method.name === name);
  if (found === undefined) throw new Error(`no method ${name}`);
  return found;
}

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

function estimateOf(successes: number, trials: number, options: ProportionOptions = {}): ProportionEstimate {
  const estimate = proportionInterval(successes, trials, options);
  if (estimate === null) throw new Error("no trials");
  return estimate;
}

function widthOf({ lower, upper }: ProportionEstimate): number {
  return upper - lower;
}

describe("proportionInterval", () => {
  it.each(reference.intervals)("$method of $successes of $trials is the published one", (fact) => {
    const method = methodOf(fact.method);
    const { rate, lower, upper } = estimateOf(fact.successes, fact.trials, { method });
    expect(rate).toBe(fact.successes / fact.trials);
    expect(lower.toFixed(4)).toBe(fact.lower.toFixed(4));
    expect(upper.toFixed(4)).toBe(fact.upper.toFixed(4));
  });

  it.each(reference.digits)("$method of $successes of $trials at $level has 12 digits", (fact) => {
    const { level, successes, trials } = fact;
    const { lower, upper } = estimateOf(successes, trials, {
      level,
      method: methodOf(fact.method),
    });
    expect(relativeError(lower, Number(fact.lower))).toBeLessThan(1e-12);
    expect(relativeError(upper, Number(fact.upper))).toBeLessThan(1e-12);
  });

  it("takes Wilson's method unless another is passed", () => {
    expect(proportionInterval(3, 7)).toEqual(proportionInterval(3, 7, { method: wilson }));
    expect(estimateOf(300, 500).rate).toBe(0.6);
  });

  it("has limits at which the score test just fails to refuse the count", () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const estimate = estimateOf(successes, trials, { level: 0.9 });
        for (const limit of [estimate.lower, estimate.upper]) {
          if (limit === 0 || limit === 1) continue;
          const z = (successes - trials * limit) / Math.sqrt(trials * limit * (1 - limit));
          // Φ⁻¹(0.95) = 1.644853626951472714…
          expect(Math.abs(Math.abs(z) - 1.6448536269514727)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  describe.each(METHODS)("by $name", (method) => {
    it("lies around the rate in [0, 1], mirrors failures, narrows with more cases and lower levels", () => {
      fc.assert(
        fc.property(counts, ([successes, trials]) => {
          const estimate = estimateOf(successes, trials, { method });
          const mirrored = estimateOf(trials - successes, trials, { method });
          const more = estimateOf(4 * successes, 4 * trials, { method });
          const narrower = estimateOf(successes, trials, { method, level: 0.5 });
          expect(estimate.lower).toBeGreaterThanOrEqual(0);
          expect(estimate.lower).toBeLessThanOrEqual(estimate.rate);
          expect(estimate.upper).toBeGreaterThanOrEqual(estimate.rate);
          expect(estimate.upper).toBeLessThanOrEqual(1);
          expect(mirrored.lower).toBeCloseTo(1 - estimate.upper, 11);
          expect(mirrored.upper).toBeCloseTo(1 - estimate.lower, 11);
          // The textbook's is empty where the count is 0 or all, however few the cases are.
          if (method === wald && successes * (trials - successes) === 0) {
            expect(widthOf(estimate)).toBe(0);
            return;
          }
          expect(widthOf(more)).toBeLessThan(widthOf(estimate));
          expect(widthOf(narrower)).toBeLessThan(widthOf(estimate));
        }),
      );
    });

    it("lies around the rate for sums of weights too", () => {
      const weights = fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      );
      fc.assert(
        fc.property(weights, ([share, trials]) => {
          const { rate, lower, upper } = estimateOf(share * trials, trials, { method });
          expect(lower).toBeLessThanOrEqual(rate + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(rate - 1e-12);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
        }),
      );
    });

    it("is certain on one side of 0 and of all", () => {
      expect(estimateOf(0, 20, { method }).lower).toBe(0);
      expect(estimateOf(20, 20, { method }).upper).toBe(1);
    });
  });

  it("is never shorter by Agresti and Coull than by Wilson, nor with the correction than without", () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const { lower, upper } = estimateOf(successes, trials);
        for (const method of [agrestiCoull, wilsonCorrected]) {
          const wider = estimateOf(successes, trials, { method });
          expect(wider.lower).toBeLessThanOrEqual(lower + 1e-14);
          expect(wider.upper).toBeGreaterThanOrEqual(upper - 1e-14);
        }
      }),
    );
  });

  it("is null without cases", () => {
    for (const method of METHODS) expect(proportionInterval(0, 0, { method })).toBeNull();
  });

  it.each([
    ["successes", 6, 5, {}],
    ["successes", -1, 5, {}],
    ["successes", Number.NaN, 5, {}],
    ["trials", 1, Number.POSITIVE_INFINITY, {}],
    ["level", 1, 5, { level: 1 }],
    ["level", 1, 5, { level: 95 }],
    ["method", 1, 5, { method: "jeffreys" }],
    ["method", 1, 5, { method: {} }],
    ["method", 1, 5, { method: null }],
    ["options.levle", 1, 5, { levle: 0.9 }],
    ["options", 1, 5, null],
  ])("refuses an impossible %s", (field, successes, trials, options) => {
    expect(dataErrorOf(() => proportionInterval(successes, trials, options as object)).issues[0]?.field).toBe(
      field,
    );
  });
});

describe("how often the interval holds the true rate, by adding up the binomial probabilities", () => {
  const rates = Array.from({ length: 399 }, (_, i) => (i + 1) / 400);

  function coverage(trials: number, method: ProportionMethod): number[] {
    const intervals = Array.from({ length: trials + 1 }, (_, k) => estimateOf(k, trials, { method }));
    return rates.map((rate) => {
      let probability = (1 - rate) ** trials;
      let covered = 0;
      intervals.forEach(({ lower, upper }, k) => {
        if (lower <= rate && rate <= upper) covered += probability;
        probability *= ((trials - k) / (k + 1)) * (rate / (1 - rate));
      });
      return covered;
    });
  }

  function mean(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  }

  it.each([1, 5, 10, 30, 100])("is never below the level by Clopper and Pearson, of %d", (trials) => {
    expect(Math.min(...coverage(trials, clopperPearson))).toBeGreaterThanOrEqual(0.95 - 1e-12);
  });

  it.each([10, 30, 100])("is near the level on average by Wilson and Jeffreys, of %d", (trials) => {
    expect(Math.abs(mean(coverage(trials, wilson)) - 0.95)).toBeLessThan(0.01);
    expect(Math.abs(mean(coverage(trials, jeffreys)) - 0.95)).toBeLessThan(0.01);
  });

  it("is far below the level by Wald for few cases", () => {
    expect(mean(coverage(10, wald))).toBeLessThan(0.8);
    expect(mean(coverage(10, agrestiCoull))).toBeGreaterThan(0.95);
  });
});
