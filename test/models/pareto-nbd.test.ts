import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logistic } from "../../src/math/log-odds.ts";
import { seededRandom } from "../../src/math/random.ts";
import { type ParetoNbdParameters, paretoNbd } from "../../src/models/pareto-nbd.ts";
import reference from "../reference/pareto-nbd.json" with { type: "json" };
import random from "../reference/pareto-nbd-random.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const TOLERANCE = 1e-12;
const SMALLEST_NORMAL = 2.3e-308;

type Table<Value> = Readonly<Record<string, readonly Value[]>>;
type History = readonly [x: number, tx: number, T: number];
const historiesOf = (rows: readonly (readonly number[])[]): readonly History[] =>
  rows.map(([x = 0, tx = 0, T = 0]) => [x, tx, T]);
const params: Table<number> = reference.params;
const histories = historiesOf(reference.histories_x_tx_T);

function parametersOf([r = 0, alpha = 0, s = 0, beta = 0]: readonly number[] = []): ParetoNbdParameters {
  return { r, alpha, s, beta };
}

const aliveOf = (p: ParetoNbdParameters, [x, tx, T]: History): number =>
  logistic(-paretoNbd.logOddsDead(p, x, tx, T));

describe.each(Object.keys(params))("Pareto/NBD against 30-digit values, parameters %s", (name) => {
  const parameters = parametersOf(params[name]);

  it("log-likelihood", () => {
    const truth = (reference.loglik as Table<string>)[name] ?? [];
    expect(truth).toHaveLength(histories.length);
    histories.forEach(([x, tx, T], i) => {
      const value = paretoNbd.logLikelihood(parameters, x, tx, T, 0);
      expect(relativeError(value, Number(truth[i])), `x=${x} tx=${tx} T=${T}`).toBeLessThan(TOLERANCE);
    });
  });

  it("P(alive), as log odds", () => {
    const truth = (reference.log_odds_dead as Table<string | null>)[name] ?? [];
    expect(truth).toHaveLength(histories.length);
    histories.forEach(([x, tx, T], i) => {
      const value = paretoNbd.logOddsDead(parameters, x, tx, T);
      const expected = truth[i] ?? null;
      if (expected === null) expect(value).toBe(Number.NEGATIVE_INFINITY);
      else expect(relativeError(value, Number(expected)), `x=${x} tx=${tx} T=${T}`).toBeLessThan(TOLERANCE);
    });
  });

  it("conditional expectation", () => {
    const truth = (reference.conditional_expectation as Table<readonly (string | null)[]>)[name] ?? [];
    let compared = 0;
    histories.forEach((history, i) => {
      reference.t.forEach((t, j) => {
        const expected = Number(truth[i]?.[j] ?? Number.NaN);
        if (!(Math.abs(expected) > SMALLEST_NORMAL)) return;
        const value =
          paretoNbd.expectedPurchasesIfAlive(parameters, ...history, t) * aliveOf(parameters, history);
        expect(relativeError(value, expected), `${history} t=${t}`).toBeLessThan(TOLERANCE);
        compared += 1;
      });
    });
    expect(compared).toBeGreaterThan(30);
  });

  it("expectation of a new customer", () => {
    const truth = (reference.expectation_new as Table<string | null>)[name] ?? [];
    reference.expectation_new_t.forEach((t, j) => {
      const value = paretoNbd.expectedPurchasesIfAlive(parameters, 0, 0, 0, t);
      expect(relativeError(value, Number(truth[j])), `t=${t}`).toBeLessThan(TOLERANCE);
    });
  });
});

