import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countUpTo, denseRanks } from "../../src/math/dense-ranks.ts";
import { FenwickTree } from "../../src/math/fenwick-tree.ts";

describe("dense ranks", () => {
  it("are places among the distinct values", () => {
    expect(denseRanks(Float64Array.of(3, -1, 3, 0.5))).toEqual({
      ranks: Int32Array.of(2, 0, 2, 1),
      distinct: Float64Array.of(-1, 0.5, 3),
    });
    expect(denseRanks(new Float64Array(0)).distinct).toHaveLength(0);
  });

  it("count what is at most a value", () => {
    const ascending = [1, 2, 2, 5, 9];
    expect([0, 1, 2, 4, 5, 10].map((value) => countUpTo(ascending, value))).toEqual([0, 1, 3, 3, 4, 5]);
    expect([0, 2, 5].map((value) => countUpTo(ascending, value, 2, 4))).toEqual([0, 1, 2]);
  });
});

describe("the Fenwick tree", () => {
  it("has the sums of a list that changes", () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: -5, max: 5 }));
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const tree = new FenwickTree(13);
        const list = new Array<number>(13).fill(0);
        for (const [place, value] of changes) {
          tree.add(place, value);
          list[place] = (list[place] ?? 0) + value;
        }
        list.forEach((_, place) => {
          expect(tree.before(place)).toBe(list.slice(0, place).reduce((a, b) => a + b, 0));
        });
        expect(tree.total).toBe(list.reduce((a, b) => a + b));
      }),
    );
  });
});
