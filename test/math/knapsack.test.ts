import { describe, expect, it } from "vitest";
import { fillCapacity } from "../../src/math/knapsack.ts";
import { seededRandom } from "../../src/math/random.ts";

function fill(items: readonly (readonly [number, number])[], capacity: number) {
  const { chosen, ...rest } = fillCapacity(
    Float64Array.from(items, ([profit]) => profit),
    Float64Array.from(items, ([, cost]) => cost),
    capacity,
  );
  return { chosen: [...chosen], ...rest };
}

describe("a capacity", () => {
  it("is filled better than by taking the densest first", () => {
    // The well-known trap: the densest item keeps out the pair that fills the room.
    expect(
      fill(
        [
          [60, 10],
          [100, 20],
          [120, 30],
        ],
        50,
      ),
    ).toEqual({ chosen: [0, 1, 1], profit: 220, cost: 50, bound: 240, shadowPrice: 4, exact: true });
  });

  it("of 0 holds what costs nothing, and nothing that brings nothing", () => {
    expect(
      fill(
        [
          [5, 0],
          [0, 0],
          [-1, 0],
          [7, 0.01],
        ],
        0,
      ),
    ).toEqual({ chosen: [1, 0, 0, 0], profit: 5, cost: 0, bound: 5, shadowPrice: 0, exact: true });
  });

  it("takes equal items as they came", () => {
    expect(
      fill(
        [
          [3, 2],
          [3, 2],
          [3, 2],
        ],
        4,
      ).chosen,
    ).toEqual([1, 1, 0]);
  });

  it("is not missed by the rounding of decimal fractions", () => {
    const found = fill(
      [
        [1, 0.1],
        [1, 0.2],
      ],
      0.3,
    );
    expect([found.profit, found.cost]).toEqual([2, 0.3]);
  });

  it("may be infinite, and there may be nothing to choose from", () => {
    expect(fill([[2, 1e300]], Number.POSITIVE_INFINITY)).toMatchObject({ profit: 2, bound: 2, exact: true });
    expect(fill([], 10)).toEqual({
      chosen: [],
      profit: 0,
      cost: 0,
      bound: 0,
      shadowPrice: 0,
      exact: true,
    });
  });

  it("that is large is filled to within the stated bound", () => {
    const random = seededRandom(1);
    const n = 20_000;
    const profits = Float64Array.from({ length: n }, () => 1 + 99 * random.uniform());
    const costs = Float64Array.from({ length: n }, () => 1 + 99 * random.uniform());
    const { profit, bound, cost, exact, chosen } = fillCapacity(profits, costs, 50_000);
    expect(exact).toBe(false);
    expect(cost).toBeLessThanOrEqual(50_000);
    expect(profit).toBeLessThanOrEqual(bound);
    expect(profit / bound).toBeGreaterThan(0.9999);
    expect(chosen.reduce((sum, flag) => sum + flag, 0)).toBeGreaterThan(1000);
  });

  it("that has room for all needs no search", () => {
    const profits = new Float64Array(5000).fill(2);
    const { exact, profit } = fillCapacity(profits, new Float64Array(5000).fill(1), 5000);
    expect({ exact, profit }).toEqual({ exact: true, profit: 10_000 });
  });
});
