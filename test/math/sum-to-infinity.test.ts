import { describe, expect, it } from "vitest";
import { sumToInfinity } from "../../src/math/sum-to-infinity.ts";
import { relativeError } from "../support/relative-error.ts";

describe("sumToInfinity", () => {
  it.each([1, 0.03, 1e-3, 1e-7])("adds a geometric series of rate %s", (rate) => {
    expect(
      relativeError(
        sumToInfinity((t) => -rate * t, 0),
        -1 / Math.expm1(-rate),
      ),
    ).toBeLessThan(1e-13);
  });

  // Riemann's zeta function (DLMF 25.2.1; digits from mpmath).
  it.each([
    [8, 1.004077356197944339],
    [2, 1.644934066848226437],
    [1.5, 2.612375348685488343],
    [1.01, 100.5779433384967837],
    [1.0001, 10000.57722294753897],
    [1.00001, 100000.5772157379391],
  ])("adds the powers t^−%s", (s, zeta) => {
    expect(
      relativeError(
        sumToInfinity((_, logT) => -s * logT, 1),
        zeta,
      ),
    ).toBeLessThan(1e-12);
  });

  it("starts anywhere", () => {
    const rest = Math.PI ** 2 / 6 - 1 - 1 / 4 - 1 / 9;
    expect(
      relativeError(
        sumToInfinity((_, logT) => -2 * logT, 4),
        rest,
      ),
    ).toBeLessThan(1e-13);
  });
});
