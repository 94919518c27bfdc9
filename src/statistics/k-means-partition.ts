import { type ClusterPoints, squaredDistance } from "./k-means-points.ts";

/** Points in clusters, while a search moves them; clusters are places from 0. */
export interface Partition {
  readonly clusters: number;
  /** Coordinates, centre after centre. */
  readonly centres: Float64Array;
  /** The cluster of each point. */
  readonly labels: Int32Array;
  /** Points in each cluster, and their weight. */
  readonly points: Int32Array;
  readonly weight: Float64Array;
}

/** No point in any cluster yet: labels are −1. */
export function emptyPartition(count: number, clusters: number, centres: Float64Array): Partition {
  return {
    clusters,
    centres: centres.slice(),
    labels: new Int32Array(count).fill(-1),
    points: new Int32Array(clusters),
    weight: new Float64Array(clusters),
  };
}

/** Puts each centre at the mean of its points, and counts them. */
export function settleCentres(
  { count, width, at, weight }: ClusterPoints,
  { clusters, centres, labels, points, weight: sizes }: Partition,
): void {
  const sums = new Float64Array(clusters * width);
  points.fill(0);
  sizes.fill(0);
  for (let i = 0, place = 0; i < count; i++) {
    const label = labels[i] as number;
    const w = weight[i] as number;
    points[label] = (points[label] as number) + 1;
    sizes[label] = (sizes[label] as number) + w;
    for (let to = label * width; to < (label + 1) * width; to++) {
      sums[to] = (sums[to] as number) + w * (at[place++] as number);
    }
  }
  for (let c = 0; c < clusters; c++) {
    // A cluster without points keeps its centre until somebody fills it.
    if (points[c] === 0) continue;
    for (let to = c * width; to < (c + 1) * width; to++) {
      centres[to] = (sums[to] as number) / (sizes[c] as number);
    }
  }
}

/**
 * Gives each cluster without points the one that costs most where it is: the farthest from its centre.
 *
 * Only clusters of several points give one away, so that no other becomes empty.
 */
export function fillEmptyClusters(data: ClusterPoints, partition: Partition): void {
  const { clusters, centres, labels, points } = partition;
  const { count, width, at, weight } = data;
  for (let empty = 0; empty < clusters; empty++) {
    if (points[empty] !== 0) continue;
    let farthest = -1;
    let most = -1;
    for (let i = 0; i < count; i++) {
      const label = labels[i] as number;
      if ((points[label] as number) < 2) continue;
      const loss = (weight[i] as number) * squaredDistance(at, i * width, centres, label * width, width);
      if (loss <= most) continue;
      most = loss;
      farthest = i;
    }
    labels[farthest] = empty;
    settleCentres(data, partition);
  }
}

/** Σ weight × squared distance to the centre of each point's cluster. */
export function sumOfSquares({ count, width, at, weight }: ClusterPoints, partition: Partition): number {
  const { centres, labels } = partition;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const label = labels[i] as number;
    sum += (weight[i] as number) * squaredDistance(at, i * width, centres, label * width, width);
  }
  return sum;
}
