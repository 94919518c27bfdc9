import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/math/random.ts";
import { bgBb } from "../../src/models/bg-bb.ts";
import { relativeError } from "../support/relative-error.ts";

describe("properties of the BG/BB model", () => {
  const positive = fc.double({ min: -3, max: 3, noNaN: true }).map((exponent) => 10 ** exponent);
  const parameters = fc.record({ alpha: positive, beta: positive, gamma: positive, delta: positive });
  const history = fc
    .record({ T: fc.integer({ min: 0, max: 200 }), u: fc.double({ min: 0, max: 1, noNaN: true }) })
    .chain(({ T, u }) => {
      const tx = Math.round(u * T);
      return fc.record({
        x: tx === 0 ? fc.constant(0) : fc.integer({ min: 1, max: tx }),
        tx: fc.constant(tx),
        T: fc.constant(T),
      });
    });
  const horizon = fc.integer({ min: 1, max: 60 });

  it("gives each number of purchases a chance, and all of them one", () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, { x, tx, T }, t) => {
        const chances = Array.from({ length: t + 1 }, (_, n) =>
          bgBb.countProbabilityIfAlive(p, x, tx, T, t, n),
        );
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
        expect(chances.reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 12);
        expect(bgBb.countProbabilityIfAlive(p, x, tx, T, t, t + 1)).toBe(0);
        expect(bgBb.tailProbabilityIfAlive(p, x, tx, T, t, t + 1)).toBe(0);
        const mean = chances.reduce((sum, chance, n) => sum + n * chance, 0);
        expect(relativeError(mean, bgBb.expectedPurchasesIfAlive(p, x, tx, T, t))).toBeLessThan(1e-11);
        let more = 0;
        for (let n = t; n > 0; n--) {
          more += chances[n] ?? 0;
          expect(relativeError(bgBb.tailProbabilityIfAlive(p, x, tx, T, t, n), more)).toBeLessThan(1e-11);
        }
      }),
    );
  });

  it("gives all histories of one length together the chance one", () => {
    const ways = (n: number, k: number): number => (k === 0 ? 1 : (ways(n - 1, k - 1) * n) / k);
    fc.assert(
      fc.property(parameters, fc.integer({ min: 0, max: 12 }), (p, T) => {
        let sum = Math.exp(bgBb.logLikelihood(p, 0, 0, T, 0));
        for (let tx = 1; tx <= T; tx++) {
          for (let x = 1; x <= tx; x++) {
            sum += ways(tx - 1, x - 1) * Math.exp(bgBb.logLikelihood(p, x, tx, T, 0));
          }
        }
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it("is less sure of life the longer the silence", () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, { x, tx, T }, t) => {
        const now = bgBb.logOddsDead(p, x, tx, T);
        expect(bgBb.logOddsDead(p, x, tx, T + t)).toBeGreaterThan(now);
        const survival = bgBb.survivalIfAlive(p, x, tx, T, t);
        expect(survival).toBeLessThanOrEqual(bgBb.survivalIfAlive(p, x, tx, T, t - 1));
        expect(bgBb.survivalIfAlive(p, x, tx, T, 0)).toBe(1);
      }),
    );
  });

  it("expects nothing in no time, more in more, and never more than all", () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, { x, tx, T }, t) => {
        expect(bgBb.expectedPurchasesIfAlive(p, x, tx, T, 0)).toBe(0);
        const sooner = bgBb.expectedPurchasesIfAlive(p, x, tx, T, t);
        const later = bgBb.expectedPurchasesIfAlive(p, x, tx, T, 2 * t);
        expect(sooner).toBeGreaterThan(0);
        expect(later).toBeGreaterThanOrEqual(sooner);
        const everything = bgBb.discountedPurchasesIfAlive(p, x, tx, T, 0);
        if (p.gamma <= 1) expect(everything).toBe(Number.POSITIVE_INFINITY);
        else expect(later).toBeLessThanOrEqual(everything * (1 + 1e-12));
      }),
    );
  });

  it("discounts as the sum over opportunities does", () => {
    const rates = fc.double({ min: 0.05, max: 3, noNaN: true });
    fc.assert(
      fc.property(parameters, history, rates, (p, { x, tx, T }, rate) => {
        let sum = 0;
        for (let t = 1; t * rate < 40; t++) {
          const buys = (p.alpha + x) / (p.alpha + p.beta + T);
          sum += Math.exp(-rate * t) * buys * bgBb.survivalIfAlive(p, x, tx, T, t);
        }
        const value = bgBb.discountedPurchasesIfAlive(p, x, tx, T, rate);
        expect(relativeError(value, sum)).toBeLessThan(1e-12);
      }),
    );
  });

  it("draws what it says", () => {
    const p = { alpha: 1.2, beta: 0.8, gamma: 0.7, delta: 2.8 };
    const source = seededRandom(5);
    const draws = 40_000;
    let total = 0;
    const seen = new Map<string, number>();
    for (let i = 0; i < draws; i++) {
      const { frequency, recency } = bgBb.simulateHistory(p, source, 3);
      seen.set(`${frequency} ${recency}`, (seen.get(`${frequency} ${recency}`) ?? 0) + 1);
      total += bgBb.simulatePurchasesIfAlive(p, source, 2, 3, 4, 6);
    }
    // Chi-square over the seven histories of three opportunities, with the number of patterns of each.
    const kinds: readonly (readonly [number, number, number])[] = [
      [0, 0, 1],
      [1, 1, 1],
      [1, 2, 1],
      [1, 3, 1],
      [2, 2, 1],
      [2, 3, 2],
      [3, 3, 1],
    ];
    let chiSquare = 0;
    for (const [x, tx, patterns] of kinds) {
      const expected = draws * patterns * Math.exp(bgBb.logLikelihood(p, x, tx, 3, 0));
      chiSquare += ((seen.get(`${x} ${tx}`) ?? 0) - expected) ** 2 / expected;
    }
    expect(seen.size).toBe(7);
    // 99.99 % of a chi-square distribution with six degrees of freedom
    expect(chiSquare).toBeLessThan(27.9);
    const chances = Array.from({ length: 7 }, (_, n) => bgBb.countProbabilityIfAlive(p, 2, 3, 4, 6, n));
    const mean = bgBb.expectedPurchasesIfAlive(p, 2, 3, 4, 6);
    const variance = chances.reduce((sum, chance, n) => sum + chance * (n - mean) ** 2, 0);
    expect(Math.abs(total / draws - mean)).toBeLessThan(4 * Math.sqrt(variance / draws));
  });
});
