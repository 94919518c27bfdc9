import { describe, expect, it } from "vitest";
import { quantile } from "../../src/math/quantile.ts";
import { seededRandom } from "../../src/math/random.ts";

const N = 40_000;
const draw = (next: () => number): number[] => Array.from({ length: N }, next);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const m = mean(values);
  return mean(values.map((value) => (value - m) ** 2));
};

describe("seeded random numbers", () => {
  it("repeat with the seed and differ without", () => {
    const first = draw(seededRandom(1).uniform).slice(0, 5);
    expect(draw(seededRandom(1).uniform).slice(0, 5)).toEqual(first);
    expect(draw(seededRandom(2).uniform).slice(0, 5)).not.toEqual(first);
  });

  it("begin anywhere, and differently for neighbouring seeds", () => {
    const firsts = Array.from({ length: N }, (_, seed) => seededRandom(seed).uniform());
    expect(Math.abs(mean(firsts) - 0.5)).toBeLessThan(5 / Math.sqrt(12 * N));
    const products = firsts.slice(1).map((value, i) => (value - 0.5) * ((firsts[i] ?? 0) - 0.5) * 12);
    expect(Math.abs(mean(products))).toBeLessThan(5 / Math.sqrt(N));
  });

  // Means lie within five standard errors of the truth: a wrong generator fails, a right one does once in a million seeds.
  it.each([
    ["uniform", (r: ReturnType<typeof seededRandom>) => r.uniform(), 1 / 2, 1 / 12],
    ["normal", (r: ReturnType<typeof seededRandom>) => r.normal(), 0, 1],
    ["exponential", (r: ReturnType<typeof seededRandom>) => r.exponential(4), 1 / 4, 1 / 16],
    ["gamma, small shape", (r: ReturnType<typeof seededRandom>) => r.gamma(0.25, 2), 0.125, 0.0625],
    ["gamma, large shape", (r: ReturnType<typeof seededRandom>) => r.gamma(9, 3), 3, 1],
    ["beta", (r: ReturnType<typeof seededRandom>) => r.beta(0.8, 2.4), 0.25, 0.1875 / 4.2],
  ])("%s has its mean and variance", (_, next, expectedMean, expectedVariance) => {
    const random = seededRandom(11);
    const values = draw(() => next(random));
    expect(Math.abs(mean(values) - expectedMean)).toBeLessThan(5 * Math.sqrt(expectedVariance / N));
    expect(variance(values) / expectedVariance).toBeGreaterThan(0.93);
    expect(variance(values) / expectedVariance).toBeLessThan(1.07);
  });

  it("stay finite for the smallest shapes", () => {
    const random = seededRandom(3);
    const values = draw(() => random.beta(1e-3, 1e-3));
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / N));
  });
});

describe("quantiles", () => {
  it("interpolate as R's type 7 does", () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });
});
