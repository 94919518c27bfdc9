import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { purchaseCells } from "../../src/models/purchase-cells.ts";
import type { WeightedHistory } from "../../src/models/purchase-histories.ts";

const history: fc.Arbitrary<WeightedHistory> = fc
  .record({
    frequency: fc.nat(3),
    recency: fc.nat(6),
    rest: fc.nat(6),
    half: fc.boolean(),
    weight: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ frequency, recency, rest, half, weight }) => {
    // halves of a day are off the grid of days
    const last = frequency === 0 ? 0 : recency + (half ? 0.5 : 0);
    return { frequency, recency: last, T: last + rest, weight };
  });

/** Weights by history, the plain way. */
function merged(rows: readonly WeightedHistory[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { frequency, recency, T, weight = 1 } of rows) {
    const key = `${frequency} ${recency} ${T}`;
    weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return weights;
}

function contentsOf(cells: ReturnType<typeof purchaseCells>): WeightedHistory[] {
  return Array.from({ length: cells.size }, (_, i) => ({
    frequency: cells.frequency[i] ?? -1,
    recency: cells.times[cells.recencyAt[i] ?? -1] ?? -1,
    T: cells.times[cells.ageAt[i] ?? -1] ?? -1,
    weight: cells.weight[i] ?? -1,
  }));
}

describe("purchaseCells", () => {
  it("merges equal histories and sorts them by frequency", () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 200 }), (rows) => {
        const cells = purchaseCells({ unit: "day", rows });
        expect(merged(contentsOf(cells))).toEqual(merged(rows));
        expect(cells.size).toBe(merged(rows).size);
        expect([...cells.frequency]).toEqual([...cells.frequency].sort((a, b) => a - b));
        expect(cells.customers).toBe(rows.reduce((sum, { weight = 1 }) => sum + weight, 0));
      }),
    );
  });

  it("loses nobody where most histories are distinct and merging stops", () => {
    const rows = Array.from({ length: 120_000 }, (_, i) => ({
      frequency: 1 + (i % 37),
      recency: (i * 7) % 5000,
      T: 5000 + ((i * 13) % 3001),
    }));
    const cells = purchaseCells({ unit: "day", rows });
    expect(cells.customers).toBe(120_000);
    expect(merged(contentsOf(cells))).toEqual(merged(rows));
  });

  it("takes every n-th row for a first look", () => {
    const rows = Array.from({ length: 10 }, (_, i) => ({ frequency: i, recency: i, T: 20 }));
    expect([...purchaseCells({ unit: "day", rows }, 3).frequency]).toEqual([0, 3, 6, 9]);
  });
});
