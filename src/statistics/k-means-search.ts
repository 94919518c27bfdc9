import { type Random, seededRandom } from "../math/random.ts";
import { lloyd } from "./k-means-lloyd.ts";
import { emptyPartition, type Partition, settleCentres, sumOfSquares } from "./k-means-partition.ts";
import type { ClusterPoints } from "./k-means-points.ts";
import { firstCentres } from "./k-means-start.ts";
import { thinnedPoints } from "./k-means-thinning.ts";
import { transferPoints } from "./k-means-transfers.ts";

/** How a search is to go. */
export interface SearchPlan {
  readonly clusters: number;
  readonly starts: number;
  readonly maxIterations: number;
  readonly seed: number;
}

/** The best that a search found. */
export interface SearchResult {
  readonly centres: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  /** How many starts came to the same sum of squares as the best. */
  readonly agreeing: number;
}

/** More points than this are thinned for the starts, to half as many. */
const POINTS_OF_STARTS = 50_000;

/** As many points go on from the best start before all of many do. */
const POINTS_BETWEEN = 200_000;

/** Sums of squares that differ by less are those of one solution. */
const SAME_SUM = 1e-6;

/** Searches from several starts and keeps the best; of many points a sample takes the starts, and all of them go on from the best. */
export function searchClusters(data: ClusterPoints, plan: SearchPlan): SearchResult {
  const random = seededRandom(plan.seed);
  if (data.count <= POINTS_OF_STARTS) return bestStart(data, plan, random);
  const thinned = thinnedPoints(data, POINTS_OF_STARTS / 2);
  // A few points of great weight would leave too little choice.
  const sample = thinned.count < Math.max(1000, 20 * plan.clusters) ? data : thinned;
  const { centres, agreeing } = bestStart(sample, plan, random);
  // Steps over all points are dear: a larger sample takes most of those that are left.
  const nearly =
    data.count > 2 * POINTS_BETWEEN
      ? descend(thinnedPoints(data, POINTS_BETWEEN), plan, centres).centres
      : centres;
  return { ...descend(data, plan, nearly), agreeing };
}

function bestStart(data: ClusterPoints, plan: SearchPlan, random: Random): SearchResult {
  let best = descend(data, plan, firstCentres(data, plan.clusters, random));
  const sums = [best.sum];
  for (let start = 1; start < plan.starts; start++) {
    const found = descend(data, plan, firstCentres(data, plan.clusters, random));
    sums.push(found.sum);
    // Not for a difference that is rounding, which the order of sums decides.
    if (found.sum < best.sum * (1 - 1e-12)) best = found;
  }
  return { ...best, agreeing: sums.filter((sum) => sum <= best.sum * (1 + SAME_SUM)).length };
}

/** Goes down from centres as far as it gets, first by Lloyd's search, then point by point. */
export function descend(
  data: ClusterPoints,
  { clusters, maxIterations }: Pick<SearchPlan, "clusters" | "maxIterations">,
  centres: Float64Array,
): Omit<SearchResult, "agreeing"> & { readonly sum: number } {
  const partition: Partition = emptyPartition(data.count, clusters, centres);
  const first = lloyd(data, partition, maxIterations);
  const last = first.converged
    ? transferPoints(data, partition, first.bounds, maxIterations - first.iterations)
    : { iterations: 0, converged: false };
  // Followed step by step, centres have gathered rounding.
  settleCentres(data, partition);
  return {
    centres: partition.centres,
    sum: sumOfSquares(data, partition),
    iterations: first.iterations + last.iterations,
    converged: last.converged,
  };
}
