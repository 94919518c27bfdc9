import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/math/random.ts";
import { kMeans } from "../../src/statistics/k-means.ts";
import { silhouette } from "../../src/statistics/silhouette.ts";

const random = seededRandom(11);
const cloud = Array.from({ length: 4000 }, (_, i) => ({
  x: 4 * (i % 3) + random.normal(),
  y: 3 * (i % 2) + random.normal(),
}));
const model = kMeans(cloud, ["x", "y"], { clusters: 4, seed: 1 });

describe("silhouette", () => {
  it("is (b − a) ÷ max(a, b), by hand", () => {
    const rows = [{ x: 0 }, { x: 1 }, { x: 5 }, { x: 7 }];
    const two = kMeans(rows, ["x"], { clusters: 2, seed: 1, scale: "none" });
    // a = 1, 1, 2, 2; b = 6, 5, 4.5, 6.5.
    const values = [5 / 6, 4 / 5, 2.5 / 4.5, 4.5 / 6.5] as const;
    const { average, clusters, measured, standardError } = silhouette(two, rows);
    expect(average).toBeCloseTo((values[0] + values[1] + values[2] + values[3]) / 4, 12);
    expect(clusters.map((cluster) => cluster.average)).toEqual([
      expect.closeTo((values[0] + values[1]) / 2, 12),
      expect.closeTo((values[2] + values[3]) / 2, 12),
    ]);
    expect({ measured, standardError }).toEqual({ measured: 4, standardError: null });
  });

  it("is 0 for a row alone in its cluster, and null where no second cluster has rows", () => {
    const rows = [{ x: 0 }, { x: 1 }, { x: 50 }];
    const two = kMeans(rows, ["x"], { clusters: 2, seed: 1, scale: "none" });
    expect(silhouette(two, rows).clusters[1]).toEqual({ cluster: 2, size: 1, average: 0 });
    expect(silhouette(two, [{ x: 0 }, { x: 1 }])).toEqual({
      average: null,
      standardError: null,
      clusters: [
        { cluster: 1, size: 2, average: null },
        { cluster: 2, size: 0, average: null },
      ],
      measured: 0,
    });
    expect(silhouette(two, []).average).toBeNull();
  });

  it("is the same whatever the order of the rows, and of equal rows", () => {
    const rows = [0, 0, 0, 1, 5, 5, 7].map((x) => ({ x }));
    const two = kMeans(rows, ["x"], { clusters: 2, seed: 1, scale: "none" });
    expect(silhouette(two, [...rows].reverse())).toEqual(silhouette(two, rows));
    // Of the three rows at 0: a = 1/3, b = 17/3; of that at 1: a = 1, b = 14/3; of those at 5: a = 1, b = 4.75; of that at 7: a = 2, b = 6.75.
    const sum = 3 * (1 - 1 / 17) + (1 - 3 / 14) + 2 * (1 - 1 / 4.75) + (1 - 2 / 6.75);
    expect(silhouette(two, rows).average).toBeCloseTo(sum / 7, 12);
  });

  it("is sampled with a standard error that says how far samples lie off", () => {
    const exact = silhouette(model, cloud).average ?? Number.NaN;
    expect(silhouette(model, cloud, { sample: "all" }).average).toBe(exact);
    const errors = Array.from({ length: 60 }, (_, seed) => {
      const { average, standardError, measured } = silhouette(model, cloud, { sample: 300, seed });
      expect(measured).toBe(300);
      return ((average ?? Number.NaN) - exact) / (standardError ?? Number.NaN);
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / 60;
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / 60);
    // 60 standardised errors: their mean has a standard error of 0.13, their root mean square one of 0.09.
    expect(Math.abs(mean)).toBeLessThan(0.4);
    expect(spread).toBeGreaterThan(0.7);
    expect(spread).toBeLessThan(1.3);
    expect(silhouette(model, cloud, { sample: 300, seed: 3 })).toEqual(
      silhouette(model, cloud, { sample: 300, seed: 3 }),
    );
  });
});
