import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bgNbd } from "../../src/models/bg-nbd.ts";
import { bgCnbdK, mbgCnbdK } from "../../src/models/cnbd-k.ts";
import { cnbdKLikelihood } from "../../src/models/cnbd-k-likelihood.ts";
import { fitBgCnbdK, fitMbgCnbdK } from "../../src/models/fit-cnbd-k.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import { mbgNbd } from "../../src/models/mbg-nbd.ts";
import { purchaseCells } from "../../src/models/purchase-cells.ts";
import reference from "../reference/cnbd-k.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";
import { simulatedBase } from "../support/simulated-base.ts";

const positive = fc.double({ min: -1, max: 1.5, noNaN: true }).map((exponent) => 10 ** exponent);
const parameters = fc.record({ r: positive, alpha: positive, a: positive, b: positive });
const history = fc
  .record({
    x: fc.integer({ min: 0, max: 30 }),
    T: fc.double({ min: 0.1, max: 200, noNaN: true }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  .map(({ x, T, share }) => ({ x, T, tx: x === 0 ? 0 : share * T }));

describe("CNBD-k against 40-digit values", () => {
  it.each(reference.rows)(
    "k $k, x $x, T $T, t $t",
    ({ k, r, alpha, a, b, x, tx, T, t, early, sumLog, ...truth }) => {
      const kernel = early === 1 ? mbgCnbdK : bgCnbdK;
      const p = { k, r, alpha, a, b };
      const near = (value: number, expected: string): void =>
        expect(relativeError(value, Number(expected))).toBeLessThan(1e-10);
      near(kernel.logLikelihood(p, x, tx, T, sumLog), truth.logLikelihood);
      if (truth.logOddsDead !== null) near(kernel.logOddsDead(p, x, tx, T), truth.logOddsDead);
      near(kernel.expectedPurchasesIfAlive(p, x, tx, T, t), truth.expected);
      near(kernel.survivalIfAlive(p, x, tx, T, t), truth.survival);
      near(kernel.countProbabilityIfAlive(p, x, tx, T, t, 0), truth.count0);
      near(kernel.countProbabilityIfAlive(p, x, tx, T, t, 2), truth.count2);
      near(kernel.tailProbabilityIfAlive(p, x, tx, T, t, 2), truth.tail2);
    },
  );
});

describe("CNBD-k with k = 1", () => {
  it.each([
    ["BG/NBD", bgCnbdK, bgNbd],
    ["MBG/NBD", mbgCnbdK, mbgNbd],
  ] as const)("is %s, computed in another way", (_, regular, random) => {
    fc.assert(
      fc.property(
        parameters,
        history,
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        (p, { x, tx, T }, t) => {
          const q = { k: 1, ...p };
          expect(
            Math.abs(regular.logLikelihood(q, x, tx, T, 7) - random.logLikelihood(p, x, tx, T, 0)),
          ).toBeLessThan(1e-10 * (1 + Math.abs(random.logLikelihood(p, x, tx, T, 0))));
          for (const pair of [
            [
              regular.expectedPurchasesIfAlive(q, x, tx, T, t),
              random.expectedPurchasesIfAlive(p, x, tx, T, t),
            ],
            [regular.survivalIfAlive(q, x, tx, T, t), random.survivalIfAlive(p, x, tx, T, t)],
            [
              regular.tailProbabilityIfAlive(q, x, tx, T, t, 3),
              random.tailProbabilityIfAlive(p, x, tx, T, t, 3),
            ],
            [
              regular.discountedPurchasesIfAlive(q, x, tx, T, 0.01),
              random.discountedPurchasesIfAlive(p, x, tx, T, 0.01),
            ],
          ] as const) {
            expect(relativeError(pair[0], pair[1])).toBeLessThan(1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the likelihood over cells of CNBD-k", () => {
  it.each([
    [2, 0],
    [3, 1],
    [8, 1],
  ] as const)(
    "k = %i, %i early chance: sums the customers, and its derivatives are its differences",
    (k, early) => {
      const kernel = early === 1 ? mbgCnbdK : bgCnbdK;
      const truth = { k, r: 0.9, alpha: 4, a: 0.8, b: 2 };
      const rows = simulatedBase(early === 1 ? "mbg-cnbd-k" : "bg-cnbd-k", truth, {
        customers: 80,
        youngest: 30,
        oldest: 90,
        seed: k,
      });
      const likelihood = cnbdKLikelihood(purchaseCells({ unit: "week", rows }), k, early);
      const point = [0.3, 1.7, -0.4, 0.2];
      const [r = 0, alpha = 0, a = 0, b = 0] = point.map(Math.exp);
      const here = likelihood(point);
      const timing = { k, r, alpha, a, b };
      const sum = rows.reduce((total, { frequency, recency, T, sumLogIntervals = 0 }) => {
        const whole = kernel.logLikelihood(timing, frequency, recency, T, sumLogIntervals);
        const ofTimes = kernel.logLikelihood(timing, frequency, recency, T, 0);
        expect(whole - ofTimes).toBeCloseTo((k - 1) * sumLogIntervals, 9);
        let factorials = 0;
        for (let j = 2; j < k; j++) factorials += Math.log(j);
        return total + ofTimes + frequency * factorials;
      }, 0);
      expect(relativeError(here.value, sum)).toBeLessThan(1e-11);
      const h = 1e-5;
      point.forEach((_, i) => {
        const up = likelihood(point.map((x, j) => (j === i ? x + h : x)));
        const down = likelihood(point.map((x, j) => (j === i ? x - h : x)));
        const size = 1 + Math.abs(here.value);
        expect(Math.abs((up.value - down.value) / (2 * h) - (here.gradient[i] ?? 0)) / size).toBeLessThan(
          1e-7,
        );
        point.forEach((__, j) => {
          const slope = ((up.gradient[j] ?? 0) - (down.gradient[j] ?? 0)) / (2 * h);
          expect(Math.abs(slope - (here.hessian[i]?.[j] ?? 0)) / size).toBeLessThan(1e-7);
        });
      });
    },
  );
});

describe("fitting CNBD-k", () => {
  it.each([1, 2, 4])("finds the regularity k = %i that customers were drawn with", (k) => {
    const truth = { k, r: 0.9, alpha: 4, a: 0.8, b: 2 };
    const rows = simulatedBase("mbg-cnbd-k", truth, { customers: 1500, youngest: 50, oldest: 104, seed: k });
    const model = fitMbgCnbdK({ unit: "week", rows });
    expect(model.parameters.k).toBe(k);
    expect(relativeError(logLikelihood(model, { unit: "week", rows }), model.logLikelihood)).toBeLessThan(
      1e-11,
    );
    expect(fitBgCnbdK({ unit: "week", rows }).parameters.k).toBe(k);
  });

  it("asks for the intervals that tell the regularity", () => {
    const rows = [
      { frequency: 3, recency: 20, T: 40 },
      { frequency: 1, recency: 10, T: 40 },
    ];
    expect(dataErrorOf(() => fitMbgCnbdK({ unit: "week", rows })).message).toContain("intervals: true");
    const model = {
      kind: "mbg-cnbd-k",
      unit: "week",
      parameters: { k: 2, r: 1, alpha: 5, a: 1, b: 2 },
    } as const;
    expect(dataErrorOf(() => logLikelihood(model, { unit: "week", rows })).issues[0]).toMatchObject({
      row: 0,
      field: "sumLogIntervals",
    });
    expect(dataErrorOf(() => fitMbgCnbdK({ unit: "week", rows }, { k: 1.5 })).issues[0]?.field).toBe("k");
  });
});
