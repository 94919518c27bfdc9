import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/math/random.ts";
import { chooseK } from "../../src/statistics/choose-k.ts";
import { kMeans } from "../../src/statistics/k-means.ts";
import { silhouette } from "../../src/statistics/silhouette.ts";
import reference from "../reference/clustering.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";

describeWithData("chooseK for Ruspini's points", "clustering/ruspini.csv", (path) => {
  it("suggests the four that everybody sees", () => {
    const points = csvRows<"x" | "y">(path).map(({ x, y }) => ({ x: Number(x), y: Number(y) }));
    const choice = chooseK(points, ["x", "y"], { seed: 1, scale: "none" });
    expect(choice.suggested).toBe(4);
    expect(choice.rows.map(({ clusters }) => clusters)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    for (const { clusters, silhouette: average } of reference.ruspiniComputed) {
      expect(choice.rows[clusters - 2]?.silhouette).toBeCloseTo(average, 12);
    }
  });
});

const random = seededRandom(5);
const groups = Array.from({ length: 900 }, (_, i) => ({
  x: 6 * (i % 3) + random.normal(),
  y: 4 * (i % 3) ** 2 + random.normal(),
  weight: 1 + (i % 2),
}));

describe("chooseK", () => {
  it("has the figures of kMeans and silhouette for each number", () => {
    const choice = chooseK(groups, ["x", "y"], { from: 2, to: 5, seed: 3 });
    for (const row of choice.rows) {
      const model = kMeans(groups, ["x", "y"], { clusters: row.clusters, seed: 3 });
      expect(row.withinSumOfSquares).toBe(model.withinSumOfSquares);
      expect(row.betweenShare).toBe(model.betweenShare);
      expect(row.smallestShare).toBe(model.clusters.at(-1)?.share);
      expect(row.silhouette).toBeCloseTo(silhouette(model, groups).average ?? Number.NaN, 12);
    }
    expect(choice).toMatchObject({
      suggested: 3,
      rule: "largest-silhouette",
      starts: 10,
      seed: 3,
      warnings: [],
    });
    expect(JSON.parse(JSON.stringify(choice))).toEqual(choice);
  });

  it("takes weights as repeated rows, in the silhouette too", () => {
    const options = { to: 4, seed: 1, starts: 3 };
    const weighted = chooseK(groups, ["x", "y"], { ...options, weight: "weight" });
    const repeated = chooseK(
      groups.flatMap((row) => new Array<(typeof groups)[number]>(row.weight).fill(row)),
      ["x", "y"],
      options,
    );
    weighted.rows.forEach((row, i) => {
      expect(row.silhouette).toBeCloseTo(repeated.rows[i]?.silhouette ?? Number.NaN, 10);
      expect(row.withinSumOfSquares).toBeCloseTo(repeated.rows[i]?.withinSumOfSquares ?? Number.NaN, 7);
    });
  });

  it("prefers fewer clusters among those within a standard error, if rows are sampled", () => {
    const choice = chooseK(groups, ["x", "y"], { seed: 1, sample: 100 });
    const best = choice.rows.reduce((left, right) =>
      (right.silhouette ?? -1) > (left.silhouette ?? -1) ? right : left,
    );
    const enough = (best.silhouette ?? 0) - (best.standardError ?? 0);
    expect(best.standardError).toBeGreaterThan(0);
    expect(choice.suggested).toBe(choice.rows.find((row) => (row.silhouette ?? -1) >= enough)?.clusters);
  });

  it("goes no further than there are different rows, and takes columns", () => {
    const choice = chooseK({ x: [1, 2, 2, 9, 11] }, ["x"], { seed: 1 });
    expect(choice.rows.map(({ clusters }) => clusters)).toEqual([2, 3, 4]);
    expect(choice.rows.at(-1)).toMatchObject({ withinSumOfSquares: 0, betweenShare: 1 });
  });

  it("warns where there are no clusters", () => {
    const cube = Array.from({ length: 1500 }, () =>
      Object.fromEntries(Array.from("abcdefgh", (name): [string, number] => [name, random.uniform()])),
    ) as unknown as readonly Readonly<Record<"a" | "b" | "c" | "d" | "e" | "f" | "g" | "h", number>>[];
    const choice = chooseK(cube, ["a", "b", "c", "d", "e", "f", "g", "h"], { to: 4, seed: 1, starts: 3 });
    expect(choice.warnings.map(({ code }) => code)).toEqual(["weak-structure"]);
  });
});
