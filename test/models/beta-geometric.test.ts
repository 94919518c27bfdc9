import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BgNbdParameters, bgNbd } from "../../src/models/bg-nbd.ts";
import reference from "../reference/bg-nbd.json" with { type: "json" };
import random from "../reference/bg-nbd-random.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const TOLERANCE = 1e-10;
const SMALLEST_NORMAL = 2.3e-308;

type Table<Value> = Readonly<Record<string, readonly Value[]>>;
const params: Table<number> = reference.params;
const histories = reference.histories_x_tx_T.map(([x = 0, tx = 0, T = 0]) => [x, tx, T] as const);

function parametersOf(name: string): BgNbdParameters {
  const [r = 0, alpha = 0, a = 0, b = 0] = params[name] ?? [];
  return { r, alpha, a, b };
}

describe.each(Object.keys(params))("BG/NBD against 30-digit values, parameters %s", (name) => {
  const parameters = parametersOf(name);

  it("log-likelihood", () => {
    const truth = (reference.loglik as Table<string>)[name] ?? [];
    expect(truth).toHaveLength(histories.length);
    histories.forEach(([x, tx, T], i) => {
      const value = bgNbd.logLikelihood(parameters, x, tx, T);
      expect(relativeError(value, Number(truth[i])), `x=${x} tx=${tx} T=${T}`).toBeLessThan(TOLERANCE);
    });
  });

  it("P(alive), as log odds", () => {
    const truth = (reference.log_odds_dead as Table<string | null>)[name] ?? [];
    histories.forEach(([x, tx, T], i) => {
      const value = bgNbd.logOddsDead(parameters, x, tx, T);
      const expected = truth[i] ?? null;
      if (expected === null) expect(value).toBe(Number.NEGATIVE_INFINITY);
      else expect(relativeError(value, Number(expected)), `x=${x} tx=${tx} T=${T}`).toBeLessThan(TOLERANCE);
    });
  });

  it("conditional expectation", () => {
    const truth = (reference.conditional_expectation as Table<readonly (string | null)[]>)[name] ?? [];
    let compared = 0;
    histories.forEach(([x, tx, T], i) => {
      reference.t.forEach((t, j) => {
        const expected = Number(truth[i]?.[j] ?? Number.NaN);
        if (!(Math.abs(expected) > SMALLEST_NORMAL)) return;
        const odds = bgNbd.logOddsDead(parameters, x, tx, T);
        const value = bgNbd.expectedPurchasesIfAlive(parameters, x, T, t) / (1 + Math.exp(odds));
        expect(relativeError(value, expected), `x=${x} tx=${tx} T=${T} t=${t}`).toBeLessThan(TOLERANCE);
        compared += 1;
      });
    });
    expect(compared).toBeGreaterThan(30);
  });

  it("expectation of a new customer", () => {
    const truth = (reference.expectation_new as Table<string | null>)[name] ?? [];
    reference.expectation_new_t.forEach((t, j) => {
      const expected = truth[j] ?? null;
      if (expected === null) return;
      const value = bgNbd.expectedPurchasesIfAlive(parameters, 0, 0, t);
      expect(relativeError(value, Number(expected)), `t=${t}`).toBeLessThan(TOLERANCE);
    });
  });
});

describe("BG/NBD at random parameters up to 1e4, against 80 digits", () => {
  it("conditional expectation", () => {
    expect(random.rows.length).toBeGreaterThan(100);
    for (const row of random.rows) {
      const [r = 0, alpha = 0, a = 0, b = 0, x = 0, T = 0, t = 0] = row.map(Number);
      const value = bgNbd.expectedPurchasesIfAlive({ r, alpha, a, b }, x, T, t);
      expect(relativeError(value, Number(row.at(-1))), row.join(" ")).toBeLessThan(TOLERANCE);
    }
  });
});

describe("properties of the BG/NBD model", () => {
  const positive = fc.double({ min: -3, max: 3, noNaN: true }).map((exponent) => 10 ** exponent);
  const parameters = fc.record({ r: positive, alpha: positive, a: positive, b: positive });
  const history = fc
    .record({
      x: fc.integer({ min: 0, max: 1000 }),
      T: fc.double({ min: 0, max: 1e4, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ x, T, share }) => ({ x, T, tx: x === 0 ? 0 : share * T }));
  const horizon = fc.double({ min: 1e-3, max: 1e4, noNaN: true });

  it("predicts finite numbers over the hostile grid", () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, { x, tx, T }, t) => {
        expect(Number.isFinite(bgNbd.logLikelihood(p, x, tx, T))).toBe(true);
        expect(bgNbd.logOddsDead(p, x, tx, T)).not.toBeNaN();
        const expected = bgNbd.expectedPurchasesIfAlive(p, x, T, t);
        expect(Number.isFinite(expected) && expected >= 0).toBe(true);
        // nobody buys more than he would without ever leaving
        expect(expected).toBeLessThanOrEqual((((p.r + x) * t) / (p.alpha + T)) * (1 + 1e-9));
      }),
      { numRuns: 1000 },
    );
  });

  it("expects nothing in no time, and more in more", () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, { x, T }, t) => {
        expect(bgNbd.expectedPurchasesIfAlive(p, x, T, 0)).toBe(0);
        const sooner = bgNbd.expectedPurchasesIfAlive(p, x, T, t);
        const later = bgNbd.expectedPurchasesIfAlive(p, x, T, 2 * t);
        expect(later).toBeGreaterThanOrEqual(sooner * (1 - 1e-10));
      }),
      { numRuns: 500 },
    );
  });

  it("is less sure of life the longer the silence", () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, { x, tx, T }, t) => {
        fc.pre(x > 0);
        expect(bgNbd.logOddsDead(p, x, tx, T + t)).toBeGreaterThanOrEqual(bgNbd.logOddsDead(p, x, tx, T));
      }),
    );
  });

  it("scales with time", () => {
    fc.assert(
      fc.property(parameters, history, horizon, positive, (p, { x, tx, T }, t, scale) => {
        const scaled = { ...p, alpha: p.alpha * scale };
        const odds = bgNbd.logOddsDead(p, x, tx, T);
        if (x > 0)
          expect(
            relativeError(bgNbd.logOddsDead(scaled, x, tx * scale, T * scale), odds) *
              Math.min(1, Math.abs(odds)),
          ).toBeLessThan(1e-9);
        const expected = bgNbd.expectedPurchasesIfAlive(p, x, T, t);
        const again = bgNbd.expectedPurchasesIfAlive(scaled, x, T * scale, t * scale);
        expect(relativeError(again, expected)).toBeLessThan(1e-9);
      }),
      { numRuns: 500 },
    );
  });
});
