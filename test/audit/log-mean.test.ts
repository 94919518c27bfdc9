import { describe, expect, it } from "vitest";
import { logMean } from "../../src/audit/log-mean.ts";
import { relativeError } from "../support/relative-error.ts";

/** By mpmath with 50 digits. */
const KNOWN = [
  [2, 1, 1.4426950408889634],
  [0.001, 10000, 620.4206263911481],
  [1.0000001, 1, 1.0000000499999993],
  [100.01, 100, 100.00499991667084],
  [1e300, 1e-300, 7.238241365054197e296],
  [0.5000001, 1, 0.7213475843118733],
  [0.4999999, 1, 0.7213474565770853],
] as const;

describe("the logarithmic mean", () => {
  it.each(KNOWN)("of %d and %d is exact, either way round", (a, b, mean) => {
    expect(relativeError(logMean(a, b), mean)).toBeLessThan(1e-14);
    expect(relativeError(logMean(b, a), mean)).toBeLessThan(1e-14);
  });

  it("of equal numbers is the number", () => {
    expect(logMean(7.3, 7.3)).toBe(7.3);
  });
});
