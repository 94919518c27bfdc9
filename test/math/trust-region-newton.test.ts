import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetricEigen } from "../../src/math/symmetric-eigen.ts";
import { maximise, type Objective } from "../../src/math/trust-region-newton.ts";

const everywhere = { lower: [-100, -100], upper: [100, 100] };

/** Rosenbrock's valley, upside down: curved, narrow, and not concave at the usual start. */
const rosenbrock: Objective = ([x = 0, y = 0]) => ({
  value: -((1 - x) ** 2 + 100 * (y - x * x) ** 2),
  gradient: [2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)],
  hessian: [
    [-2 + 400 * y - 1200 * x * x, 400 * x],
    [400 * x, -200],
  ],
});

describe("trust-region Newton", () => {
  it("finds the end of a curved valley", () => {
    const { point, converged, evaluations } = maximise(rosenbrock, [-1.2, 1], everywhere);
    expect(converged).toBe(true);
    expect(point[0]).toBeCloseTo(1, 8);
    expect(point[1]).toBeCloseTo(1, 8);
    expect(evaluations).toBeLessThan(60);
  });

  it("leaves a saddle", () => {
    const saddle: Objective = ([x = 0, y = 0]) => ({
      value: x * x - x ** 4 - y * y,
      gradient: [2 * x - 4 * x ** 3, -2 * y],
      hessian: [
        [2 - 12 * x * x, 0],
        [0, -2],
      ],
    });
    const { point, converged } = maximise(saddle, [1e-3, 2], everywhere);
    expect(converged).toBe(true);
    expect(Math.abs(point[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 8);
  });

  it("stops at the limit of the box and says which", () => {
    const slope: Objective = ([x = 0, y = 0]) => ({
      value: x - y * y,
      gradient: [1, -2 * y],
      hessian: [
        [0, 0],
        [0, -2],
      ],
    });
    const { point, atLimit, converged } = maximise(slope, [0, 1], { lower: [-5, -5], upper: [5, 5] });
    expect(converged).toBe(true);
    expect(point[0]).toBe(5);
    expect(point[1]).toBeCloseTo(0, 8);
    expect(atLimit).toEqual([0]);
  });

  it("tells when it did not arrive", () => {
    const endless: Objective = ([x = 0, y = 0]) => ({
      value: x,
      gradient: [1, 0],
      hessian: [
        [0, 0],
        [0, -1 - y * 0],
      ],
    });
    const far = { lower: [-1e9, -1], upper: [1e9, 1] };
    expect(maximise(endless, [0, 0], far).converged).toBe(false);
  });
});

describe("eigenvalues of symmetric matrices", () => {
  it("rebuild the matrix", () => {
    const entry = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 10, maxLength: 10 }), (e) => {
        const at = (i: number, j: number): number =>
          e[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)] ?? 0;
        const matrix = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => at(i, j)));
        const { values, vectors } = symmetricEigen(matrix);
        const size = Math.max(1, ...e.map(Math.abs));
        for (let i = 0; i < 4; i++) {
          for (let j = 0; j < 4; j++) {
            const rebuilt = values.reduce(
              (sum, value, k) => sum + value * (vectors[i]?.[k] ?? 0) * (vectors[j]?.[k] ?? 0),
              0,
            );
            expect(Math.abs(rebuilt - at(i, j)) / size).toBeLessThan(1e-12);
          }
        }
      }),
    );
  });
});
