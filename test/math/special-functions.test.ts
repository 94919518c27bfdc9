import { describe, expect, it } from "vitest";
import { logBeta } from "../../src/math/log-beta.ts";
import { logGamma, logGammaOnePlus, logGammaRatio, logRisingFactorial } from "../../src/math/log-gamma.ts";
import { log1pMinus } from "../../src/math/log1p-minus.ts";
import { normalQuantile } from "../../src/math/normal-quantile.ts";
import { digamma, trigamma } from "../../src/math/polygamma.ts";
import reference from "../reference/special-functions.json" with { type: "json" };
import random from "../reference/special-functions-random.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const TOLERANCE = 1e-14;

function expectAll(inputs: readonly number[], values: readonly string[], f: (x: number) => number): void {
  inputs.forEach((x, i) => {
    expect(relativeError(f(x), Number(values[i])), `at ${x}`).toBeLessThan(TOLERANCE);
  });
}

/** Relative to the truth, or absolute where it is small: logs cross 0, where no digits can be kept. */
function logError(value: number, truth: number): number {
  return Math.abs(value - truth) / Math.max(1, Math.abs(truth));
}

describe("special functions against 30-digit values", () => {
  it("logGamma", () => expectAll(reference.lgamma.x, reference.lgamma.v_log_abs, logGamma));
  it("digamma", () => expectAll(reference.digamma.x, reference.digamma.v, digamma));
  it("digamma near its root", () =>
    expectAll(reference.digamma_near_root.x, reference.digamma_near_root.v, digamma));
  it("trigamma", () => expectAll(reference.trigamma.x, reference.trigamma.v, trigamma));
  it("normalQuantile", () =>
    expectAll(reference.normal_quantile.p, reference.normal_quantile.z, normalQuantile));

  it("logGammaRatio", () => {
    const { x_d, v } = reference.lgamma_ratio_x_plus_d_minus_x;
    x_d.forEach(([x = 0, d = 0], i) => {
      expect(relativeError(logGammaRatio(x, d), Number(v[i])), `at ${x}, ${d}`).toBeLessThan(TOLERANCE);
    });
  });

  it("logGammaRatio of no step is 0", () => expect(logGammaRatio(0.3, 0)).toBe(0));

  it("logBeta", () => {
    const { ab, v } = reference.lbeta;
    ab.forEach(([a = 0, b = 0], i) => {
      const value = logBeta(a, b);
      // B(1, 1) = 1: there the value itself is 0
      const error = Number(v[i]) === 0 ? Math.abs(value) : relativeError(value, Number(v[i]));
      expect(error, `at ${a}, ${b}`).toBeLessThan(TOLERANCE);
    });
  });

  // The library relies on the engine for these two.
  it("expm1", () => expectAll(reference.expm1.x, reference.expm1.v, Math.expm1));
  it("log1p", () => expectAll(reference.log1p.x, reference.log1p.v, Math.log1p));
});

describe("special functions against 25-digit values at random points", () => {
  it("logGammaRatio keeps the digits of small differences", () => {
    for (const [x, d, v] of random.lgamma_ratio_small_d.rows) {
      expect(relativeError(logGammaRatio(Number(x), Number(d)), Number(v)), `at ${x}, ${d}`).toBeLessThan(
        1e-13,
      );
    }
  });

  it("logBeta", () => {
    for (const [a, b, v] of random.lbeta.rows) {
      expect(logError(logBeta(Number(a), Number(b)), Number(v)), `at ${a}, ${b}`).toBeLessThan(TOLERANCE);
      expect(logBeta(Number(b), Number(a))).toBe(logBeta(Number(a), Number(b)));
    }
  });

  it("digamma near its root", () => {
    for (const [x, v] of random.digamma_near_root.rows) {
      expect(relativeError(digamma(Number(x)), Number(v)), `at ${x}`).toBeLessThan(TOLERANCE);
    }
  });
});

describe("special functions where the method changes", () => {
  it("rising factorials join without a step", () => {
    for (const [x, n] of [0.001, 0.3, 5, 1000].map((each) => [each, 1000] as const)) {
      const stepwise = logRisingFactorial(x, n) + Math.log(x + n);
      expect(relativeError(logRisingFactorial(x, n + 1), stepwise)).toBeLessThan(TOLERANCE);
    }
  });

  it("log Γ(1 + x) keeps the digits of a small x", () => {
    // −γx + π²x² ÷ 12
    const x = 1e-9;
    const series = -0.57721566490153286 * x + (Math.PI * x) ** 2 / 12;
    expect(relativeError(logGammaOnePlus(x), series)).toBeLessThan(TOLERANCE);
    expect(logGammaOnePlus(7)).toBe(logGamma(8));
  });

  it("log(1 + t) − t keeps the digits of a small t", () => {
    expect(relativeError(log1pMinus(1e-5), -1e-10 / 2 + 1e-15 / 3 - 1e-20 / 4)).toBeLessThan(TOLERANCE);
    for (const t of [-0.5, 1]) {
      const beyond = t + Math.sign(t) * 1e-15;
      expect(relativeError(log1pMinus(t), log1pMinus(beyond))).toBeLessThan(TOLERANCE);
    }
    expect(log1pMinus(-1, 1e-300)).toBe(Math.log(1e-300) + 1);
  });

  it("digamma joins its series about the root", () => {
    for (const side of [-0.15, 0.15]) {
      const edge = 1.4616321449683622 + side;
      const step = (digamma(edge + 1e-6) - digamma(edge - 1e-6)) / 2e-6;
      expect(relativeError(step, trigamma(edge))).toBeLessThan(1e-8);
    }
  });

  it("log Γ and its derivatives are infinite at their poles", () => {
    for (const pole of [0, -1, -7]) {
      expect(logGamma(pole)).toBe(Number.POSITIVE_INFINITY);
      expect(Math.abs(digamma(pole))).toBe(Number.POSITIVE_INFINITY);
      expect(trigamma(pole)).toBe(Number.POSITIVE_INFINITY);
    }
  });
});
