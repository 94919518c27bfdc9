import { describe, expect, it } from "vitest";
import { bgNbdLikelihood } from "../../src/models/beta-geometric-likelihood.ts";
import { bgNbd } from "../../src/models/bg-nbd.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { mbgNbd } from "../../src/models/mbg-nbd.ts";
import { paretoNbd } from "../../src/models/pareto-nbd.ts";
import { paretoNbdLikelihood } from "../../src/models/pareto-nbd-likelihood.ts";
import { purchaseCells } from "../../src/models/purchase-cells.ts";
import type { WeightedHistory } from "../../src/models/purchase-histories.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import { relativeError } from "../support/relative-error.ts";
import { simulatedBase } from "../support/simulated-base.ts";

const ages = { youngest: 180, oldest: 700 };
const TRUTH = { r: 0.6, alpha: 40, a: 0.9, b: 2.2 };
const daily = (rows: readonly WeightedHistory[]): WeightedHistory[] =>
  rows.map((row) => ({ ...row, recency: Math.ceil(row.recency), T: Math.ceil(row.T) }));
const base = daily(simulatedBase("bg-nbd", TRUTH, { customers: 1500, ...ages, seed: 5 }));

describe("traps of the likelihoods", () => {
  it("1,000 purchases: gamma functions and powers of their size overflow", () => {
    // mpmath, 50 digits: equation 6 with r .243, α 4.414, a .793, b 2.426 at x 1000, tx 50, T 52
    const p = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    expect(relativeError(bgNbd.logLikelihood(p, 1000, 50, 52, 0), 1896.39866006291)).toBeLessThan(1e-12);
    expect(bgNbd.logOddsDead(p, 1000, 50, 52)).toBeCloseTo(28.96353993618578, 10);
  });

  it("a last purchase today: the difference of two 2F1 would be 0 ÷ 0", () => {
    for (const beta of [1e-3, 10.58, 12, 1e4]) {
      const p = { r: 0.55, alpha: 10.58, s: 0.6, beta };
      expect(paretoNbd.logOddsDead(p, 3, 38, 38)).toBe(Number.NEGATIVE_INFINITY);
      expect(Number.isFinite(paretoNbd.logLikelihood(p, 3, 38, 38, 0))).toBe(true);
    }
  });

  it("α = β is no special case", () => {
    const at = (beta: number): number =>
      paretoNbd.logLikelihood({ r: 0.55, alpha: 10.58, s: 0.6, beta }, 2, 30.43, 38.86, 0);
    const middle = at(10.58);
    expect(Math.abs((at(10.58 * (1 + 1e-9)) + at(10.58 * (1 - 1e-9))) / 2 - middle)).toBeLessThan(1e-13);
  });

  it("second derivatives next to α = β", () => {
    const cells = purchaseCells({ unit: "day", rows: base.slice(0, 60) });
    const likelihood = paretoNbdLikelihood(cells);
    for (const away of [0, 1e-9, 1e-4, 0.1]) {
      const point = [0.2, Math.log(200), -0.3, Math.log(200) + away];
      const { hessian } = likelihood(point);
      const h = 1e-5;
      for (let i = 0; i < 4; i++) {
        const up = likelihood(point.map((x, k) => (k === i ? x + h : x))).gradient;
        const down = likelihood(point.map((x, k) => (k === i ? x - h : x))).gradient;
        for (let j = 0; j < 4; j++) {
          const slope = ((up[j] ?? 0) - (down[j] ?? 0)) / (2 * h);
          expect(Math.abs(slope - (hessian[i]?.[j] ?? 0))).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
        }
      }
    }
  });

  it("a and b of 1e-16: b + x − 1 would lose b", () => {
    const odds = bgNbd.logOddsDead({ r: 1, alpha: 10, a: 1e-16, b: 1e-16 }, 1, 5, 5);
    expect(odds).toBeCloseTo(0, 12);
  });

  it("no purchase in no time: a likelihood of exactly 1", () => {
    const p = { r: 0.5, alpha: 10, a: 0.8, b: 2 };
    expect(bgNbd.logLikelihood(p, 0, 0, 0, 0)).toBeCloseTo(0, 15);
    expect(mbgNbd.logLikelihood(p, 0, 0, 0, 0)).toBeCloseTo(0, 15);
    expect(paretoNbd.logLikelihood({ r: 0.5, alpha: 10, s: 0.8, beta: 20 }, 0, 0, 0, 0)).toBeCloseTo(0, 15);
    const extra = { frequency: 0, recency: 0, T: 0 };
    const without = fitParetoNbd({ unit: "day", rows: base }).parameters;
    const withOne = fitParetoNbd({ unit: "day", rows: [...base, extra] }).parameters;
    expect(relativeError(withOne.beta, without.beta)).toBeLessThan(1e-9);
  });

  it("a huge α: ln(α+T) − ln(α+tx) has no digits, its derivatives have", () => {
    const cells = purchaseCells({ unit: "day", rows: [{ frequency: 3, recency: 200, T: 500 }] });
    for (const alpha of [1e6, 1e9]) {
      const [byR = 0, byAlpha = 0] = bgNbdLikelihood(cells)([0, Math.log(alpha), 0, 0]).gradient;
      // a = b = r = 1: e = −ln 3 + 4 ln((α+T)/(α+tx)); to first order in 1/α
      const w = 1 / 4;
      const delta = 300 / alpha;
      expect(relativeError(byR, 1 + 1 / 2 + 1 / 3 - 500 / alpha + w * delta)).toBeLessThan(1e-5);
      const exact = 1 - (4 * alpha) / (alpha + 500) + 4 * w * (alpha / (alpha + 500) - alpha / (alpha + 200));
      expect(relativeError(byAlpha, exact)).toBeLessThan(1e-5);
    }
  });
});