describe("numbers of purchases and discounted purchases against 28-digit values", () => {
  it.each(Object.entries(reference.pmf.params as Table<number>))(
    "a new customer, parameters %s",
    (name, p) => {
      const truth = (reference.pmf.pmf as Table<readonly string[]>)[name] ?? [];
      expect(truth).toHaveLength(reference.pmf.t.length);
      reference.pmf.t.forEach((t, i) => {
        reference.pmf.n.forEach((n, j) => {
          const value = paretoNbd.countProbabilityIfAlive(parametersOf(p), 0, 0, 0, t, n);
          expect(relativeError(value, Number(truth[i]?.[j])), `t=${t} n=${n}`).toBeLessThan(TOLERANCE);
        });
      });
    },
  );

  it("a known customer", () => {
    const { params: p, histories: known, t: horizons, n: counts, pmf } = reference.conditional_pmf;
    const parameters = parametersOf(p);
    historiesOf(known).forEach((history, h) => {
      const alive = aliveOf(parameters, history);
      horizons.forEach((t, i) => {
        counts.forEach((n, j) => {
          const count = paretoNbd.countProbabilityIfAlive(parameters, ...history, t, n);
          const value = alive * count + (n === 0 ? 1 - alive : 0);
          expect(relativeError(value, Number(pmf[h]?.[i]?.[j])), `${history} t=${t} n=${n}`).toBeLessThan(
            TOLERANCE,
          );
        });
      });
    });
  });

  it.each(Object.entries(reference.dert.params as Table<number>))("discounted, parameters %s", (name, p) => {
    const parameters = parametersOf(p);
    const truth = (reference.dert.dert as Table<readonly (string | null)[]>)[name] ?? [];
    let compared = 0;
    historiesOf(reference.dert.histories_x_tx_T).forEach((history, h) => {
      reference.dert.delta_per_unit.forEach((rate, j) => {
        const expected = Number(truth[h]?.[j] ?? Number.NaN);
        if (!(Math.abs(expected) > SMALLEST_NORMAL)) return;
        const value =
          paretoNbd.discountedPurchasesIfAlive(parameters, ...history, rate) * aliveOf(parameters, history);
        expect(relativeError(value, expected), `${history} rate=${rate}`).toBeLessThan(TOLERANCE);
        compared += 1;
      });
    });
    expect(compared).toBeGreaterThan(50);
  });
});

describe("Pareto/NBD at random parameters from 1e-3 to 1e4, against 60 digits and more", () => {
  const rows = random.rows.map((row) => {
    const [r = 0, alpha = 0, s = 0, beta = 0, x = 0, tx = 0, T = 0, t = 0, rate = 0, n = 0] = row.map(Number);
    const history: History = [x, tx, T];
    return { p: { r, alpha, s, beta }, history, t, rate, n, truth: row.slice(10), label: row.join(" ") };
  });

  it("has enough rows", () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
  });

  it("log-likelihood", () => {
    for (const { p, history, truth, label } of rows) {
      const value = paretoNbd.logLikelihood(p, ...history, 0);
      expect(relativeError(value, Number(truth[0])), label).toBeLessThan(TOLERANCE);
    }
  });

  it("P(alive), as log odds", () => {
    for (const { p, history, truth, label } of rows) {
      const value = paretoNbd.logOddsDead(p, ...history);
      if (truth[1] === null) expect(value).toBe(Number.NEGATIVE_INFINITY);
      else expect(relativeError(value, Number(truth[1])), label).toBeLessThan(TOLERANCE);
    }
  });

  it("expected and discounted purchases", () => {
    for (const { p, history, t, rate, truth, label } of rows) {
      const expected = paretoNbd.expectedPurchasesIfAlive(p, ...history, t);
      expect(relativeError(expected, Number(truth[2])), label).toBeLessThan(TOLERANCE);
      const discounted = paretoNbd.discountedPurchasesIfAlive(p, ...history, rate);
      expect(relativeError(discounted, Number(truth[3])), label).toBeLessThan(TOLERANCE);
    }
  });

  it("exactly and at least n purchases", () => {
    let compared = 0;
    for (const { p, history, t, n, truth, label } of rows) {
      const exactly = Number(truth[4]);
      if (exactly < SMALLEST_NORMAL) continue;
      const value = paretoNbd.countProbabilityIfAlive(p, ...history, t, n);
      expect(relativeError(value, exactly), label).toBeLessThan(TOLERANCE);
      if (n === 0) continue;
      const tail = paretoNbd.tailProbabilityIfAlive(p, ...history, t, n);
      expect(relativeError(tail, Number(truth[5])), label).toBeLessThan(TOLERANCE);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(80);
  });
});

