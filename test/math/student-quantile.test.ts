import { expect, it } from "vitest";
import { studentQuantile } from "../../src/math/student-quantile.ts";
import reference from "../reference/student-quantile.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

it("the quantiles of Student's t agree with 50-digit values", () => {
  for (const { p, degreesOfFreedom, quantile } of reference.rows) {
    expect(relativeError(studentQuantile(p, degreesOfFreedom), Number(quantile))).toBeLessThan(1e-12);
  }
});

it("the median of Student's t is 0", () => {
  expect(studentQuantile(0.5, 7)).toBeCloseTo(0, 12);
});
