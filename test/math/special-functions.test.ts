import { describe, expect, it } from "vitest";
import { logGamma, logGammaRatio, logRisingFactorial } from "../../src/math/log-gamma.ts";
import { normalQuantile } from "../../src/math/normal-quantile.ts";
import { digamma, trigamma } from "../../src/math/polygamma.ts";
import reference from "../reference/special-functions.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const TOLERANCE = 1e-14;

function expectAll(inputs: readonly number[], values: readonly string[], f: (x: number) => number): void {
  inputs.forEach((x, i) => {
    if (x <= 0) return;
    expect(relativeError(f(x), Number(values[i])), `at ${x}`).toBeLessThan(TOLERANCE);
  });
}

describe("special functions against 30-digit values", () => {
  it("logGamma", () => expectAll(reference.lgamma.x, reference.lgamma.v_log_abs, logGamma));
  it("digamma", () => expectAll(reference.digamma.x, reference.digamma.v, digamma));
  it("trigamma", () => expectAll(reference.trigamma.x, reference.trigamma.v, trigamma));
  it("normalQuantile", () =>
    expectAll(reference.normal_quantile.p, reference.normal_quantile.z, normalQuantile));

  it("logGammaRatio", () => {
    const { x_d, v } = reference.lgamma_ratio_x_plus_d_minus_x;
    x_d.forEach(([x = 0, d = 0], i) => {
      if (d < 0) return;
      expect(relativeError(logGammaRatio(x, d), Number(v[i])), `at ${x}, ${d}`).toBeLessThan(TOLERANCE);
    });
  });

  it("logGammaRatio gives log B(a, b) without cancellation", () => {
    const { ab, v } = reference.lbeta;
    ab.forEach(([a = 0, b = 0], i) => {
      const [small, large] = a < b ? [a, b] : [b, a];
      const value = logGamma(small) - logGammaRatio(large, small);
      // B(1, 1) = 1: there the value itself is 0
      const error = Number(v[i]) === 0 ? Math.abs(value) : relativeError(value, Number(v[i]));
      expect(error, `at ${a}, ${b}`).toBeLessThan(1e-13);
    });
  });

  it("rising factorials join without a step where the method changes", () => {
    for (const x of [1e-3, 0.3, 5, 1e3]) {
      const stepwise = logRisingFactorial(x, 1000) + Math.log(x + 1000);
      expect(relativeError(logRisingFactorial(x, 1001), stepwise)).toBeLessThan(TOLERANCE);
    }
  });
});
