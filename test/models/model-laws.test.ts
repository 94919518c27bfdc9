import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logistic } from "../../src/math/log-odds.ts";
import { bgBb } from "../../src/models/bg-bb.ts";
import { bgNbd } from "../../src/models/bg-nbd.ts";
import { bgCnbdK, mbgCnbdK } from "../../src/models/cnbd-k.ts";
import { mbgNbd } from "../../src/models/mbg-nbd.ts";
import { paretoNbd } from "../../src/models/pareto-nbd.ts";
import type { PurchaseKernel } from "../../src/models/purchase-kernel.ts";
import type { PurchaseParameters } from "../../src/models/purchase-kernels.ts";
import { relativeError } from "../support/relative-error.ts";

interface Subject {
  readonly model: string;
  readonly kernel: PurchaseKernel<PurchaseParameters>;
  readonly names: readonly string[];
  /** Parameters in the unit of time. */
  readonly scales: readonly string[];
}

const SUBJECTS: readonly Subject[] = [
  { model: "BG/NBD", kernel: bgNbd, names: ["r", "alpha", "a", "b"], scales: ["alpha"] },
  { model: "MBG/NBD", kernel: mbgNbd, names: ["r", "alpha", "a", "b"], scales: ["alpha"] },
  { model: "Pareto/NBD", kernel: paretoNbd, names: ["r", "alpha", "s", "beta"], scales: ["alpha", "beta"] },
  { model: "BG/BB", kernel: bgBb, names: ["alpha", "beta", "gamma", "delta"], scales: [] },
  { model: "BG/CNBD-k", kernel: bgCnbdK, names: ["r", "alpha", "a", "b"], scales: ["alpha"] },
  { model: "MBG/CNBD-k", kernel: mbgCnbdK, names: ["r", "alpha", "a", "b"], scales: ["alpha"] },
];

const powerOfTen = (least: number, most: number): fc.Arbitrary<number> =>
  fc.double({ min: least, max: most, noNaN: true }).map((exponent) => 10 ** exponent);

/** Parameters over so many powers of ten. */
function parametersOf(
  names: readonly string[],
  least: number,
  most: number,
): fc.Arbitrary<PurchaseParameters> {
  const record = Object.fromEntries(names.map((name) => [name, powerOfTen(least, most)] as const));
  return fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.record(record))
    .map(([k, parameters]) => ({ k, ...parameters }) as unknown as PurchaseParameters);
}

interface History {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
}

function historyOf(discrete: boolean, mostPurchases: number, longest: number): fc.Arbitrary<History> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  if (discrete) {
    return fc.tuple(fc.integer({ min: 0, max: Math.min(longest, 300) }), share, share).map(([T, s, u]) => {
      const tx = Math.floor(s * T);
      return { x: tx === 0 ? 0 : 1 + Math.floor(u * (tx - 1)), tx, T };
    });
  }
  return fc
    .tuple(
      fc.integer({ min: 0, max: mostPurchases }),
      fc.double({ min: 0, max: longest, noNaN: true }),
      share,
    )
    .map(([x, T, s]) => ({ x, T, tx: x === 0 ? 0 : s * T }));
}

function horizonOf(discrete: boolean, longest: number): fc.Arbitrary<number> {
  return discrete ? fc.integer({ min: 1, max: 200 }) : fc.double({ min: 1e-3, max: longest, noNaN: true });
}

