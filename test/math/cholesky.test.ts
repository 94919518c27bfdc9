import { describe, expect, it } from "vitest";
import { cholesky, invertCholesky, solveCholesky } from "../../src/math/cholesky.ts";

const MATRIX = [
  [4, 12, -16],
  [12, 37, -43],
  [-16, -43, 98],
];

describe("Cholesky's factor", () => {
  it("is a lower triangle whose square is the matrix", () => {
    expect(cholesky(MATRIX)).toEqual({
      factor: [
        [2, 0, 0],
        [6, 1, 0],
        [-8, 5, 3],
      ],
      failedAt: null,
    });
  });

  it("solves and inverts", () => {
    const { factor } = cholesky(MATRIX);
    expect(solveCholesky(factor, [-20, -43, 192])).toEqual([1, 2, 3]);
    // The inverse in 36ths.
    const inverse = invertCholesky(factor).map((row) =>
      row.map((value) => Math.round(value * 36 * 1e9) / 1e9),
    );
    expect(inverse).toEqual([
      [1777, -488, 76],
      [-488, 136, -20],
      [76, -20, 4],
    ]);
  });

  it("tells the first row that the rows before say", () => {
    const sums = [
      [1, 2, 3],
      [2, 5, 7],
      [3, 7, 10],
    ];
    expect(cholesky(sums, 1e-12).failedAt).toBe(2);
    expect(cholesky([[0]]).failedAt).toBe(0);
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]).failedAt,
    ).toBe(1);
    expect(cholesky([[Number.NaN]]).failedAt).toBe(0);
  });
});
