import { describe, expect, it } from "vitest";
import { logBetaRatio } from "../../src/math/log-beta-ratio.ts";
import {
  crossDifference,
  digammaDifference,
  trigammaDifference,
} from "../../src/math/polygamma-difference.ts";
import reference from "../reference/bdw-special-functions.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const rows = reference.rows as readonly (readonly (number | string)[])[];

describe("differences of gamma functions against 25-digit values", () => {
  it.each([
    ["logBetaRatio", 3, (a: number, b: number, d: number) => logBetaRatio(a, b, d)],
    ["digammaDifference", 4, (_: number, b: number, d: number) => digammaDifference(b, d)],
    ["trigammaDifference", 5, (_: number, b: number, d: number) => trigammaDifference(b, d)],
  ] as const)(
    "%s keeps its digits, however small beside what it is the difference of",
    (_name, column, f) => {
      for (const row of rows) {
        const [a = 0, b = 0, d = 0] = row.map(Number);
        expect(relativeError(f(a, b, d), Number(row[column])), `a=${a} b=${b} d=${d}`).toBeLessThan(1e-12);
      }
    },
  );

  it.each([
    ["digammaDifference", 6, digammaDifference],
    ["trigammaDifference", 7, trigammaDifference],
  ] as const)("crossDifference of %s loses no more than the wider step must", (_name, column, f) => {
    for (const row of rows) {
      const [a = 0, b = 0, d = 0] = row.map(Number);
      const value = crossDifference(f, b, a, d);
      const lost = 1 + b / Math.max(a, d);
      expect(relativeError(value, Number(row[column])) / lost, `a=${a} b=${b} d=${d}`).toBeLessThan(1e-12);
      expect(crossDifference(f, b, d, a)).toBe(value);
    }
  });

  it("logBetaRatio is 0 for no step", () => {
    expect(logBetaRatio(0.3, 2, 0)).toBe(0);
  });

  it("logBetaRatio of whole steps is a product of rationals", () => {
    expect(logBetaRatio(1, 1, 1)).toBeCloseTo(Math.log(1 / 2), 15);
    expect(logBetaRatio(2, 3, 2)).toBeCloseTo(Math.log(((3 / 5) * 4) / 6), 15);
  });
});
