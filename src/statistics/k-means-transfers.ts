import type { Bounds } from "./k-means-bounds.ts";
import type { SearchEnd } from "./k-means-lloyd.ts";
import type { Partition } from "./k-means-partition.ts";
import { type ClusterPoints, squaredDistance } from "./k-means-points.ts";

/** Gains below this share of what they change are rounding. */
const LOST_BY_ROUNDING = 1e-12;

/**
 * Moves single points as long as that lowers the sum of squares, both centres following at once (Hartigan & Wong 1979).
 *
 * It goes on where Lloyd's search is stuck: a point that leaves draws its old centre away from itself and the new one towards itself, so that even
 * one as near to its own centre can gain. Where it ends, each point is strictly nearest to its own centre. Bounds as in Lloyd's search
 * spare most points.
 */
export function transferPoints(
  data: ClusterPoints,
  partition: Partition,
  known: Bounds,
  limit: number,
): SearchEnd {
  const bounds = boundsFrom(known, partition);
  for (let sweep = 1; sweep <= limit; sweep++) {
    if (transferOnce(data, partition, bounds) === 0) return { iterations: sweep, converged: true };
  }
  return { iterations: limit, converged: false };
}

interface TransferBounds {
  /** No point is farther from its own centre than this + how far the centre has moved. */
  readonly own: Float64Array;
  /** No other centre is nearer than this − `farthest`. */
  readonly other: Float64Array;
  readonly moved: Float64Array;
  /** Σ of the longer movement of each transfer. */
  farthest: number;
  /** Weight of the lightest cluster: it is the easiest to enter. */
  lightest: number;
}

/** What Lloyd's search knew when it ended, its movements taken off. */
function boundsFrom({ gap, second, moved, others }: Bounds, partition: Partition): TransferBounds {
  const { labels, clusters } = partition;
  const own = new Float64Array(labels.length);
  const other = new Float64Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    const farther = second[i] as number;
    own[i] =
      farther === Number.POSITIVE_INFINITY ? 0 : farther - (gap[i] as number) + (moved[label] as number);
    other[i] = farther - (others[label] as number);
  }
  const still = new Float64Array(clusters);
  return { own, other, moved: still, farthest: 0, lightest: lightest(partition) };
}

/** One pass over all points; how many moved. */
function transferOnce(data: ClusterPoints, partition: Partition, bounds: TransferBounds): number {
  const { count, width, at, weight } = data;
  const { clusters, centres, labels, points, weight: sizes } = partition;
  const { own, other, moved } = bounds;
  let transfers = 0;
  for (let i = 0; i < count; i++) {
    const label = labels[i] as number;
    if (points[label] === 1) continue;
    const w = weight[i] as number;
    const size = sizes[label] as number;
    const leaving = size / (size - w);
    const far = (own[i] as number) + (moved[label] as number);
    const near = (other[i] as number) - bounds.farthest;
    if (near > 0 && (near * near * bounds.lightest) / (bounds.lightest + w) > far * far * leaving) continue;
    const from = i * width;
    const ownSquare = squaredDistance(at, from, centres, label * width, width);
    let least = Number.POSITIVE_INFINITY;
    let nearest = Number.POSITIVE_INFINITY;
    let best = label;
    for (let c = 0; c < clusters; c++) {
      if (c === label) continue;
      const square = squaredDistance(at, from, centres, c * width, width);
      if (square < nearest) nearest = square;
      const cost = (square * (sizes[c] as number)) / ((sizes[c] as number) + w);
      if (cost < least) {
        least = cost;
        best = c;
      }
    }
    const saved = ownSquare * leaving;
    if (!(least < saved * (1 - LOST_BY_ROUNDING))) {
      own[i] = Math.sqrt(ownSquare) - (moved[label] as number);
      other[i] = Math.sqrt(nearest) + bounds.farthest;
      continue;
    }
    transfers += 1;
    transfer(data, partition, bounds, i, best);
  }
  return transfers;
}

function transfer(
  { width, at, weight }: ClusterPoints,
  partition: Partition,
  bounds: TransferBounds,
  i: number,
  best: number,
): void {
  const { centres, labels, points, weight: sizes } = partition;
  const label = labels[i] as number;
  const w = weight[i] as number;
  const steps = [
    moveCentre(centres, label, at, i, width, -w / ((sizes[label] as number) - w)),
    moveCentre(centres, best, at, i, width, w / ((sizes[best] as number) + w)),
  ] as const;
  bounds.moved[label] = (bounds.moved[label] as number) + steps[0];
  bounds.moved[best] = (bounds.moved[best] as number) + steps[1];
  bounds.farthest += Math.max(...steps);
  // Its bounds were those of its old cluster.
  bounds.own[i] = Number.POSITIVE_INFINITY;
  labels[i] = best;
  points[label] = (points[label] as number) - 1;
  points[best] = (points[best] as number) + 1;
  sizes[label] = (sizes[label] as number) - w;
  sizes[best] = (sizes[best] as number) + w;
  bounds.lightest = lightest(partition);
}

/** Moves a centre towards a point by a share of the way, and says how far it went. */
function moveCentre(
  centres: Float64Array,
  cluster: number,
  at: Float64Array,
  i: number,
  width: number,
  share: number,
): number {
  let squares = 0;
  for (let j = 0; j < width; j++) {
    const to = cluster * width + j;
    const step = share * ((at[i * width + j] as number) - (centres[to] as number));
    centres[to] = (centres[to] as number) + step;
    squares += step * step;
  }
  return Math.sqrt(squares);
}

function lightest({ weight }: Partition): number {
  let least = Number.POSITIVE_INFINITY;
  for (const size of weight) if (size < least) least = size;
  return least;
}