describe.each(SUBJECTS)("laws of $model", ({ kernel, names, scales }) => {
  const { discrete } = kernel;
  const hostile = {
    parameters: parametersOf(names, -3, 4),
    history: historyOf(discrete, 1000, 1e4),
    t: horizonOf(discrete, 1e4),
  };
  const usual = {
    parameters: parametersOf(names, -1, 1.5),
    history: historyOf(discrete, 20, 200),
    t: horizonOf(discrete, 200),
  };

  it("everything is a number over the hostile grid, and probabilities lie between 0 and 1", () => {
    fc.assert(
      fc.property(hostile.parameters, hostile.history, hostile.t, (p, { x, tx, T }, t) => {
        expect(kernel.logLikelihood(p, x, tx, T, 0)).not.toBeNaN();
        expect(Number.isFinite(kernel.logLikelihood(p, x, tx, T, 0))).toBe(true);
        expect(kernel.logOddsDead(p, x, tx, T)).not.toBeNaN();
        const expected = kernel.expectedPurchasesIfAlive(p, x, tx, T, t);
        expect(Number.isFinite(expected) && expected >= 0).toBe(true);
        for (const probability of [
          kernel.survivalIfAlive(p, x, tx, T, t),
          kernel.countProbabilityIfAlive(p, x, tx, T, t, 0),
          kernel.countProbabilityIfAlive(p, x, tx, T, t, 3),
          kernel.tailProbabilityIfAlive(p, x, tx, T, t, 1),
          kernel.tailProbabilityIfAlive(p, x, tx, T, t, 7),
        ]) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("nothing is expected in no time, and more in more", () => {
    fc.assert(
      fc.property(hostile.parameters, hostile.history, hostile.t, (p, { x, tx, T }, t) => {
        expect(kernel.expectedPurchasesIfAlive(p, x, tx, T, 0)).toBe(0);
        expect(kernel.survivalIfAlive(p, x, tx, T, 0)).toBe(1);
        expect(kernel.countProbabilityIfAlive(p, x, tx, T, 0, 0)).toBeCloseTo(1, 12);
        const sooner = kernel.expectedPurchasesIfAlive(p, x, tx, T, t);
        const later = kernel.expectedPurchasesIfAlive(p, x, tx, T, 2 * t);
        expect(later).toBeGreaterThanOrEqual(sooner * (1 - 1e-9));
        const alive = kernel.survivalIfAlive(p, x, tx, T, t);
        expect(kernel.survivalIfAlive(p, x, tx, T, 2 * t)).toBeLessThanOrEqual(alive * (1 + 1e-9));
      }),
      { numRuns: 200 },
    );
  });

  it("life is less sure the longer the silence", () => {
    fc.assert(
      fc.property(hostile.parameters, hostile.history, hostile.t, (p, { x, tx, T }, t) => {
        const now = kernel.logOddsDead(p, x, tx, T);
        const later = kernel.logOddsDead(p, x, tx, T + t);
        expect(later).toBeGreaterThanOrEqual(now - 1e-9 * Math.max(1, Math.abs(now)));
      }),
      { numRuns: 300 },
    );
  });

  it("the probabilities of all numbers of purchases add up to one, and their mean is the expectation", () => {
    const most = 60;
    fc.assert(
      fc.property(usual.parameters, usual.history, usual.t, (p, { x, tx, T }, t) => {
        let total = kernel.tailProbabilityIfAlive(p, x, tx, T, t, most + 1);
        let mean = 0;
        for (let n = most; n >= 0; n--) {
          total += kernel.countProbabilityIfAlive(p, x, tx, T, t, n);
          if (n > 0) {
            const tail = kernel.tailProbabilityIfAlive(p, x, tx, T, t, n);
            expect(tail).toBeCloseTo(
              kernel.countProbabilityIfAlive(p, x, tx, T, t, n) +
                kernel.tailProbabilityIfAlive(p, x, tx, T, t, n + 1),
              9,
            );
            mean += tail;
          }
        }
        expect(total).toBeCloseTo(1, 9);
        // Σ P(at least n) is the mean; beyond `most` only a remainder of the expectation is left
        const expected = kernel.expectedPurchasesIfAlive(p, x, tx, T, t);
        expect(mean).toBeLessThanOrEqual(expected * (1 + 1e-9));
        if (kernel.tailProbabilityIfAlive(p, x, tx, T, t, most) < 1e-14 && expected > 1e-6) {
          expect(relativeError(mean, expected)).toBeLessThan(1e-8);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("the discounted purchases of all time are no fewer than those of some time, and fall with the rate", () => {
    fc.assert(
      fc.property(usual.parameters, usual.history, usual.t, (p, { x, tx, T }, t) => {
        // with a small rate of discount the purchases of all time are at least those of a long horizon
        const ever = kernel.discountedPurchasesIfAlive(p, x, tx, T, 1e-6);
        const discounted = kernel.expectedPurchasesIfAlive(p, x, tx, T, t) * Math.exp(-1e-6 * t);
        expect(discounted).toBeLessThanOrEqual(ever * (1 + 1e-9));
        const strict = kernel.discountedPurchasesIfAlive(p, x, tx, T, 0.5);
        const mild = kernel.discountedPurchasesIfAlive(p, x, tx, T, 0.05);
        expect(strict).toBeLessThanOrEqual(mild * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it.runIf(!discrete)("a change of the unit of time changes its scales and nothing else", () => {
    fc.assert(
      fc.property(
        usual.parameters,
        usual.history,
        usual.t,
        powerOfTen(-3, 3),
        (p, { x, tx, T }, t, scale) => {
          const moved = Object.entries(p).map(([name, value]) => [
            name,
            scales.includes(name) ? value * scale : value,
          ]);
          const q = Object.fromEntries(moved) as unknown as PurchaseParameters;
          const odds = kernel.logOddsDead(p, x, tx, T);
          const alive = logistic(-odds);
          expect(logistic(-kernel.logOddsDead(q, x, tx * scale, T * scale))).toBeCloseTo(alive, 9);
          const expected = kernel.expectedPurchasesIfAlive(p, x, tx, T, t);
          const again = kernel.expectedPurchasesIfAlive(q, x, tx * scale, T * scale, t * scale);
          expect(relativeError(again, expected)).toBeLessThan(1e-8);
          // a density of x times of purchase
          const density = kernel.logLikelihood(p, x, tx, T, 0) - x * Math.log(scale);
          const intervals = kernel === bgCnbdK || kernel === mbgCnbdK ? x * Math.log(scale) : 0;
          const value = kernel.logLikelihood(q, x, tx * scale, T * scale, intervals);
          expect(Math.abs(value - density)).toBeLessThan(1e-8 * Math.max(1, Math.abs(density)));
        },
      ),
      { numRuns: 150 },
    );
  });
});
