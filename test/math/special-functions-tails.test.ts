import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareTail } from "../../src/math/chi-square-tail.ts";
import { regularizedBeta } from "../../src/math/incomplete-beta.ts";
import { regularizedGamma } from "../../src/math/incomplete-gamma.ts";
import { normalCdf } from "../../src/math/normal-distribution.ts";
import { normalQuantile } from "../../src/math/normal-quantile.ts";
import type { TailProbabilities } from "../../src/math/tail-probabilities.ts";
import reference from "../reference/special-functions.json" with { type: "json" };
import random from "../reference/special-functions-random.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

/** The log of a decimal number that may be too small for a double. */
function logOf(decimal: string): number {
  const [mantissa, exponent = "0"] = decimal.split("e");
  return Math.log(Number(mantissa)) + Number(exponent) * Math.LN10;
}

function expectTails(tails: TailProbabilities, lower = "", upper = "", tolerance = 0, where = ""): void {
  expect(relativeError(tails.lower, Number(lower)), `lower at ${where}`).toBeLessThan(tolerance);
  expect(relativeError(tails.upper, Number(upper)), `upper at ${where}`).toBeLessThan(tolerance);
  // The log of a decimal close to 1 would be rounding of the reference itself.
  if (Number(lower) < 0.9) expect(relativeError(tails.logLower, logOf(lower)), where).toBeLessThan(1e-14);
  if (Number(upper) < 0.9) expect(relativeError(tails.logUpper, logOf(upper)), where).toBeLessThan(1e-14);
}

const parameter = fc.double({ min: -3, max: 4, noNaN: true }).map((log) => 10 ** log);
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe("regularised incomplete beta function", () => {
  it("reaches 30-digit values down to 1e-307, and in logs below", () => {
    const { a_b_x, lower, upper } = reference.ibeta_regularized;
    a_b_x.forEach(([a = 0, b = 0, x = 0], i) => {
      expectTails(regularizedBeta(x, 1 - x, a, b), lower[i], upper[i], 2e-13, `${a}, ${b}, ${x}`);
    });
  });

  it("reaches 25-digit values at random points", () => {
    for (const [a, b, x, lower, upper] of random.beta_tails.rows) {
      const tails = regularizedBeta(Number(x), 1 - Number(x), Number(a), Number(b));
      expectTails(tails, String(lower), String(upper), 2e-14, `${a}, ${b}, ${x}`);
    }
  });

  it("needs no digits of x where 1 − x says more", () => {
    // I_x(1, 3) = 1 − (1−x)³
    expect(relativeError(regularizedBeta(1, 1e-20, 1, 3).upper, 1e-60)).toBeLessThan(1e-13);
    expect(relativeError(regularizedBeta(1e-20, 1, 3, 1).lower, 1e-60)).toBeLessThan(1e-13);
  });

  it("is all or nothing at the ends", () => {
    const nothing = { lower: 0, upper: 1, logLower: Number.NEGATIVE_INFINITY, logUpper: -0 };
    expect(regularizedBeta(0, 1, 2, 3)).toEqual(nothing);
    expect(regularizedBeta(1, 0, 2, 3)).toMatchObject({ lower: 1, upper: 0 });
  });

  it("mirrors: I_x(a, b) = 1 − I_{1−x}(b, a)", () => {
    fc.assert(
      fc.property(parameter, parameter, share, (a, b, x) => {
        const tails = regularizedBeta(x, 1 - x, a, b);
        const mirrored = regularizedBeta(1 - x, x, b, a);
        expect(Math.abs(tails.lower + tails.upper - 1)).toBeLessThan(4e-16);
        expect(relativeError(mirrored.logUpper, tails.logLower)).toBeLessThan(1e-12);
      }),
    );
  });

  it("rises with x", () => {
    fc.assert(
      fc.property(parameter, parameter, share, share, (a, b, x, z) => {
        const [low, high] = [Math.min(x, z), Math.max(x, z)];
        const below = regularizedBeta(low, 1 - low, a, b).lower;
        expect(regularizedBeta(high, 1 - high, a, b).lower).toBeGreaterThanOrEqual(below * (1 - 1e-12));
      }),
    );
  });
});

describe("regularised incomplete gamma functions", () => {
  it("reach 30-digit values down to 1e-307, and in logs below", () => {
    const { a_x, P, Q } = reference.igamma_regularized;
    a_x.forEach(([a = 0, x = 0], i) => {
      expectTails(regularizedGamma(a, x), P[i], Q[i], 1e-13, `${a}, ${x}`);
    });
  });

  it("reach 25-digit values at random points", () => {
    for (const [a, x, P, Q] of random.gamma_tails.rows) {
      const tails = regularizedGamma(Number(a), Number(x));
      expectTails(tails, String(P), String(Q), 1e-13, `${a}, ${x}`);
    }
  });

  it("are all or nothing at the ends", () => {
    expect(regularizedGamma(2, 0)).toMatchObject({ lower: 0, upper: 1 });
    expect(regularizedGamma(2, Number.POSITIVE_INFINITY)).toMatchObject({ lower: 1, upper: 0 });
  });

  it("follow the recurrence P(a+1, x) = P(a, x) − x^a e^(−x) ÷ Γ(a+1)", () => {
    const point = fc.double({ min: 0.001, max: 40, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), point, (a, x) => {
        let step = Math.exp(-x);
        for (let n = 1; n <= a; n++) step *= x / n;
        const { upper, lower } = regularizedGamma(a, x);
        expect(Math.abs(lower + upper - 1)).toBeLessThan(4e-16);
        expect(relativeError(regularizedGamma(a + 1, x).upper, upper + step)).toBeLessThan(1e-13);
      }),
    );
  });
});

describe("tail of the chi-square distribution", () => {
  it("is e^(−x/2) with two degrees of freedom", () => {
    for (const x of [0.1, 3, 40, 600]) {
      expect(relativeError(chiSquareTail(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-13);
    }
  });

  it("is both tails of a squared normal variable with one", () => {
    for (const z of [0.01, 0.5, 1.4, 1.96, 5, 20]) {
      expect(relativeError(chiSquareTail(z * z, 1), 2 * normalCdf(-z))).toBeLessThan(1e-13);
    }
  });

  it("is certain for a statistic of 0, or below it by rounding", () => {
    expect(chiSquareTail(0, 1)).toBe(1);
    expect(chiSquareTail(-1e-15, 3)).toBe(1);
  });
});

describe("normal distribution", () => {
  it("reaches 30-digit values on both sides, as far as doubles go", () => {
    const { z, cdf, sf } = reference.normal_cdf;
    z.forEach((at, i) => {
      expect(relativeError(normalCdf(at), Number(cdf[i])), `below ${at}`).toBeLessThan(1e-15);
      expect(relativeError(normalCdf(-at), Number(sf[i])), `above ${at}`).toBeLessThan(1e-15);
    });
  });

  it("reaches 25-digit values at random points", () => {
    for (const [z, cdf] of random.normal_cdf.rows) {
      expect(relativeError(normalCdf(Number(z)), Number(cdf)), `at ${z}`).toBeLessThan(1e-15);
    }
  });

  it("ends in 0 and 1", () => {
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  });

  it("undoes the quantile", () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: -0.001, noNaN: true }), (log) => {
        const p = 10 ** log;
        // An error of z, relative to z, counts z² times in p.
        const z = normalQuantile(p);
        expect(relativeError(normalCdf(z), p)).toBeLessThan(1e-15 * (1 + z * z) + 2e-15);
      }),
    );
  });
});
