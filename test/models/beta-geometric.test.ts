import { describe, expect, it } from "vitest";
import { type BgNbdParameters, bgNbd } from "../../src/models/bg-nbd.ts";
import { mbgNbd } from "../../src/models/mbg-nbd.ts";
import outlooks from "../reference/beta-geometric-outlook.json" with { type: "json" };
import bgReference from "../reference/bg-nbd.json" with { type: "json" };
import bgCounts from "../reference/bg-nbd-pmf.json" with { type: "json" };
import random from "../reference/bg-nbd-random.json" with { type: "json" };
import mbgReference from "../reference/mbg-nbd.json" with { type: "json" };
import mbgCounts from "../reference/mbg-nbd-pmf.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const TOLERANCE = 1e-10;
const SMALLEST_NORMAL = 2.3e-308;

type Table<Value> = Readonly<Record<string, readonly Value[]>>;

function parametersFrom(table: Table<number>, name: string): BgNbdParameters {
  const [r = 0, alpha = 0, a = 0, b = 0] = table[name] ?? [];
  return { r, alpha, a, b };
}

/**
 * For 500 purchases in one unit with all parameters 1 the table lacks its second term: there the chance of at least 500 purchases, 2^-500, was
 * taken as one minus a sum at 120 digits, which leaves 0. By hand it is 2^-501 · B(1, 501+e) + 2^-500 · B(2, 500+e) with e chances to leave
 * before the first repeat purchase.
 */
function exact(name: string, t: number, n: number, e: number): number | null {
  if (!(name === "uniform" && t === 1 && n === 500)) return null;
  return 2 ** -501 / (501 + e) + 2 ** -500 / ((500 + e) * (501 + e));
}

const MODELS = [
  { model: "BG/NBD", kernel: bgNbd, reference: bgReference, counts: bgCounts },
  { model: "MBG/NBD", kernel: mbgNbd, reference: mbgReference, counts: mbgCounts },
];

describe.each(MODELS)("$model against 30-digit values", ({ kernel, reference, counts }) => {
  const histories = reference.histories_x_tx_T.map(([x = 0, tx = 0, T = 0]) => [x, tx, T] as const);

  describe.each(Object.keys(reference.params))("parameters %s", (name) => {
    const parameters = parametersFrom(reference.params, name);

    it("log-likelihood", () => {
      const truth = (reference.loglik as Table<string>)[name] ?? [];
      expect(truth).toHaveLength(histories.length);
      histories.forEach(([x, tx, T], i) => {
        const value = kernel.logLikelihood(parameters, x, tx, T, 0);
        expect(relativeError(value, Number(truth[i])), `x=${x} tx=${tx} T=${T}`).toBeLessThan(TOLERANCE);
      });
    });

    it("P(alive), as log odds", () => {
      const truth = (reference.log_odds_dead as Table<string | null>)[name] ?? [];
      histories.forEach(([x, tx, T], i) => {
        const value = kernel.logOddsDead(parameters, x, tx, T);
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
          const odds = kernel.logOddsDead(parameters, x, tx, T);
          const value = kernel.expectedPurchasesIfAlive(parameters, x, tx, T, t) / (1 + Math.exp(odds));
          expect(relativeError(value, expected), `x=${x} tx=${tx} T=${T} t=${t}`).toBeLessThan(TOLERANCE);
          compared += 1;
        });
      });
      expect(compared).toBeGreaterThan(20);
    });

    it("expectation of a new customer", () => {
      const truth = (reference.expectation_new as Table<string | null>)[name] ?? [];
      const alive = 1 / (1 + Math.exp(kernel.logOddsDead(parameters, 0, 0, 0)));
      reference.expectation_new_t.forEach((t, j) => {
        const expected = truth[j] ?? null;
        if (expected === null) return;
        const value = alive * kernel.expectedPurchasesIfAlive(parameters, 0, 0, 0, t);
        expect(relativeError(value, Number(expected)), `t=${t}`).toBeLessThan(TOLERANCE);
      });
    });
  });

  it.each(Object.keys(counts.params))("probability of n purchases, parameters %s", (name) => {
    const parameters = parametersFrom(counts.params, name);
    const odds = kernel.logOddsDead(parameters, 0, 0, 0);
    const alive = 1 / (1 + Math.exp(odds));
    const truth = (counts.pmf as Table<readonly string[]>)[name] ?? [];
    let compared = 0;
    counts.t.forEach((t, i) => {
      counts.n.forEach((n, j) => {
        const expected = exact(name, t, n, kernel === bgNbd ? 0 : 1) ?? Number(truth[i]?.[j]);
        const ifAlive = kernel.countProbabilityIfAlive(parameters, 0, 0, 0, t, n);
        const value = n === 0 ? alive * ifAlive + (1 - alive) : alive * ifAlive;
        if (expected > SMALLEST_NORMAL) {
          expect(relativeError(value, expected), `t=${t} n=${n}`).toBeLessThan(TOLERANCE);
          compared += 1;
        } else expect(value).toBeLessThan(2 * SMALLEST_NORMAL);
      });
    });
    expect(compared).toBeGreaterThan(30);
  });
});

describe("BG/NBD at random parameters up to 1e4, against 80 digits", () => {
  it("conditional expectation", () => {
    expect(random.rows.length).toBeGreaterThan(100);
    for (const row of random.rows) {
      const [r = 0, alpha = 0, a = 0, b = 0, x = 0, T = 0, t = 0] = row.map(Number);
      const value = bgNbd.expectedPurchasesIfAlive({ r, alpha, a, b }, x, T, T, t);
      expect(relativeError(value, Number(row.at(-1))), row.join(" ")).toBeLessThan(TOLERANCE);
    }
  });
});

describe("survival, at least n purchases and discounted purchases at random parameters, against 40 digits", () => {
  it.each(["survival", "tail", "discounted"] as const)("%s", (what) => {
    expect(outlooks.rows.length).toBeGreaterThan(60);
    for (const { r, alpha, a, b, x, T, t, n, rate, ...truth } of outlooks.rows) {
      const parameters = { r, alpha, a, b };
      const value = {
        survival: () => bgNbd.survivalIfAlive(parameters, x, T, T, t),
        tail: () => bgNbd.tailProbabilityIfAlive(parameters, x, T, T, t, n),
        discounted: () => bgNbd.discountedPurchasesIfAlive(parameters, x, T, T, rate),
      }[what]();
      const expected = Number(truth[what]);
      if (expected > SMALLEST_NORMAL)
        expect(
          relativeError(value, expected),
          JSON.stringify({ ...parameters, x, T, t, n, rate }),
        ).toBeLessThan(TOLERANCE);
    }
  });
});
