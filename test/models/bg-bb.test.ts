import { describe, expect, it } from "vitest";
import { softplus } from "../../src/math/log-odds.ts";
import { type BgBbParameters, bgBb } from "../../src/models/bg-bb.ts";
import reference from "../reference/bg-bb.json" with { type: "json" };
import random from "../reference/bg-bb-random.json" with { type: "json" };
import donations from "../reference/donations.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const TOLERANCE = 1e-12;

type Table<Value> = Readonly<Record<string, readonly Value[]>>;
const params: Table<number> = reference.params;
const histories = reference.histories_x_tx_n.map(([x = 0, tx = 0, n = 0]) => [x, tx, n] as const);

function parametersOf(name: string): BgBbParameters {
  const [alpha = 0, beta = 0, gamma = 0, delta = 0] = params[name] ?? [];
  return { alpha, beta, gamma, delta };
}

/** The logarithm of a number written in decimals, however small. */
function logOf(text: string | undefined): number {
  const [digits = "", exponent = "0"] = (text ?? "").split("e");
  return Math.log(Number(digits)) + Number(exponent) * Math.LN10;
}

/** The error of a number given by its logarithm, relative to the number; for numbers beyond all range relative to the logarithm. */
function errorInLog(log: number, truth: string | undefined): number {
  return Math.abs(log - logOf(truth)) / Math.max(1, Math.abs(log));
}

function logAlive(parameters: BgBbParameters, x: number, tx: number, n: number): number {
  return -softplus(bgBb.logOddsDead(parameters, x, tx, n));
}

describe.each(Object.keys(params))("BG/BB against 30-digit values, parameters %s", (name) => {
  const parameters = parametersOf(name);

  it("log-likelihood", () => {
    const truth = (reference.loglik as Table<string>)[name] ?? [];
    expect(truth).toHaveLength(17);
    histories.forEach(([x, tx, n], i) => {
      const value = bgBb.logLikelihood(parameters, x, tx, n, 0);
      expect(relativeError(value, Number(truth[i])), `x=${x} tx=${tx} n=${n}`).toBeLessThan(TOLERANCE);
    });
  });

  it("P(alive) after the last opportunity and at the next (equation 11)", () => {
    const now = (reference.p_alive_m0 as Table<string>)[name] ?? [];
    const next = (reference.p_alive_m1 as Table<string>)[name] ?? [];
    histories.forEach(([x, tx, n], i) => {
      const log = logAlive(parameters, x, tx, n);
      expect(errorInLog(log, now[i]), `x=${x} tx=${tx} n=${n}`).toBeLessThan(TOLERANCE);
      if (tx === n) expect(bgBb.logOddsDead(parameters, x, tx, n)).toBe(Number.NEGATIVE_INFINITY);
      const survival = Math.log(bgBb.survivalIfAlive(parameters, x, tx, n, 1));
      expect(errorInLog(log + survival, next[i]), `x=${x} tx=${tx} n=${n}`).toBeLessThan(TOLERANCE);
    });
  });

  it("conditional expectation, and discounted to the end of time", () => {
    const expected = (reference.conditional_expectation as Table<readonly string[]>)[name] ?? [];
    const discounted = (reference.dert as Table<string>)[name] ?? [];
    const rate = Math.log1p(reference.dert_d);
    histories.forEach(([x, tx, n], i) => {
      const log = logAlive(parameters, x, tx, n);
      reference.m.forEach((m, k) => {
        const value = log + Math.log(bgBb.expectedPurchasesIfAlive(parameters, x, tx, n, m));
        expect(errorInLog(value, expected[i]?.[k]), `x=${x} tx=${tx} n=${n} m=${m}`).toBeLessThan(TOLERANCE);
      });
      const value = log + Math.log(bgBb.discountedPurchasesIfAlive(parameters, x, tx, n, rate));
      expect(errorInLog(value, discounted[i]), `x=${x} tx=${tx} n=${n}`).toBeLessThan(TOLERANCE);
    });
  });

  it("expectation and distribution of a new customer", () => {
    const expected = (reference.expectation as Table<string>)[name] ?? [];
    reference.expectation_n.forEach((n, k) => {
      const value = bgBb.expectedPurchasesIfAlive(parameters, 0, 0, 0, n);
      expect(relativeError(value, Number(expected[k])), `n=${n}`).toBeLessThan(TOLERANCE);
    });
    const chances = (reference.pmf as Table<readonly string[]>)[name] ?? [];
    reference.pmf_n.forEach((n, k) => {
      reference.pmf_x.forEach((x, l) => {
        const value = bgBb.countProbabilityIfAlive(parameters, 0, 0, 0, n, x);
        expect(relativeError(value, Number(chances[k]?.[l])), `n=${n} x=${x}`).toBeLessThan(TOLERANCE);
      });
    });
  });
});