describe("properties of the Pareto/NBD model", () => {
  const positive = fc.double({ min: -3, max: 3, noNaN: true }).map((exponent) => 10 ** exponent);
  const parameters = fc.record({ r: positive, alpha: positive, s: positive, beta: positive });
  const history = fc
    .record({
      x: fc.integer({ min: 0, max: 1000 }),
      T: fc.double({ min: 0, max: 1e4, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ x, T, share }): History => [x, x === 0 ? 0 : share * T, T]);
  const horizon = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
  const rate = fc.double({ min: 1e-4, max: 1, noNaN: true });

  it("predicts finite numbers over the hostile grid", () => {
    fc.assert(
      fc.property(parameters, history, horizon, rate, (p, h, t, delta) => {
        const [x, , T] = h;
        expect(Number.isFinite(paretoNbd.logLikelihood(p, ...h, 0))).toBe(true);
        expect(paretoNbd.logOddsDead(p, ...h)).not.toBeNaN();
        const expected = paretoNbd.expectedPurchasesIfAlive(p, ...h, t);
        // nobody buys more than he would without ever leaving
        const most = (p.r + x) / (p.alpha + T);
        expect(expected >= 0 && expected <= most * t * (1 + 1e-9)).toBe(true);
        const discounted = paretoNbd.discountedPurchasesIfAlive(p, ...h, delta);
        expect(discounted > 0 && discounted <= (most / delta) * (1 + 1e-9)).toBe(true);
        const survival = paretoNbd.survivalIfAlive(p, ...h, t);
        expect(survival >= 0 && survival <= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("never takes a customer for gone at the moment of a purchase, and knows nothing of one just gained", () => {
    fc.assert(
      fc.property(parameters, history, (p, [x, , T]) => {
        expect(paretoNbd.logOddsDead(p, x, T, T)).toBe(Number.NEGATIVE_INFINITY);
        expect(paretoNbd.logLikelihood(p, 0, 0, 0, 0)).toBe(0);
      }),
    );
  });

  it("is less sure of life the longer the silence", () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, [x, tx, T], t) => {
        const sooner = paretoNbd.logOddsDead(p, x, tx, T);
        const later = paretoNbd.logOddsDead(p, x, tx, T + t);
        expect(later).toBeGreaterThanOrEqual(sooner - 1e-12 * Math.abs(sooner));
      }),
    );
  });

  it("keeps the digits of very small and very large odds", () => {
    const p = { r: 0.5, alpha: 10, s: 0.7, beta: 12 };
    // s (T−tx) ÷ (β+tx) for a short silence
    const silence = 2 ** -40;
    const short = paretoNbd.logOddsDead(p, 3, 20, 20 + silence);
    expect(relativeError(short, Math.log((0.7 * silence) / 32))).toBeLessThan(1e-14);
    expect(paretoNbd.logOddsDead(p, 5000, 20, 50)).toBeGreaterThan(3000);
  });

  it("expects nothing in no time, and more in more", () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, h, t) => {
        expect(paretoNbd.expectedPurchasesIfAlive(p, ...h, 0)).toBe(0);
        const sooner = paretoNbd.expectedPurchasesIfAlive(p, ...h, t);
        const later = paretoNbd.expectedPurchasesIfAlive(p, ...h, 2 * t);
        expect(later).toBeGreaterThanOrEqual(sooner * (1 - 1e-14));
        expect(paretoNbd.survivalIfAlive(p, ...h, 0)).toBe(1);
        expect(paretoNbd.survivalIfAlive(p, ...h, 2 * t)).toBeLessThanOrEqual(
          paretoNbd.survivalIfAlive(p, ...h, t),
        );
      }),
    );
  });

  it("expects without end what the discounted sum tends to", () => {
    const p = { r: 0.5, alpha: 10, s: 2.5, beta: 12 };
    const endless = paretoNbd.discountedPurchasesIfAlive(p, 3, 20, 30, 0);
    expect(relativeError(endless, paretoNbd.discountedPurchasesIfAlive(p, 3, 20, 30, 1e-14))).toBeLessThan(
      1e-11,
    );
    expect(relativeError(endless, paretoNbd.expectedPurchasesIfAlive(p, 3, 20, 30, 1e12))).toBeLessThan(
      1e-11,
    );
    expect(paretoNbd.discountedPurchasesIfAlive({ ...p, s: 1 }, 3, 20, 30, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it("has probabilities of all numbers of purchases that sum to one, and tails that sum them", () => {
    const moderate = fc.double({ min: -1.5, max: 1.5, noNaN: true }).map((exponent) => 10 ** exponent);
    const usual = fc.record({ r: moderate, alpha: moderate, s: moderate, beta: moderate });
    fc.assert(
      fc.property(usual, history, horizon, (p, h, t) => {
        let tail = 1;
        for (let n = 0; n < 6; n++) {
          const next = paretoNbd.tailProbabilityIfAlive(p, ...h, t, n + 1);
          const exactly = paretoNbd.countProbabilityIfAlive(p, ...h, t, n);
          expect(Math.abs(exactly + next - tail)).toBeLessThan(1e-12);
          tail = next;
        }
        expect(paretoNbd.countProbabilityIfAlive(p, ...h, 0, 0)).toBe(1);
        expect(paretoNbd.countProbabilityIfAlive(p, ...h, 0, 2)).toBe(0);
        expect(paretoNbd.tailProbabilityIfAlive(p, ...h, 0, 2)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("counts on beyond a thousand purchases", () => {
    const p = { r: 0.5, alpha: 1, s: 0.7, beta: 12 };
    const exactly = paretoNbd.countProbabilityIfAlive(p, 900, 90, 100, 150, 1200);
    const tail = (n: number): number => paretoNbd.tailProbabilityIfAlive(p, 900, 90, 100, 150, n);
    expect(relativeError(tail(1200) - tail(1201), exactly)).toBeLessThan(1e-9);
    const small = { ...p, r: 0.5 };
    const count = (n: number): number => paretoNbd.countProbabilityIfAlive(small, 0, 0, 0, 5000, n);
    // both ways of counting meet at a thousand
    expect(Math.abs(Math.log(count(999) / count(1000)) - Math.log(count(1000) / count(1001)))).toBeLessThan(
      1e-5,
    );
  });

  it("scales with time", () => {
    fc.assert(
      fc.property(parameters, history, horizon, positive, (p, [x, tx, T], t, scale) => {
        const scaled = { ...p, alpha: p.alpha * scale, beta: p.beta * scale };
        const odds = paretoNbd.logOddsDead(p, x, tx, T);
        const again = paretoNbd.logOddsDead(scaled, x, tx * scale, T * scale);
        // scaling rounds the silence T − tx, and numbers below 1e-300 altogether
        if (T > 1e-300 && tx < T * (1 - 1e-6))
          expect(relativeError(again, odds) * Math.min(1, Math.abs(odds))).toBeLessThan(1e-9);
        const expected = paretoNbd.expectedPurchasesIfAlive(p, x, tx, T, t);
        const other = paretoNbd.expectedPurchasesIfAlive(scaled, x, tx * scale, T * scale, t * scale);
        expect(relativeError(other, expected)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("simulated customers", () => {
  const p = { r: 1.5, alpha: 10, s: 1.4, beta: 20 };
  const draws = 20_000;
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  /** How many standard errors the mean of the draws is off. */
  const offBy = (values: readonly number[], truth: number): number => {
    const centre = mean(values);
    const spread = Math.sqrt(mean(values.map((v) => (v - centre) ** 2)) / values.length);
    return Math.abs(centre - truth) / spread;
  };

  it("buy as often as expected, and as often not at all", () => {
    const random = seededRandom(11);
    const counts = Array.from({ length: draws }, () =>
      paretoNbd.simulatePurchasesIfAlive(p, random, 3, 20, 30, 25),
    );
    expect(offBy(counts, paretoNbd.expectedPurchasesIfAlive(p, 3, 20, 30, 25))).toBeLessThan(4);
    const none = counts.map((n) => (n === 0 ? 1 : 0));
    expect(offBy(none, paretoNbd.countProbabilityIfAlive(p, 3, 20, 30, 25, 0))).toBeLessThan(4);
  });

  it("have histories with the expected numbers and silences", () => {
    const random = seededRandom(12);
    const rows = Array.from({ length: draws }, () => paretoNbd.simulateHistory(p, random, 40));
    expect(rows.every(({ frequency, recency }) => recency <= 40 && recency > 0 === frequency > 0)).toBe(true);
    const counts = rows.map(({ frequency }) => frequency);
    expect(offBy(counts, paretoNbd.expectedPurchasesIfAlive(p, 0, 0, 0, 40))).toBeLessThan(4);
    // P(alive) of each history averages to the share of those who live to 40
    const alive = rows.map(({ frequency, recency }) => aliveOf(p, [frequency, recency, 40]));
    expect(offBy(alive, paretoNbd.survivalIfAlive(p, 0, 0, 0, 40))).toBeLessThan(4);
  });

  it("are the same for the same seed", () => {
    const one = paretoNbd.simulateHistory(p, seededRandom(5), 100);
    expect(paretoNbd.simulateHistory(p, seededRandom(5), 100)).toEqual(one);
  });
});
