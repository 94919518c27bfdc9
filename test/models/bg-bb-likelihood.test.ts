import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetricEigen } from "../../src/math/symmetric-eigen.ts";
import { maximise } from "../../src/math/trust-region-newton.ts";
import { bgBb } from "../../src/models/bg-bb.ts";
import { bgBbLikelihood } from "../../src/models/bg-bb-likelihood.ts";
import { purchaseCells } from "../../src/models/purchase-cells.ts";
import type { WeightedHistory } from "../../src/models/purchase-histories.ts";
import random from "../reference/bg-bb-random.json" with { type: "json" };
import donations from "../reference/donations.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const box = { lower: [-16, -16, -16, -16], upper: [16, 16, 16, 16] };
const names = ["alpha", "beta", "gamma", "delta"] as const;

function likelihoodOf(rows: readonly WeightedHistory[]): ReturnType<typeof bgBbLikelihood> {
  return bgBbLikelihood(purchaseCells({ unit: "year", rows }));
}

function sumOverCustomers(rows: readonly WeightedHistory[], point: readonly number[]): number {
  const [alpha = 0, beta = 0, gamma = 0, delta = 0] = point.map(Math.exp);
  return rows.reduce((sum, { frequency, recency, T, weight = 1 }) => {
    return sum + weight * bgBb.logLikelihood({ alpha, beta, gamma, delta }, frequency, recency, T, 0);
  }, 0);
}

const history = fc
  .record({ T: fc.integer({ min: 0, max: 40 }), u: fc.double({ min: 0, max: 1, noNaN: true }) })
  .chain(({ T, u }) => {
    const recency = Math.round(u * T);
    return fc.record({
      frequency: recency === 0 ? fc.constant(0) : fc.integer({ min: 1, max: recency }),
      recency: fc.constant(recency),
      T: fc.constant(T),
      weight: fc.integer({ min: 1, max: 5 }),
    });
  });
const histories = fc.array(history, { minLength: 1, maxLength: 60 });
const log = fc.double({ min: -7, max: 7, noNaN: true });
const points = fc.tuple(log, log, log, log);

describe("the likelihood of a base under the BG/BB model", () => {
  it("has the value and derivatives that 50-digit arithmetic finds", () => {
    const rows = random.base.cells.map(([frequency = 0, recency = 0, T = 0, weight = 0]) => ({
      frequency,
      recency,
      T,
      weight,
    }));
    const likelihood = likelihoodOf(rows);
    for (const { parameters, value, gradient, hessian } of random.base.points) {
      const here = likelihood(parameters.map(Math.log));
      expect(relativeError(here.value, Number(value))).toBeLessThan(1e-13);
      here.gradient.forEach((slope, i) => {
        expect(relativeError(slope, Number(gradient[i])), `${parameters} ${i}`).toBeLessThan(1e-11);
      });
      here.hessian.forEach((row, i) => {
        row.forEach((curve, j) => {
          expect(relativeError(curve, Number(hessian[i]?.[j])), `${parameters} ${i} ${j}`).toBeLessThan(
            1e-11,
          );
        });
      });
    }
  });

  it("is the sum over customers", () => {
    fc.assert(
      fc.property(histories, points, (rows, point) => {
        const value = likelihoodOf(rows)(point).value;
        const sum = sumOverCustomers(rows, point);
        const customers = rows.reduce((total, { weight }) => total + weight, 0);
        expect(Math.abs(value - sum)).toBeLessThan(1e-12 * Math.max(customers, Math.abs(sum)));
      }),
      { numRuns: 300 },
    );
  });

  it("takes a weight for so many equal customers", () => {
    fc.assert(
      fc.property(histories, points, (rows, point) => {
        const repeated = rows.flatMap(({ weight, ...row }) => Array.from({ length: weight }, () => row));
        const one = likelihoodOf(rows)(point);
        const other = likelihoodOf(repeated)(point);
        const size = Math.max(repeated.length, Math.abs(one.value));
        expect(Math.abs(one.value - other.value)).toBeLessThan(1e-12 * size);
        one.gradient.forEach((slope, i) => {
          expect(Math.abs(slope - (other.gradient[i] ?? 0))).toBeLessThan(1e-11 * size);
        });
      }),
    );
  });

  it("has its differences as derivatives", () => {
    fc.assert(
      fc.property(histories, points, (rows, point) => {
        const likelihood = likelihoodOf(rows);
        const here = likelihood(point);
        const size = 1 + Math.abs(here.value);
        const h = 1e-5;
        for (let i = 0; i < 4; i++) {
          const up = likelihood(point.map((x, k) => (k === i ? x + h : x)));
          const down = likelihood(point.map((x, k) => (k === i ? x - h : x)));
          const slope = (up.value - down.value) / (2 * h);
          expect(Math.abs(slope - (here.gradient[i] ?? 0)) / size).toBeLessThan(1e-7);
          for (let j = 0; j < 4; j++) {
            const curve = ((up.gradient[j] ?? 0) - (down.gradient[j] ?? 0)) / (2 * h);
            expect(Math.abs(curve - (here.hessian[i]?.[j] ?? 0)) / size).toBeLessThan(1e-7);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("stands a thousand opportunities", () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const frequency = (i * i) % 500;
      return { frequency, recency: frequency === 0 ? 0 : frequency + ((37 * i) % 400), T: 1000 - (i % 3) };
    });
    for (const point of [
      [0, 0, 0, 0],
      [-7, 9, -7, 9],
      [9, -7, 9, -7],
    ]) {
      const here = likelihoodOf(rows)(point);
      expect(relativeError(here.value, sumOverCustomers(rows, point))).toBeLessThan(1e-12);
      expect(here.gradient.concat(...here.hessian).every(Number.isFinite)).toBe(true);
    }
  });
});

describe("the donors of 1995", () => {
  const rows = donations.rows.map(([frequency = 0, recency = 0, weight = 0]) => {
    return { frequency, recency, T: donations.T, weight };
  });

  it("lead to the published maximum", () => {
    const maximum = maximise(likelihoodOf(rows), [0, 0, 0, 0], box);
    expect(maximum.converged).toBe(true);
    expect(maximum.evaluations).toBeLessThan(12);
    expect(relativeError(maximum.value, donations.logLikelihood)).toBeLessThan(1e-13);
    const { values, vectors } = symmetricEigen(maximum.hessian.map((row) => row.map((curve) => -curve)));
    names.forEach((name, i) => {
      const parameter = Math.exp(maximum.point[i] ?? 0);
      expect(relativeError(parameter, donations.parameters[name]), name).toBeLessThan(1e-10);
      const variance = values.reduce((sum, value, k) => sum + (vectors[i]?.[k] ?? 0) ** 2 / value, 0);
      const standardError = parameter * Math.sqrt(variance);
      expect(relativeError(standardError, donations.standardErrors[name]), name).toBeLessThan(1e-9);
    });
  });
});
