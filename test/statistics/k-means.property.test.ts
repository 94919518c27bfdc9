import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/math/random.ts";
import { assignClusters } from "../../src/statistics/cluster-assignment.ts";
import { kMeans } from "../../src/statistics/k-means.ts";
import { lloyd } from "../../src/statistics/k-means-lloyd.ts";
import { emptyPartition } from "../../src/statistics/k-means-partition.ts";
import { clusterPoints } from "../../src/statistics/k-means-points.ts";
import { firstCentres } from "../../src/statistics/k-means-start.ts";
import { shuffled } from "../support/arbitrary-rows.ts";
import { relativeError } from "../support/relative-error.ts";

interface Point {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

// Whole numbers on a small grid: ties in distances and equal rows are common, which is where k-means goes wrong.
const gridPoint = fc.record({
  x: fc.integer({ min: -5, max: 5 }),
  y: fc.integer({ min: 0, max: 8 }),
  weight: fc.constantFrom(1, 2, 4),
});
const freePoint = fc.record({
  x: fc.double({ min: -10, max: 10, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6),
  y: fc.double({ min: 0, max: 3, noNaN: true }).map((y) => Math.round(y * 1e6) / 1e6),
  weight: fc.constantFrom(1, 2, 4),
});

const distinct = (rows: readonly Point[]): number => new Set(rows.map(({ x, y }) => `${x} ${y}`)).size;

const task = fc
  .record({
    rows: fc.oneof(
      fc.array(gridPoint, { minLength: 4, maxLength: 60 }),
      fc.array(freePoint, { minLength: 4, maxLength: 60 }),
    ),
    clusters: fc.integer({ min: 1, max: 6 }),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  .filter(({ rows, clusters }) => distinct(rows) >= Math.max(clusters, 2))
  .filter(({ rows }) => new Set(rows.map(({ x }) => x)).size > 1 && new Set(rows.map(({ y }) => y)).size > 1);

const unscaled = { scale: "none", starts: 2 } as const;

function squared(left: Point, centroid: Readonly<Record<string, number>>): number {
  return (left.x - (centroid["x"] ?? Number.NaN)) ** 2 + (left.y - (centroid["y"] ?? Number.NaN)) ** 2;
}

describe("k-means", () => {
  it("puts rows to their nearest centroid, and centroids to the means of their rows", () => {
    fc.assert(
      fc.property(task, ({ rows, clusters, seed }) => {
        const model = kMeans(rows, ["x", "y"], { ...unscaled, clusters, seed });
        expect(model.converged).toBe(true);
        const assigned = assignClusters(model, rows);
        let within = 0;
        for (const { cluster, centroid, size, withinSumOfSquares } of model.clusters) {
          const members = rows.filter((_, i) => assigned[i]?.cluster === cluster);
          expect(members.length).toBe(size);
          expect(size).toBeGreaterThan(0);
          const mean = (of: (row: Point) => number): number =>
            members.reduce((sum, row) => sum + of(row), 0) / size;
          expect(centroid["x"]).toBeCloseTo(
            mean(({ x }) => x),
            9,
          );
          expect(centroid["y"]).toBeCloseTo(
            mean(({ y }) => y),
            9,
          );
          const squares = members.reduce((sum, row) => sum + squared(row, centroid), 0);
          expect(withinSumOfSquares).toBeCloseTo(squares, 8);
          within += squares;
          for (const row of members) {
            const least = Math.min(...model.clusters.map((other) => squared(row, other.centroid)));
            expect(squared(row, centroid)).toBeLessThanOrEqual(least + 1e-9);
          }
        }
        expect(model.withinSumOfSquares).toBeCloseTo(within, 7);
        expect(model.clusters.map(({ size }) => size)).toEqual(
          model.clusters.map(({ size }) => size).sort((left, right) => right - left),
        );
      }),
    );
  });

  it("adds up: what is within and between clusters is all there is", () => {
    fc.assert(
      fc.property(task, ({ rows, clusters, seed }) => {
        const model = kMeans(rows, ["x", "y"], { ...unscaled, clusters, seed });
        const mean = (of: (row: Point) => number): number =>
          rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
        const middle = { x: mean(({ x }) => x), y: mean(({ y }) => y), weight: 1 };
        const between = model.clusters.reduce(
          (sum, { size, centroid }) => sum + size * squared(middle, centroid),
          0,
        );
        const { withinSumOfSquares, totalSumOfSquares, betweenShare } = model;
        expect(relativeError(withinSumOfSquares + between, totalSumOfSquares)).toBeLessThan(1e-10);
        expect(betweenShare).toBeCloseTo(between / totalSumOfSquares, 10);
      }),
    );
  });

  it("ends where no row can move to another cluster and lower the sum of squares", () => {
    fc.assert(
      fc.property(task, ({ rows, clusters, seed }) => {
        const model = kMeans(rows, ["x", "y"], { ...unscaled, clusters, seed, starts: 1 });
        const assigned = assignClusters(model, rows);
        const groups = (labels: readonly (number | undefined)[]): number =>
          model.clusters.reduce((sum, { cluster }) => {
            const members = rows.filter((_, i) => labels[i] === cluster);
            const mean = (of: (row: Point) => number): number =>
              members.reduce((total, row) => total + of(row), 0) / members.length;
            const centroid = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
            return members.reduce((total, row) => total + squared(row, centroid), sum);
          }, 0);
        const labels = assigned.map(({ cluster }) => cluster);
        const least = groups(labels);
        // Equal rows count as one and go together.
        const keys = rows.map(({ x, y }) => `${x} ${y}`);
        for (const key of new Set(keys)) {
          for (const { cluster } of model.clusters) {
            const moved = labels.map((label, i) => (keys[i] === key ? cluster : label));
            if (new Set(moved).size < clusters) continue;
            expect(groups(moved)).toBeGreaterThanOrEqual(least - 1e-9 * (1 + least));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("never raises the sum of squares from one iteration to the next", () => {
    fc.assert(
      fc.property(task, ({ rows, clusters, seed }) => {
        let before = Number.POSITIVE_INFINITY;
        for (let maxIterations = 1; maxIterations <= 12; maxIterations++) {
          const options = { ...unscaled, clusters, seed, starts: 1, maxIterations };
          const { withinSumOfSquares } = kMeans(rows, ["x", "y"], options);
          expect(withinSumOfSquares).toBeLessThanOrEqual(before + 1e-9 * (1 + withinSumOfSquares));
          before = withinSumOfSquares;
        }
      }),
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(task, fc.array(fc.integer(), { minLength: 1 }), ({ rows, clusters, seed }, order) => {
        const options = { clusters, seed, starts: 2 };
        const model = kMeans(rows, ["x", "y"], options);
        expect(kMeans(shuffled(rows, order), ["x", "y"], options)).toEqual(model);
      }),
    );
  });

  it("takes a row of weight 4 as four rows, also in the scale", () => {
    fc.assert(
      fc.property(task, fc.constantFrom("standardise", "none"), ({ rows, clusters, seed }, scale) => {
        const options = { clusters, seed, starts: 2, scale } as const;
        const weighted = kMeans(rows, ["x", "y"], { ...options, weight: "weight" });
        const repeated = kMeans(
          rows.flatMap((row) => new Array<Point>(row.weight).fill(row)),
          ["x", "y"],
          options,
        );
        expect(weighted).toEqual(repeated);
      }),
    );
  });

  // Powers of 2 change no digit: other units change the last digits, which may decide between clusters that are equally good.
  it("does not depend on units when features are standardised", () => {
    const power = fc.integer({ min: -30, max: 30 });
    fc.assert(
      fc.property(task, power, power, ({ rows, clusters, seed }, first, second) => {
        const options = { clusters, seed };
        const model = kMeans(rows, ["x", "y"], options);
        const scaled = rows.map(({ x, y }) => ({ x: x * 2 ** first, y: y * 2 ** second }));
        const other = kMeans(scaled, ["x", "y"], options);
        expect(other.withinSumOfSquares).toBe(model.withinSumOfSquares);
        expect(assignClusters(other, scaled)).toEqual(assignClusters(model, rows));
        expect(model.totalSumOfSquares).toBeCloseTo(2 * rows.length, 7);
      }),
    );
  });

  it("comes to the same clusters in any units where one division is the best", () => {
    const random = seededRandom(6);
    const rows = Array.from({ length: 300 }, (_, i) => ({
      x: 5 * (i % 3) + random.normal(),
      y: 5 * (i % 2) + random.normal(),
    }));
    const model = kMeans(rows, ["x", "y"], { clusters: 6, seed: 1 });
    const units = rows.map(({ x, y }) => ({ x: 7 + x / 3, y: 1000 * y - 50 }));
    const other = kMeans(units, ["x", "y"], { clusters: 6, seed: 1 });
    expect(relativeError(other.withinSumOfSquares, model.withinSumOfSquares)).toBeLessThan(1e-12);
    expect(assignClusters(other, units).map(({ cluster }) => cluster)).toEqual(
      assignClusters(model, rows).map(({ cluster }) => cluster),
    );
  });
});

describe("Lloyd's search with bounds", () => {
  it("goes the way of Lloyd's search without, step by step", () => {
    const settings = fc.record({
      seed: fc.integer({ min: 0, max: 1e6 }),
      width: fc.integer({ min: 1, max: 4 }),
      clusters: fc.integer({ min: 1, max: 9 }),
      limit: fc.integer({ min: 1, max: 25 }),
    });
    fc.assert(
      fc.property(settings, ({ seed, width, clusters, limit }) => {
        const random = seededRandom(seed);
        const at = Float64Array.from({ length: 200 * width }, (_, i) => random.normal() + 2 * (i % 3));
        const data = clusterPoints(at, width, null);
        const first = firstCentres(data, clusters, random);
        const partition = emptyPartition(data.count, clusters, first);
        lloyd(data, partition, limit);
        expect(Array.from(partition.labels)).toEqual(naiveLabels(data.at, width, first, limit));
      }),
    );
  });
});

/** Labels after so many steps of Lloyd's search as it is defined; no cluster becomes empty in these data. */
function naiveLabels(at: Float64Array, width: number, first: Float64Array, limit: number): number[] {
  const centres = first.slice();
  const clusters = centres.length / width;
  const places = Array.from({ length: at.length / width }, (_, i) => i);
  let labels: number[] = [];
  for (let step = 0; step < limit; step++) {
    labels = places.map((i) => {
      const distances = Array.from({ length: clusters }, (_, c) =>
        Array.from(
          { length: width },
          (_, j) => ((at[i * width + j] ?? 0) - (centres[c * width + j] ?? 0)) ** 2,
        ).reduce((sum, square) => sum + square),
      );
      return distances.indexOf(Math.min(...distances));
    });
    for (let c = 0; c < clusters; c++) {
      const members = places.filter((i) => labels[i] === c);
      expect(members.length).toBeGreaterThan(0);
      for (let j = 0; j < width; j++) {
        const sum = members.reduce((total, i) => total + (at[i * width + j] ?? 0), 0);
        centres[c * width + j] = sum / members.length;
      }
    }
  }
  return labels;
}
