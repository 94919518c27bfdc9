import { type Random, seededRandom } from "../math/random.ts";
import { type ClusterPoints, squaredDistance } from "./k-means-points.ts";

/** Average silhouettes of points in clusters. */
export interface SilhouetteSums {
  /** `null` if fewer than two clusters have points. */
  readonly average: number | null;
  /** Of the average, by sampling; `null` if every row was measured. */
  readonly standardError: number | null;
  /** By cluster; `null` where no row was measured. */
  readonly byCluster: readonly (number | null)[];
  /** Rows measured, each as often as its weight says or as it was drawn. */
  readonly measured: number;
}

/** Rows of a cluster that others are measured against when rows are sampled. */
const REFERENCES = 1000;

/** Points with their weights, and the weight of all they stand for. */
interface References {
  readonly places: Int32Array;
  readonly weights: Float64Array;
  readonly total: number;
}

/** Measures all points if they are at most so many, else a sample of them. */
export function silhouetteSums(
  data: ClusterPoints,
  labels: Int32Array,
  clusters: number,
  plan: { readonly sample: number | "all"; readonly seed: number },
): SilhouetteSums {
  const members: number[][] = Array.from({ length: clusters }, () => []);
  labels.forEach((label, i) => {
    members[label]?.push(i);
  });
  const groups = members.map((places) => referencesOf(data, places));
  const filled = groups.filter(({ total }) => total > 0).length;
  const exact = plan.sample === "all" || data.count <= plan.sample;
  if (filled < 2) {
    return { average: null, standardError: null, byCluster: groups.map(() => null), measured: 0 };
  }
  if (exact) return averages(data, labels, everyPlace(data.count), data.weight, groups, true);
  const random = seededRandom(plan.seed);
  const everybody = referencesOf(data, everyPlace(data.count));
  const targets = drawn(everybody, plan.sample as number, random);
  const references = groups.map((group) => {
    if (group.places.length <= REFERENCES) return group;
    const places = drawn(group, REFERENCES, random);
    return { places, weights: new Float64Array(REFERENCES).fill(1), total: group.total };
  });
  const once = new Float64Array(targets.length).fill(1);
  return averages(data, labels, targets, once, references, false);
}

function everyPlace(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i);
}

function referencesOf({ weight }: ClusterPoints, members: ArrayLike<number>): References {
  const places = Int32Array.from(members);
  const weights = Float64Array.from(places, (place) => weight[place] as number);
  return { places, weights, total: weights.reduce((sum, w) => sum + w, 0) };
}

/** Draws places with a probability in proportion to their weights, with replacement. */
function drawn({ places, weights, total }: References, size: number, random: Random): Int32Array {
  const marks = Float64Array.from({ length: size }, () => random.uniform() * total).sort();
  const result = new Int32Array(size);
  let sum = 0;
  let k = 0;
  for (let i = 0; i < places.length && k < size; i++) {
    sum += weights[i] as number;
    while (k < size && ((marks[k] as number) <= sum || i === places.length - 1)) {
      result[k++] = places[i] as number;
    }
  }
  return result;
}

function averages(
  data: ClusterPoints,
  labels: Int32Array,
  targets: Int32Array,
  weights: Float64Array,
  references: readonly References[],
  exact: boolean,
): SilhouetteSums {
  const sums = new Float64Array(references.length);
  const counts = new Float64Array(references.length);
  let squares = 0;
  targets.forEach((place, k) => {
    const label = labels[place] as number;
    const w = weights[k] as number;
    const value = silhouetteAt(data, place, label, references);
    sums[label] = (sums[label] as number) + w * value;
    counts[label] = (counts[label] as number) + w;
    squares += w * value * value;
  });
  const measured = counts.reduce((sum, count) => sum + count, 0);
  const average = sums.reduce((sum, each) => sum + each, 0) / measured;
  const variance = Math.max(0, squares / measured - average * average);
  return {
    average,
    standardError: exact ? null : Math.sqrt(variance / (measured - 1)),
    byCluster: Array.from(sums, (sum, c) => (counts[c] === 0 ? null : sum / (counts[c] as number))),
    measured,
  };
}

/** (b − a) ÷ max(a, b): a is the mean distance to the others of the own cluster, b that to the nearest other cluster; 0 for a row on its own. */
function silhouetteAt(
  { at, width }: ClusterPoints,
  place: number,
  label: number,
  references: readonly References[],
): number {
  const own = references[label]?.total ?? 0;
  if (own <= 1) return 0;
  let inside = 0;
  let outside = Number.POSITIVE_INFINITY;
  for (let c = 0; c < references.length; c++) {
    const { places, weights, total } = references[c] as References;
    if (total === 0) continue;
    let sum = 0;
    let mass = 0;
    for (let k = 0; k < places.length; k++) {
      const other = (places[k] as number) * width;
      const w = weights[k] as number;
      sum += w * Math.sqrt(squaredDistance(at, place * width, at, other, width));
      mass += w;
    }
    // The row itself is among its own cluster, at a distance of 0.
    if (c === label) inside = (sum / mass) * (own / (own - 1));
    else outside = Math.min(outside, sum / mass);
  }
  const larger = Math.max(inside, outside);
  return larger === 0 ? 0 : (outside - inside) / larger;
}
