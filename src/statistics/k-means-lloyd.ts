import {
  type Bounds,
  forget,
  type Neighbours,
  neighboursOf,
  noBounds,
  noteMovements,
} from "./k-means-bounds.ts";
import { fillEmptyClusters, type Partition, settleCentres } from "./k-means-partition.ts";
import type { ClusterPoints } from "./k-means-points.ts";

/** How a search ended. */
export interface SearchEnd {
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Lloyd's search: points to their nearest centre, centres to the mean of their points, until no point moves.
 *
 * With a bound for each point, after Hamerly (2010): by how much the second nearest centre was farther off than the own one. Until centres
 * have moved that far the point cannot change, and nothing is computed. Where it can, centres are tried from the nearest to the own
 * one on, until the rest is too far from that one to matter.
 */
export function lloyd(
  data: ClusterPoints,
  partition: Partition,
  limit: number,
): SearchEnd & { readonly bounds: Bounds } {
  const { count, width } = data;
  const { clusters, centres, weight, points } = partition;
  const bounds = noBounds(count, clusters);
  const sums = new Float64Array(clusters * width);
  const before = new Float64Array(centres.length);
  for (let iteration = 1; iteration <= limit; iteration++) {
    const neighbours = neighboursOf(centres, clusters, width);
    const movers =
      iteration === 1
        ? assignFirst(data, partition, bounds, sums)
        : assignAgain(data, partition, bounds, sums, neighbours);
    if (movers === 0) return { iterations: iteration, converged: true, bounds };
    before.set(centres);
    if (points.includes(0)) {
      settleCentres(data, partition);
      fillEmptyClusters(data, partition);
      for (let place = 0; place < sums.length; place++) {
        sums[place] = (centres[place] as number) * (weight[Math.floor(place / width)] as number);
      }
      // Points have changed clusters behind the bounds' back.
      forget(bounds);
    } else {
      for (let place = 0; place < centres.length; place++) {
        centres[place] = (sums[place] as number) / (weight[Math.floor(place / width)] as number);
      }
    }
    noteMovements(before, centres, width, bounds);
  }
  return { iterations: limit, converged: false, bounds };
}

/** Puts all points into the cluster of their nearest centre. */
function assignFirst(
  { count, width, at, weight }: ClusterPoints,
  partition: Partition,
  { gap, second }: Bounds,
  sums: Float64Array,
): number {
  const { centres, labels } = partition;
  for (let i = 0, from = 0; i < count; i++, from += width) {
    let least = Number.POSITIVE_INFINITY;
    let next = Number.POSITIVE_INFINITY;
    let nearest = 0;
    for (let c = 0, to = 0; to < centres.length; c++) {
      let sum = 0;
      for (let j = 0; j < width; j++, to++) {
        const difference = (at[from + j] as number) - (centres[to] as number);
        sum += difference * difference;
      }
      if (sum < least) {
        next = least;
        least = sum;
        nearest = c;
      } else if (sum < next) next = sum;
    }
    second[i] = Math.sqrt(next);
    gap[i] = (second[i] as number) - Math.sqrt(least);
    labels[i] = nearest;
    countPoint(partition, nearest, weight[i] as number, 1);
    addTo(sums, nearest, at, from, width, weight[i] as number);
  }
  return count;
}

/** Moves points whose nearest centre is another by now, and says how many they are. */
function assignAgain(
  { count, width, at, weight }: ClusterPoints,
  partition: Partition,
  { gap, second, others, drift }: Bounds,
  sums: Float64Array,
  { order, apart }: Neighbours,
): number {
  const { clusters, centres, labels } = partition;
  let movers = 0;
  for (let i = 0; i < count; i++) {
    const label = labels[i] as number;
    if ((gap[i] as number) > (drift[label] as number)) continue;
    const from = i * width;
    let least = 0;
    for (let j = 0, to = label * width; j < width; j++, to++) {
      const difference = (at[from + j] as number) - (centres[to] as number);
      least += difference * difference;
    }
    const own = Math.sqrt(least);
    const other = (second[i] as number) - (others[label] as number);
    if (other > own) {
      gap[i] = other - own + (drift[label] as number);
      continue;
    }
    let next = Number.POSITIVE_INFINITY;
    let reach = Number.POSITIVE_INFINITY;
    // A point as near to another centre stays with its own.
    let nearest = label;
    for (let k = label * (clusters - 1), end = k + clusters - 1; k < end; k++) {
      // This centre and those after it are at least so far from the point.
      if ((apart[k] as number) - own > reach) break;
      const c = order[k] as number;
      let sum = 0;
      for (let j = 0, to = c * width; j < width; j++, to++) {
        const difference = (at[from + j] as number) - (centres[to] as number);
        sum += difference * difference;
      }
      if (sum < least) {
        next = least;
        least = sum;
        nearest = c;
        reach = Math.sqrt(next);
      } else if (sum < next) {
        next = sum;
        reach = Math.sqrt(next);
      }
    }
    second[i] = reach + (others[nearest] as number);
    gap[i] = reach - Math.sqrt(least) + (drift[nearest] as number);
    if (nearest === label) continue;
    movers += 1;
    const w = weight[i] as number;
    labels[i] = nearest;
    countPoint(partition, nearest, w, 1);
    countPoint(partition, label, w, -1);
    addTo(sums, nearest, at, from, width, w);
    addTo(sums, label, at, from, width, -w);
  }
  return movers;
}

/** Counts a point in (sign 1) or out (−1). */
function countPoint({ points, weight }: Partition, cluster: number, w: number, sign: 1 | -1): void {
  points[cluster] = (points[cluster] as number) + sign;
  weight[cluster] = (weight[cluster] as number) + sign * w;
}

function addTo(
  sums: Float64Array,
  cluster: number,
  at: Float64Array,
  from: number,
  width: number,
  w: number,
): void {
  for (let j = 0, to = cluster * width; j < width; j++, to++) {
    sums[to] = (sums[to] as number) + w * (at[from + j] as number);
  }
}