describe("BG/BB at random parameters from 1e-3 to 1e4, against 120 digits", () => {
  it("agrees in all formulas", () => {
    expect(random.rows.length).toBeGreaterThan(100);
    for (const row of random.rows) {
      const numbers = row.slice(0, 10).map(Number);
      const [alpha = 0, beta = 0, gamma = 0, delta = 0, x = 0, tx = 0, T = 0, t = 0, n = 0, rate = 0] =
        numbers;
      const [likelihood, odds, expected, discounted, survival, count, tail] = row.slice(10);
      const p = { alpha, beta, gamma, delta };
      const agrees = (what: string, value: number, truth: number): void =>
        expect(relativeError(value, truth), `${what} ${numbers.join(" ")}`).toBeLessThan(TOLERANCE);
      agrees("likelihood", bgBb.logLikelihood(p, x, tx, T, 0), Number(likelihood));
      agrees("odds", bgBb.logOddsDead(p, x, tx, T), odds === null ? Number.NEGATIVE_INFINITY : Number(odds));
      agrees("expected", bgBb.expectedPurchasesIfAlive(p, x, tx, T, t), Number(expected));
      agrees("discounted", bgBb.discountedPurchasesIfAlive(p, x, tx, T, rate), Number(discounted));
      // The logarithms reach further down than numbers do.
      agrees("survival", bgBb.survivalIfAlive(p, x, tx, T, t), Math.exp(Number(survival)));
      agrees("count", bgBb.countProbabilityIfAlive(p, x, tx, T, t, n), Math.exp(Number(count)));
      agrees("tail", bgBb.tailProbabilityIfAlive(p, x, tx, T, t, n), Math.exp(Number(tail)));
    }
  });
});

describe("the donors of 1995", () => {
  const { T, rows } = donations;

  function expectedUntil2006(parameters: BgBbParameters, x: number, tx: number): number {
    const alive = Math.exp(logAlive(parameters, x, tx, T));
    return alive * bgBb.expectedPurchasesIfAlive(parameters, x, tx, T, 5);
  }

  it("have the probabilities and expectations of the table", () => {
    const parameters = donations.tableParameters;
    let total = 0;
    for (const [x = 0, tx = 0, people = 0, alive = 0, expected = 0] of rows) {
      const survival = bgBb.survivalIfAlive(parameters, x, tx, T, 1);
      const aliveNext = Math.exp(logAlive(parameters, x, tx, T)) * survival;
      expect(Math.abs(aliveNext - alive), `P(alive) x=${x} tx=${tx}`).toBeLessThan(5e-5);
      const donated = expectedUntil2006(parameters, x, tx);
      expect(Math.abs(donated - expected), `expected x=${x} tx=${tx}`).toBeLessThan(5e-5);
      total += people * donated;
    }
    expect(Math.abs(total - donations.tableTotal)).toBeLessThan(0.005);
  });

  it("are expected to donate as often as published", () => {
    const total = rows.reduce((sum, [x = 0, tx = 0, people = 0]) => {
      return sum + people * expectedUntil2006(donations.parameters, x, tx);
    }, 0);
    expect(Math.abs(total - donations.publishedTotal)).toBeLessThan(0.05);
  });
});
