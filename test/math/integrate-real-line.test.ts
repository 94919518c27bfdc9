import { describe, expect, it } from "vitest";
import { integrateRealLine } from "../../src/math/integrate-real-line.ts";
import { relativeError } from "../support/relative-error.ts";

describe("integration over the real line", () => {
  it.each([
    ["a normal density", (y: number) => Math.exp(-y * y), Math.sqrt(Math.PI)],
    ["a density far from the centre", (y: number) => Math.exp(-((y - 20) ** 2)), Math.sqrt(Math.PI)],
    ["exponential tails", (y: number) => 1 / Math.cosh(y), Math.PI],
    ["a slow tail", (y: number) => Math.exp(-0.01 * Math.abs(y) - Math.exp(-y)), undefined],
  ])("is exact for %s", (_, f, truth) => {
    const integral = integrateRealLine(f, 0, 1);
    // The slow tail has no closed form with |y|; its two halves are checked against a wider start.
    const expected = truth ?? integrateRealLine(f, 1, 3);
    expect(relativeError(integral, expected)).toBeLessThan(1e-11);
  });

  it("gives the beta function for the smallest and largest parameters", () => {
    const beta = (a: number, b: number): number =>
      integrateRealLine(
        (y) =>
          Math.exp(-a * Math.log1p(Math.exp(-y)) - b * (Math.max(y, 0) + Math.log1p(Math.exp(-Math.abs(y))))),
        Math.log(a / b),
        Math.sqrt(1 / a + 1 / b),
      );
    expect(relativeError(beta(2, 3), 1 / 12)).toBeLessThan(1e-13);
    expect(relativeError(beta(0.5, 0.5), Math.PI)).toBeLessThan(1e-13);
    expect(relativeError(beta(1, 1000), 1 / 1000)).toBeLessThan(1e-12);
  });
});
