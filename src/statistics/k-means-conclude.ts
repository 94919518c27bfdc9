import { DataError } from "../rows/data-error.ts";
import type { FeatureSpace } from "./feature-space.ts";
import { untransformed } from "./feature-transform.ts";
import type { Cluster, KMeansModel } from "./k-means-model.ts";
import { nearestCentres } from "./k-means-nearest.ts";
import type { ClusterPoints } from "./k-means-points.ts";
import type { SearchPlan, SearchResult } from "./k-means-search.ts";
import { clusterWarnings } from "./k-means-warnings.ts";

/** Refuses more clusters than there are different rows, and rows too far apart for sums of squares. */
export function refuseTooFew({ count, at }: ClusterPoints, clusters: number): void {
  if (count < clusters) {
    const message = `There are only ${count} different rows, too few for ${clusters} clusters: ask for at most ${count}.`;
    throw new DataError([
      { code: "not_enough_data", row: null, field: "clusters", value: clusters, message },
    ]);
  }
  let farthest = 0;
  for (let place = 0; place < at.length; place++)
    farthest = Math.max(farthest, Math.abs(at[place] as number));
  if (farthest < 1e140 && (farthest > 1e-140 || count === 1)) return;
  const message = `Values differ by up to ${farthest.toPrecision(3)}, whose squares cannot be added up: take scale "standardise".`;
  throw new DataError([{ code: "invalid_value", row: null, field: "features", value: farthest, message }]);
}

/** Numbers the clusters, counts their rows and turns centres back into the features' units. */
export function concludeClusters(
  { features, points }: FeatureSpace,
  plan: SearchPlan,
  { centres, iterations, converged, agreeing }: SearchResult,
): KMeansModel {
  const { width } = points;
  const { size, squares } = clusterSums(points, centres, plan.clusters);
  const total = size.reduce((sum, each) => sum + each, 0);
  const positions = size.map((_, c) => Array.from(centres.subarray(c * width, (c + 1) * width)));
  const order = size.map((_, c) => c).sort((left, right) => bySize(size, positions, left, right));
  const clusters = order.map((c, k): Cluster => {
    const position = positions[c] as number[];
    const centroid = features.map(({ name, transform, centre, spread, weight }, j): [string, number] => {
      const scaled = ((position[j] as number) * spread) / Math.sqrt(weight);
      return [name, untransformed(centre + scaled, transform)];
    });
    return {
      cluster: k + 1,
      size: size[c] as number,
      share: (size[c] as number) / total,
      centroid: Object.fromEntries(centroid),
      position,
      withinSumOfSquares: squares[c] as number,
    };
  });
  const withinSumOfSquares = squares.reduce((sum, each) => sum + each, 0);
  const totalSumOfSquares = totalSquares(points, total);
  const { starts, seed } = plan;
  return {
    kind: "k-means",
    version: 1,
    features,
    clusters,
    size: total,
    withinSumOfSquares,
    totalSumOfSquares,
    // One cluster explains nothing, and rounding must not make it less.
    betweenShare: totalSumOfSquares > 0 ? Math.max(0, 1 - withinSumOfSquares / totalSumOfSquares) : null,
    iterations,
    converged,
    starts,
    startsAgreeing: agreeing,
    seed,
    warnings: clusterWarnings({ clusters, total, converged, starts, agreeing, iterations }),
  };
}

/** Larger clusters first, those of equal size by their centres, so that numbers do not depend on the search. */
function bySize(
  size: readonly number[],
  positions: readonly (readonly number[])[],
  left: number,
  right: number,
): number {
  const difference = (size[right] as number) - (size[left] as number);
  if (difference !== 0) return difference;
  const [first = [], second = []] = [positions[left], positions[right]];
  const j = first.findIndex((coordinate, k) => coordinate !== second[k]);
  return j < 0 ? 0 : (first[j] as number) - (second[j] as number);
}

/** Weight and squared distances of the rows nearest to each centre. */
function clusterSums(
  { width, at, weight }: ClusterPoints,
  centres: Float64Array,
  clusters: number,
): { readonly size: number[]; readonly squares: number[] } {
  const size = new Array<number>(clusters).fill(0);
  const squares = new Array<number>(clusters).fill(0);
  const { labels, distances } = nearestCentres(at, width, centres);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    const w = weight[i] as number;
    size[label] = (size[label] as number) + w;
    squares[label] = (squares[label] as number) + w * (distances[i] as number) ** 2;
  }
  return { size, squares };
}

/** Σ weight × squared distance from the mean of all. */
function totalSquares({ count, width, at, weight }: ClusterPoints, total: number): number {
  let squares = 0;
  for (let j = 0; j < width; j++) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += (weight[i] as number) * (at[i * width + j] as number);
    const mean = sum / total;
    for (let i = 0; i < count; i++) {
      squares += (weight[i] as number) * ((at[i * width + j] as number) - mean) ** 2;
    }
  }
  return squares;
}
