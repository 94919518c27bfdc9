import { kmeans } from "ml-kmeans";
import { kMeans } from "../../src/statistics/k-means.ts";
import { lloyd } from "../../src/statistics/k-means-lloyd.ts";
import { emptyPartition } from "../../src/statistics/k-means-partition.ts";
import { clusterPoints } from "../../src/statistics/k-means-points.ts";
import { descend } from "../../src/statistics/k-means-search.ts";
import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import type { KMeansTask } from "./tasks.ts";
import { drawnColumns, firstRows, flatRows } from "./workload.ts";

export interface KMeansRun {
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  readonly withinSumOfSquares: number;
  readonly iterations: number;
}

/** Centres, one after the other, and how they were come by. */
interface Found {
  readonly centres: Float64Array;
  readonly iterations: number;
}

/** What ml-kmeans does unless told otherwise. */
const ITERATIONS = 100;

const task = JSON.parse(process.argv[2] ?? "{}") as KMeansTask;
process.stdout.write(JSON.stringify(await times()));

async function times(): Promise<KMeansRun> {
  const { rows, features, clusters } = task;
  const search = searchOf();
  await collectGarbage();
  const first = await measured(search);
  const warm: Cost[] = [];
  for (let run = 0; run < task.runs; run++) {
    await collectGarbage();
    warm.push((await measured(search)).cost);
  }
  const { centres, iterations } = first.result;
  const flat = flatRows(Object.values(drawnColumns(rows, features, clusters)));
  return {
    cold: first.cost,
    warm,
    withinSumOfSquares: sumOfSquares(flat, centres, features),
    iterations,
  };
}

/** Made in a function of its own, so that nobody holds what another way needs. */
function searchOf(): () => Found {
  const { way, rows, features, clusters } = task;
  const columns = drawnColumns(rows, features, clusters);
  if (way === "kMeans, 10 starts") {
    return () => {
      const model = kMeans(columns, Object.keys(columns), { clusters, seed: 1, scale: "none" });
      const { iterations } = model;
      const centres = model.clusters.flatMap(({ centroid }) => Object.values(centroid));
      return { centres: Float64Array.from(centres), iterations };
    };
  }
  const flat = flatRows(Object.values(columns));
  const first = firstRows(flat, features, clusters);
  if (way === "ml-kmeans") {
    const listed = (list: Float64Array): number[][] =>
      Array.from({ length: list.length / features }, (_, i) =>
        Array.from(list.subarray(i * features, (i + 1) * features)),
      );
    const data = listed(flat);
    return () => {
      const { centroids, iterations } = kmeans(data, clusters, {
        initialization: listed(first),
        maxIterations: ITERATIONS,
      });
      return { centres: Float64Array.from(centroids.flat()), iterations };
    };
  }
  // Sorting the rows is part of the search.
  if (way === "same start, to the end") {
    return () => descend(clusterPoints(flat, features, null), { clusters, maxIterations: 1000 }, first);
  }
  return () => {
    const points = clusterPoints(flat, features, null);
    const partition = emptyPartition(points.count, clusters, first);
    const { iterations } = lloyd(points, partition, ITERATIONS);
    return { centres: partition.centres, iterations };
  };
}

/** Σ squared distance of the rows to their nearest centre. */
function sumOfSquares(flat: Float64Array, centres: Float64Array, width: number): number {
  let total = 0;
  for (let from = 0; from < flat.length; from += width) {
    let least = Infinity;
    for (let to = 0; to < centres.length; to += width) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += ((flat[from + j] ?? 0) - (centres[to + j] ?? 0)) ** 2;
      least = Math.min(least, sum);
    }
    total += least;
  }
  return total;
}
