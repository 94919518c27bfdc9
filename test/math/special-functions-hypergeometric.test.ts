import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaGeometricSum } from "../../src/math/beta-geometric-sum.ts";
import { hypergeometric2F1 } from "../../src/math/hypergeometric.ts";
import { logTricomi } from "../../src/math/tricomi.ts";
import reference from "../reference/special-functions.json" with { type: "json" };
import random from "../reference/special-functions-random.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

function logError(value: number, truth: number): number {
  return Math.abs(value - truth) / Math.max(1, Math.abs(truth));
}

const parameter = fc.double({ min: -3, max: 4, noNaN: true }).map((log) => 10 ** log);

describe("Gauss' hypergeometric function", () => {
  it("reaches 30-digit values, and in logs where they overflow", () => {
    const { a_b_c_z, v, log_abs } = reference.hyp2f1;
    a_b_c_z.forEach(([a = 0, b = 0, c = 0, z = 0], i) => {
      const result = hypergeometric2F1(a, b, c, z);
      const where = `at ${a}, ${b}, ${c}, ${z}`;
      // No value: the series diverges there.
      expect(relativeError(result.value, Number(v[i] ?? Infinity)), where).toBeLessThan(3e-14);
      expect(relativeError(result.logAbs, Number(log_abs[i] ?? Infinity)), where).toBeLessThan(1e-13);
    });
  });

  it("reaches 25-digit values at random points", () => {
    for (const [a, b, c, z, log] of random.hyp2f1_log.rows) {
      const { logAbs } = hypergeometric2F1(Number(a), Number(b), Number(c), Number(z));
      expect(logError(logAbs, Number(log)), `at ${a}, ${b}, ${c}, ${z}`).toBeLessThan(1e-13);
    }
  });

  it("is Gauss' sum at 1", () => {
    // Γ(4) Γ(1.5) ÷ (Γ(3.5) Γ(2)) = 6 ÷ (2.5 · 1.5)
    expect(relativeError(hypergeometric2F1(0.5, 2, 4, 1).value, 1.6)).toBeLessThan(1e-14);
    expect(hypergeometric2F1(2, 2, 4, 1).value).toBe(Number.POSITIVE_INFINITY);
    expect(hypergeometric2F1(0.5, 0.5, -0.5, 1).value).toBeNaN();
  });

  it("is no number where it is not real, has a pole or the series fails", () => {
    expect(hypergeometric2F1(1, 2, 3, 1.5).value).toBeNaN();
    expect(hypergeometric2F1(1, 2, -3, 0.5).logAbs).toBeNaN();
    expect(hypergeometric2F1(1, 2, 3, Number.NaN).value).toBeNaN();
    expect(hypergeometric2F1(30, 40, 0.5, -0.9).value).toBeNaN();
    expect(hypergeometric2F1(3, 4, 0.5, 1 - 1e-9).value).toBeNaN();
  });

  it("follows the long tails of parameters close to 0", () => {
    // From mpmath.
    const { logAbs } = hypergeometric2F1(1, 1e-6, 1 + 1e-6, -9);
    expect(relativeError(logAbs, -2.3025837932797871639e-6)).toBeLessThan(1e-8);
  });

  it("follows Euler's transformation", () => {
    const z = fc.double({ min: -50, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(parameter, parameter, z, (b, excess, at) => {
        // ₂F₁(b/2, b; c; z) = (1−z)^(c−3b/2) ₂F₁(c−b/2, c−b; c; z)
        const [p, c] = [b / 2, b + excess];
        const here = hypergeometric2F1(p, b, c, at).logAbs;
        const there = (c - p - b) * Math.log1p(-at) + hypergeometric2F1(c - p, c - b, c, at).logAbs;
        // The logs of the integral and of the beta function are of the size of the parameters.
        const size = 1 + (b + c) * (1 + Math.abs(Math.log1p(-at)));
        expect(Math.abs(here - there) / size).toBeLessThan(1e-14);
      }),
    );
  });
});

describe("Tricomi's function", () => {
  it("reaches 30-digit values", () => {
    const { a_b_z, v, log } = reference.tricomi_U;
    a_b_z.forEach(([a = 0, b = 0, z = 0], i) => {
      const value = logTricomi(a, b, z);
      expect(relativeError(Math.exp(value), Number(v[i])), `at ${a}, ${b}, ${z}`).toBeLessThan(1e-13);
      expect(logError(value, Number(log[i])), `at ${a}, ${b}, ${z}`).toBeLessThan(1e-14);
    });
  });

  it("reaches 25-digit values at random points", () => {
    for (const [a, b, z, log] of random.tricomi_log.rows) {
      const value = logTricomi(Number(a), Number(b), Number(z));
      expect(logError(value, Number(log)), `at ${a}, ${b}, ${z}`).toBeLessThan(2e-14);
    }
  });

  it("is no number outside its range", () => {
    expect(logTricomi(1e-7, 2, 1)).toBeNaN();
    expect(logTricomi(1, 2, 0)).toBeNaN();
    expect(logTricomi(1, 2, Number.NaN)).toBeNaN();
  });

  it("is z^(−a) for b = a + 1", () => {
    fc.assert(
      fc.property(parameter, parameter, (a, z) => {
        const truth = -a * Math.log(z);
        expect(Math.abs(logTricomi(a, a + 1, z) - truth) / (1 + a + Math.abs(truth))).toBeLessThan(2e-14);
      }),
    );
  });
});

describe("betaGeometricSum", () => {
  it("reaches 25-digit values for a, b from 1e-3 to 1e4 and v up to 1 − 1e-9", () => {
    for (const [a, b, v, value] of random.beta_geometric_sum.rows) {
      const error = relativeError(betaGeometricSum(Number(a), Number(b), Number(v)), Number(value));
      expect(error, `at ${a}, ${b}, ${v}`).toBeLessThan(3e-14);
    }
  });

  const { params, discount_d, DEL, DERL_n, DERL } = reference.sbg_discounted;
  const models = Object.entries(params) as [keyof typeof params, number[]][];

  it("gives the discounted expected lifetimes of the sBG model", () => {
    for (const [name, [a = 0, b = 0]] of models) {
      discount_d.forEach((d, j) => {
        const [v, oneMinusV] = [1 / (1 + d), d / (1 + d)];
        const error = relativeError(betaGeometricSum(a, b, v, oneMinusV), Number(DEL[name][j]));
        expect(error, `DEL of ${name} at ${d}`).toBeLessThan(2e-14);
        DERL_n.forEach((n, m) => {
          const renewed = b + (n - 1);
          const derl = (renewed / (a + renewed)) * betaGeometricSum(a, b + n, v, oneMinusV);
          const derlError = relativeError(derl, Number(DERL[name][m]?.[j]));
          expect(derlError, `DERL of ${name} at ${d}, ${n}`).toBeLessThan(2e-14);
        });
      });
    }
  });

  it("holds for parameters close to 0", () => {
    // Nearly all customers leave at once, a ÷ (a+b) of them, or never; the rest is of the size of a.
    const stays = betaGeometricSum(1e-12, 3e-12, 1 - 1e-9, 1e-9);
    expect(relativeError(stays, 0.75e9 + 0.25)).toBeLessThan(1e-10);
    expect(relativeError(betaGeometricSum(1e-12, 2, 1 - 1e-9, 1e-9), 1e9)).toBeLessThan(1e-10);
    expect(relativeError(betaGeometricSum(2, 1e-12, 1 - 1e-9, 1e-9), 1)).toBeLessThan(1e-11);
  });

  it("is 1 without a future, and the expected lifetime without a discount", () => {
    expect(betaGeometricSum(0.3, 2, 0)).toBe(1);
    expect(betaGeometricSum(3, 4, 1)).toBe(3);
    expect(betaGeometricSum(1, 4, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(betaGeometricSum(0.5, 4, 1)).toBe(Number.POSITIVE_INFINITY);
  });

  it("follows the renewal of the first period: F(a, b) = 1 + v b ÷ (a+b) F(a, b+1)", () => {
    const discount = fc.double({ min: -9, max: -0.01, noNaN: true }).map((log) => 10 ** log);
    fc.assert(
      fc.property(parameter, parameter, discount, (a, b, d) => {
        const after = 1 + (((1 - d) * b) / (a + b)) * betaGeometricSum(a, b + 1, 1 - d, d);
        expect(relativeError(betaGeometricSum(a, b, 1 - d, d), after)).toBeLessThan(1e-13);
      }),
    );
  });
});