describe("traps of the expectations", () => {
  it.each([
    [
      "a next to 1",
      (a: number) => bgNbd.expectedPurchasesIfAlive({ r: 0.24, alpha: 4.4, a, b: 2.4 }, 2, 30, 39, 39),
    ],
    [
      "a next to 1, MBG",
      (a: number) => mbgNbd.expectedPurchasesIfAlive({ r: 0.24, alpha: 4.4, a, b: 2.4 }, 2, 30, 39, 39),
    ],
    [
      "s next to 1",
      (s: number) => paretoNbd.expectedPurchasesIfAlive({ r: 0.55, alpha: 10, s, beta: 11 }, 2, 30, 39, 39),
    ],
  ] as const)("%s", (_, f) => {
    const middle = f(1);
    for (const away of [1e-15, 1e-12, 1e-9]) {
      expect(relativeError(f(1 + away), middle)).toBeLessThan(1e-8);
      expect(relativeError(f(1 - away), middle)).toBeLessThan(1e-8);
    }
  });

  it("b without bound: in the limit nobody leaves, and the rate is (r+x) ÷ (α+T)", () => {
    const p = { r: 0.001, alpha: 4, a: 0.5, b: 1e12 };
    const expected = bgNbd.expectedPurchasesIfAlive(p, 1, 5, 39, 20);
    expect(relativeError(expected, (1.001 * 20) / 43)).toBeLessThan(1e-10);
  });

  it("r 500 and a 700: the series would be off by powers of ten", () => {
    const expected = bgNbd.expectedPurchasesIfAlive({ r: 500, alpha: 10, a: 700, b: 20 }, 3, 30, 39, 39);
    // leaves after the next purchase but for 23 of 723: a geometric number of purchases
    expect(expected).toBeGreaterThan(1);
    expect(expected).toBeLessThan((1 + 23 / 699) * (1 + 1e-9));
  });
});

describe("traps of the search", () => {
  it("the unit of time, from 1e-6 to 1e4: equal fits in equally many evaluations", () => {
    const plain = fitBgNbd({ unit: "day", rows: base });
    for (const scale of [1e-6, 1e-3, 1e4]) {
      const rows = base.map((row) => ({ ...row, recency: row.recency * scale, T: row.T * scale }));
      const model = fitBgNbd({ unit: "day", rows });
      expect(model.convergence.evaluations).toBe(plain.convergence.evaluations);
      expect(relativeError(model.parameters.alpha, plain.parameters.alpha * scale)).toBeLessThan(1e-9);
    }
  });

  it.each([
    ["bg-nbd", fitBgNbd],
    ["pareto-nbd", fitParetoNbd],
  ] as const)(
    "a billion customers: a tolerance relative to the likelihood would stop too early (%s)",
    (_, fitTo) => {
      const plain = fitTo({ unit: "day", rows: base });
      const weight = 1e9 / base.length;
      const model = fitTo({ unit: "day", rows: base.map((row) => ({ ...row, weight })) });
      expect(model.convergence.converged).toBe(true);
      const before = Object.values(standardErrors(plain));
      const estimates = Object.values(plain.parameters);
      Object.values(model.parameters).forEach((value, i) => {
        expect(relativeError(value, estimates[i] ?? 0)).toBeLessThan(1e-8);
      });
      Object.values(standardErrors(model)).forEach((error, i) => {
        expect(relativeError(error ?? 0, (before[i] ?? 0) / Math.sqrt(weight))).toBeLessThan(1e-6);
      });
    },
  );

  it("times that lie on no grid", () => {
    const rows = simulatedBase(
      "pareto-nbd",
      { r: 0.8, alpha: 60, s: 0.9, beta: 200 },
      { customers: 400, ...ages, seed: 2 },
    );
    const model = fitParetoNbd({ unit: "day", rows });
    expect(model.convergence.converged).toBe(true);
  });

  it("spend of any size: products of it overflow", () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({
      frequency: 1 + (i % 4),
      monetaryValue: 20 + ((i * 37) % 50),
    }));
    const plain = fitGammaGamma({ unit: "day", rows });
    for (const scale of [1e-100, 1e-9, 1e9, 1e100]) {
      const scaled = rows.map((row) => ({ ...row, monetaryValue: row.monetaryValue * scale }));
      const model = fitGammaGamma({ unit: "day", rows: scaled });
      expect(relativeError(model.parameters.p, plain.parameters.p)).toBeLessThan(1e-6);
      expect(relativeError(model.parameters.gamma, plain.parameters.gamma * scale)).toBeLessThan(1e-6);
    }
  });

  it("a Gamma-Gamma that runs off: all spend the same each time", () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({ frequency: 2, monetaryValue: 30 + (i % 2) * 1e-9 }));
    const model = fitGammaGamma({ unit: "day", rows });
    expect(model.warnings.map(({ code }) => code)).toContain("not-identified");
    expect(Object.values(model.parameters).every((value) => Number.isFinite(value) && value > 0)).toBe(true);
  });
});
