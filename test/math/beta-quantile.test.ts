import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile } from "../../src/math/beta-quantile.ts";
import { regularizedBeta } from "../../src/math/incomplete-beta.ts";
import reference from "../reference/beta-quantile.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const parameter = fc.double({ min: -3, max: 7, noNaN: true }).map((log) => 10 ** log);
// At one half both sides may be taken, with another last digit.
const share = fc.double({ min: 1e-12, max: 0.499, noNaN: true });

describe("quantile of the beta distribution", () => {
  it.each(reference.rows)(
    "of Beta(%d, %d) with %d in the %5$s tail has 12 digits on both sides",
    (...row) => {
      const [a, b, probability, side, x, y] = row as [number, number, number, string, string, string];
      const point =
        side === "lower"
          ? betaQuantile(probability, 1 - probability, a, b)
          : betaQuantile(1 - probability, probability, a, b);
      expect(relativeError(point.x, Number(x))).toBeLessThan(1e-12);
      expect(relativeError(point.y, Number(y))).toBeLessThan(1e-12);
    },
  );

  it("is undone by the distribution function", () => {
    fc.assert(
      fc.property(parameter, parameter, share, (a, b, probability) => {
        const { x, y } = betaQuantile(probability, 1 - probability, a, b);
        // What underflows is 0, and 0 has no probability.
        if (x < 1e-300 || y < 1e-300) return;
        const { logLower } = regularizedBeta(x, y, a, b);
        expect(Math.abs(logLower - Math.log(probability))).toBeLessThan(1e-11);
      }),
    );
  });

  it("mirrors: the upper tail of Beta(a, b) is the lower one of Beta(b, a)", () => {
    fc.assert(
      fc.property(parameter, parameter, share, (a, b, probability) => {
        const { x, y } = betaQuantile(probability, 1 - probability, a, b);
        expect(betaQuantile(1 - probability, probability, b, a)).toEqual({ x: y, y: x });
      }),
    );
  });

  it("has closed forms for a = 1 or b = 1", () => {
    // P(θ ≤ x) = x^a, and 1 − (1 − x)^b
    expect(relativeError(betaQuantile(0.008, 0.992, 3, 1).x, 0.2)).toBeLessThan(1e-15);
    expect(relativeError(betaQuantile(0.992, 0.008, 1, 3).y, 0.2)).toBeLessThan(1e-15);
    expect(betaQuantile(0.25, 0.75, 1, 1).x).toBeCloseTo(0.25, 15);
  });

  it("goes to the ends with the probability", () => {
    expect(betaQuantile(0, 1, 2, 3)).toEqual({ x: 0, y: 1 });
    expect(betaQuantile(1, 0, 2, 3)).toEqual({ x: 1, y: 0 });
    expect(betaQuantile(0.025, 0.975, 1e-3, 1e-3)).toEqual({ x: 0, y: 1 });
  });
});
