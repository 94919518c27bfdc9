import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/math/random.ts";
import { confidenceIntervals } from "../../src/models/confidence-intervals.ts";
import { fitBgBb } from "../../src/models/fit-bg-bb.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitBgCnbdK, fitMbgCnbdK } from "../../src/models/fit-cnbd-k.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { fitSbg } from "../../src/models/fit-sbg.ts";
import type { Model, PurchaseModel } from "../../src/models/models.ts";
import { simulatedBase } from "../support/simulated-base.ts";

const RUNS = 200;
const CUSTOMERS = 600;

/** How often the 95 % interval of each parameter covers the truth over many simulated bases. */
function coverage(truth: object, fitTo: (seed: number) => Model): Map<string, number> {
  const covered = new Map<string, number>();
  for (let seed = 1; seed <= RUNS; seed++) {
    const intervals = Object.entries<{ lower: number; upper: number } | null>(
      confidenceIntervals(fitTo(seed)),
    );
    for (const [name, interval] of intervals) {
      const value = Object.entries<number>({ ...truth }).find(([each]) => each === name)?.[1] ?? Number.NaN;
      if (name === "k") continue;
      const inside = interval !== null && interval.lower <= value && value <= interval.upper;
      covered.set(name, (covered.get(name) ?? 0) + (inside ? 1 / RUNS : 0));
    }
  }
  return covered;
}

type PurchaseCase = readonly [
  kind: PurchaseModel["kind"],
  truth: object,
  fitTo: (rows: ReturnType<typeof simulatedBase>) => Model,
];

const PURCHASES: readonly PurchaseCase[] = [
  ["bg-nbd", { r: 0.6, alpha: 8, a: 0.9, b: 2.2 }, (rows) => fitBgNbd({ unit: "week", rows })],
  ["mbg-nbd", { r: 0.8, alpha: 6, a: 0.8, b: 2 }, (rows) => fitMbgNbd({ unit: "week", rows })],
  ["pareto-nbd", { r: 0.8, alpha: 8, s: 0.9, beta: 20 }, (rows) => fitParetoNbd({ unit: "week", rows })],
  ["bg-bb", { alpha: 1.2, beta: 0.9, gamma: 0.8, delta: 3 }, (rows) => fitBgBb({ unit: "year", rows })],
  [
    "bg-cnbd-k",
    { k: 2, r: 0.9, alpha: 4, a: 0.8, b: 2 },
    (rows) => fitBgCnbdK({ unit: "week", rows }, { k: 2 }),
  ],
  [
    "mbg-cnbd-k",
    { k: 3, r: 0.9, alpha: 3, a: 0.8, b: 2 },
    (rows) => fitMbgCnbdK({ unit: "week", rows }, { k: 3 }),
  ],
];

function expectHonestCoverage(covered: ReadonlyMap<string, number>, parameters: number): void {
  expect(covered.size).toBe(parameters);
  for (const [name, share] of covered) {
    expect(share, name).toBeGreaterThanOrEqual(0.9);
    expect(share, name).toBeLessThanOrEqual(0.99);
  }
}

describe("95 % intervals cover the parameters of simulated customers in 90 to 99 of 100 bases", () => {
  it.each(PURCHASES)(
    "%s",
    (kind, truth, fitTo) => {
      const ages =
        kind === "bg-bb"
          ? { customers: CUSTOMERS, youngest: 8, oldest: 14 }
          : { customers: CUSTOMERS, youngest: 50, oldest: 104 };
      const covered = coverage(truth, (seed) => fitTo(simulatedBase(kind, truth, { ...ages, seed })));
      expectHonestCoverage(covered, 4);
    },
    120_000,
  );

  it("gamma-gamma", () => {
    const truth = { p: 6, q: 4, gamma: 15 };
    const covered = coverage(truth, (seed) => {
      const random = seededRandom(seed);
      const rows = Array.from({ length: CUSTOMERS }, (_, i) => {
        const frequency = 1 + (i % 5);
        const scale = random.gamma(truth.q, truth.gamma);
        return { frequency, monetaryValue: random.gamma(truth.p * frequency, scale * frequency) };
      });
      return fitGammaGamma({ unit: "day", rows });
    });
    expectHonestCoverage(covered, 3);
  }, 120_000);

  it("sbg", () => {
    const truth = { alpha: 0.7, beta: 3 };
    const covered = coverage(truth, (seed) => {
      const random = seededRandom(seed);
      const rows = Array.from({ length: CUSTOMERS }, (_, i) => {
        const leaves = random.beta(truth.alpha, truth.beta);
        const until = 4 + (i % 6);
        let renewals = 0;
        while (renewals < until && random.uniform() > leaves) renewals += 1;
        return { renewals, lost: renewals < until };
      });
      return fitSbg({ unit: "year", rows });
    });
    expectHonestCoverage(covered, 2);
  }, 120_000);
});
