import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { seededRandom } from "../../src/math/random.ts";
import { type Box, maximise } from "../../src/math/trust-region-newton.ts";
import { paretoNbd } from "../../src/models/pareto-nbd.ts";
import { paretoNbdLikelihood } from "../../src/models/pareto-nbd-likelihood.ts";
import { purchaseCells } from "../../src/models/purchase-cells.ts";
import type { WeightedHistory } from "../../src/models/purchase-histories.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/pareto-nbd.json" with { type: "json" };
import random from "../reference/pareto-nbd-random.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

const likelihoodOf = (rows: readonly WeightedHistory[]) =>
  paretoNbdLikelihood(purchaseCells({ unit: "day", rows }));

/** The sum of the formula for one customer. */
function sumOver(rows: readonly WeightedHistory[], point: readonly number[]): number {
  const [r = 0, alpha = 0, s = 0, beta = 0] = point.map(Math.exp);
  return rows.reduce(
    (sum, { frequency, recency, T, weight = 1 }) =>
      sum + weight * paretoNbd.logLikelihood({ r, alpha, s, beta }, frequency, recency, T, 0),
    0,
  );
}

describe("the Pareto/NBD likelihood against 70-digit differences", () => {
  const cases = random.derivatives.map(({ parameters, history, logLikelihood, gradient, hessian }) => {
    const [frequency = 0, recency = 0, T = 0] = history;
    return {
      point: parameters.map(Math.log),
      row: { frequency, recency, T },
      value: Number(logLikelihood),
      gradient: gradient.map(Number),
      hessian: hessian.map(Number),
      label: `${parameters} | ${history}`,
    };
  });

  it("one customer at a time", () => {
    expect(cases.length).toBeGreaterThan(60);
    for (const { point, row, value, gradient, hessian, label } of cases) {
      const here = likelihoodOf([row])(point);
      const size = 1 + Math.abs(value);
      expect(Math.abs(here.value - value) / size, label).toBeLessThan(1e-14);
      gradient.forEach((slope, i) => {
        expect(Math.abs((here.gradient[i] ?? Number.NaN) - slope) / size, label).toBeLessThan(1e-14);
      });
      const upper = here.hessian.flatMap((line, i) => line.slice(i));
      hessian.forEach((curve, i) => {
        expect(Math.abs((upper[i] ?? Number.NaN) - curve) / size, label).toBeLessThan(1e-13);
      });
    }
  });

  it("all customers of one set together, with weights", () => {
    const points = new Set(cases.map(({ point }) => point.join()));
    expect(points.size).toBeGreaterThan(6);
    for (const at of points) {
      const set = cases.filter(({ point }) => point.join() === at);
      const rows = set.map(({ row }, i) => ({ ...row, weight: i + 1 }));
      const here = likelihoodOf(rows)(set[0]?.point ?? []);
      const total = (of: (item: (typeof cases)[number]) => number): number =>
        set.reduce((sum, item, i) => sum + (i + 1) * of(item), 0);
      const size = total(({ value }) => Math.abs(value));
      expect(Math.abs(here.value - total(({ value }) => value)) / size).toBeLessThan(1e-14);
      here.gradient.forEach((slope, i) => {
        expect(Math.abs(slope - total((item) => item.gradient[i] ?? 0)) / size).toBeLessThan(1e-12);
      });
      here.hessian
        .flatMap((line, i) => line.slice(i))
        .forEach((curve, i) => {
          expect(Math.abs(curve - total((item) => item.hessian[i] ?? 0)) / size).toBeLessThan(1e-13);
        });
    }
  });
});

