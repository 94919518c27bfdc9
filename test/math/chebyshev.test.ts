import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chebyshevSeries, chebyshevValue } from "../../src/math/chebyshev.ts";

describe("Chebyshev series", () => {
  it.each([
    ["exp", Math.exp, -1, 2],
    ["1/(1+x)", (x: number) => 1 / (1 + x), 0, 1],
    ["(1+x)^-40", (x: number) => (1 + x) ** -40, 0, 0.2],
    ["a constant", () => 7, 3, 4],
  ] as const)("stands for %s to the last digits of its size", (_, f, from, to) => {
    const series = chebyshevSeries(f, from, to);
    expect(series).not.toBeNull();
    const size = Math.max(Math.abs(f(from)), Math.abs(f(to)));
    fc.assert(
      fc.property(fc.double({ min: from, max: to, noNaN: true }), (x) => {
        const value = series === null ? Number.NaN : chebyshevValue(series, x);
        expect(Math.abs(value - f(x))).toBeLessThan(5e-14 * size);
      }),
    );
  });

  it("refuses what is not smooth", () => {
    expect(chebyshevSeries(Math.abs, -1, 1)).toBeNull();
    expect(chebyshevSeries((x) => Math.cos(1000 * x), 0, 1)).toBeNull();
    expect(chebyshevSeries(() => Number.NaN, 0, 1)).toBeNull();
  });
});