describe("the Pareto/NBD likelihood over cells", () => {
  const history = fc
    .record({
      frequency: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3000 })),
      T: fc.integer({ min: 0, max: 700 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ frequency, T, share, weight }) => ({
      frequency,
      T,
      recency: frequency === 0 ? 0 : Math.ceil(share * T),
      weight,
    }));
  const log = fc.double({ min: -6, max: 6, noNaN: true });

  it("is the sum over customers, and its derivatives are its differences", () => {
    fc.assert(
      fc.property(
        fc.array(history, { minLength: 1, maxLength: 60 }),
        fc.tuple(log, log, log, log),
        fc.boolean(),
        (rows, shift, equal) => {
          const alpha = Math.log(50) + shift[1];
          const point = [shift[0], alpha, shift[2], equal ? alpha : Math.log(50) + shift[3]];
          const likelihood = likelihoodOf(rows);
          const here = likelihood(point);
          const size = rows.reduce((sum, row) => sum + Math.abs(sumOver([row], point)), 1);
          expect(Math.abs(here.value - sumOver(rows, point)) / size).toBeLessThan(1e-12);
          const h = 1e-4;
          for (let i = 0; i < 4; i++) {
            const [up, down, twiceUp, twiceDown] = [1, -1, 2, -2].map((steps) =>
              likelihood(point.map((x, k) => (k === i ? x + steps * h : x))),
            );
            const slopeOf = (of: (evaluation: typeof up) => number | undefined): number => {
              const near = (of(up) ?? Number.NaN) - (of(down) ?? Number.NaN);
              const far = (of(twiceUp) ?? Number.NaN) - (of(twiceDown) ?? Number.NaN);
              return (8 * near - far) / (12 * h);
            };
            const slope = slopeOf((evaluation) => evaluation?.value);
            expect(Math.abs(slope - (here.gradient[i] ?? Number.NaN)) / size).toBeLessThan(1e-9);
            for (let j = 0; j < 4; j++) {
              const curve = slopeOf((evaluation) => evaluation?.gradient[j]);
              expect(Math.abs(curve - (here.hessian[i]?.[j] ?? Number.NaN)) / size).toBeLessThan(1e-8);
            }
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it("is exactly 0 for customers just gained", () => {
    const here = likelihoodOf([{ frequency: 0, recency: 0, T: 0, weight: 7 }])([0.3, 2, -1, 5]);
    expect([here.value, ...here.gradient, ...here.hessian.flat()].every((x) => Math.abs(x) === 0)).toBe(true);
  });

  it("takes a few buyers of thousands among usual ones", () => {
    const rows = [0, 1, 2, 5, 900, 5000, 1_000_000].map((frequency, i) => ({
      frequency,
      recency: frequency === 0 ? 0 : 100 - i,
      T: 104,
    }));
    for (const beta of [-3, 2, 3, 9]) {
      const point = [-0.5, 2, -0.4, beta];
      expect(relativeError(likelihoodOf(rows)(point).value, sumOver(rows, point))).toBeLessThan(1e-12);
    }
  });

  it("stays finite in the corners of the box that a fit may visit", () => {
    const rows = [0, 1, 4, 30].map((frequency) => ({ frequency, recency: frequency, T: 90 }));
    const likelihood = likelihoodOf(rows);
    const ends = [-16, 16];
    for (const r of ends)
      for (const alpha of ends)
        for (const s of ends)
          for (const beta of ends) {
            const here = likelihood([r, 4 + alpha, s, 4 + beta]);
            const numbers = [here.value, ...here.gradient, ...here.hessian.flat()];
            expect(numbers.every(Number.isFinite), `${r} ${alpha} ${s} ${beta}`).toBe(true);
          }
  });

  it("has its maximum where simulated customers came from", () => {
    const truth = { r: 0.8, alpha: 20, s: 0.9, beta: 60 };
    const seeded = seededRandom(21);
    const rows = Array.from({ length: 20_000 }, (_, i) => {
      const T = 300 + (i % 100);
      const drawn = paretoNbd.simulateHistory(truth, seeded, T);
      return { frequency: drawn.frequency, recency: drawn.recency, T };
    });
    const maximum = maximise(likelihoodOf(rows), [0, Math.log(170), 0, Math.log(170)], WIDE);
    expect(maximum.converged).toBe(true);
    const found = maximum.point.map(Math.exp);
    Object.values(truth).forEach((value, i) => {
      expect(Math.abs((found[i] ?? 0) / value - 1)).toBeLessThan(0.2);
    });
  });
});

const WIDE: Box = { lower: [-20, -20, -20, -20], upper: [20, 20, 20, 20] };

describe("the maximum on CDNOW", () => {
  type Field = "sample_id" | "customer_id" | "date" | "dollars";
  const logs = {
    cdnow_sample_D7_cal: ["cdnow/cdnow_sample.csv", "sample_id"],
    cdnow_master_D7_cal: ["cdnow/cdnow_master.csv", "customer_id"],
  } as const;
  for (const [dataset, [file, customer]] of Object.entries(logs)) {
    describeWithData(dataset, file, (path) => {
      const log = transactionLog(csvRows<Field>(path), {
        customer,
        date: "date",
        amount: (row) => Number(row.dollars),
      });
      const { rows } = summarizeCustomers(log, { asOf: "1997-09-30", unit: "week" });
      const half = Math.log(rows.reduce((sum, { T }) => sum + T, 0) / rows.length / 2);
      const start = [0, half, 0, half];
      const box = { lower: start.map((x) => x - 16), upper: start.map((x) => x + 16) };
      const maximum = maximise(paretoNbdLikelihood(purchaseCells({ unit: "week", rows })), start, box);
      const found = maximum.point.map(Math.exp);

      it("is where independent code found it", () => {
        const truth = reference.maxima.find((fit) => fit.dataset === dataset);
        expect(maximum.converged).toBe(true);
        expect(rows).toHaveLength(truth?.customers ?? 0);
        Object.values(truth?.parameters ?? {}).forEach((value, i) => {
          expect(relativeError(found[i] ?? Number.NaN, value)).toBeLessThan(1e-9);
        });
        expect(relativeError(maximum.value, truth?.logLikelihood ?? 0)).toBeLessThan(1e-12);
      });

      if (dataset === "cdnow_sample_D7_cal") {
        it("is r .553, α 10.58, s .606, β 11.67, LL −9594.98 (Fader & Hardie, note 009)", () => {
          const [r, alpha, s, beta] = found;
          expect([r?.toFixed(3), alpha?.toFixed(2), s?.toFixed(3), beta?.toFixed(2)]).toEqual([
            "0.553",
            "10.58",
            "0.606",
            "11.67",
          ]);
          expect(maximum.value.toFixed(2)).toBe("-9594.98");
        });
      }
    });
  }
});
