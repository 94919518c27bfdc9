import { ascendingOrder } from "./ascending-order.ts";

/** Places of rows in the space of the scaled features, each place once. */
export interface ClusterPoints {
  readonly count: number;
  /** Features. */
  readonly width: number;
  /** Coordinates, point after point. */
  readonly at: Float64Array;
  /** For how many rows each point stands. */
  readonly weight: Float64Array;
}

/**
 * The points of rows, in an order that depends on the points alone: rows in another order, or the same row twice instead of one of weight 2,
 * come to the same clusters.
 *
 * They are sorted along a direction in which practically no two different points meet.
 *
 * @param at Coordinates, row after row.
 * @param weights For each row for how many it stands; rows of weight 0 are left out. `null` if each stands for itself.
 */
export function clusterPoints(at: Float64Array, width: number, weights: Float64Array | null): ClusterPoints {
  const order = orderOf(at, width, weights);
  const packed = new Float64Array(order.length * width);
  const weight = new Float64Array(order.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const w = weights === null ? 1 : (weights[row] as number);
    const from = row * width;
    const to = count * width;
    if (count > 0 && same(at, from, packed, to - width, width)) {
      weight[count - 1] = (weight[count - 1] as number) + w;
      continue;
    }
    for (let j = 0; j < width; j++) packed[to + j] = at[from + j] as number;
    weight[count] = w;
    count += 1;
  }
  return { count, width, at: packed.subarray(0, count * width), weight: weight.subarray(0, count) };
}

/** Rows of weight above 0 along the direction, those at one point of it by their coordinates. */
function orderOf(at: Float64Array, width: number, weights: Float64Array | null): Int32Array {
  const rows = at.length / width;
  const { values, places } = ascendingOrder(alongDirection(at, width));
  for (let i = 0; i < rows; ) {
    let end = i + 1;
    while (end < rows && values[end] === values[i]) end++;
    if (end - i > 1) sortRun(places.subarray(i, end), at, width);
    i = end;
  }
  return weights === null ? places : places.filter((row) => (weights[row] as number) > 0);
}

/** How far along the direction each row lies, from 0. */
function alongDirection(at: Float64Array, width: number): Float64Array {
  const along = new Float64Array(at.length / width);
  const slants = Float64Array.from({ length: width }, (_, j) => slant(j));
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, place = 0; i < along.length; i++) {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (at[place++] as number) * (slants[j] as number);
    along[i] = sum;
    if (sum < least) least = sum;
  }
  for (let i = 0; i < along.length; i++) along[i] = (along[i] as number) - least;
  return along;
}

/** Between 1 and 2, and in no simple proportion to each other: fractions of multiples of the golden ratio. */
function slant(feature: number): number {
  return 1 + (((feature + 1) * 0.6180339887498949) % 1);
}

function sortRun(places: Int32Array, at: Float64Array, width: number): void {
  const first = (places[0] as number) * width;
  if (places.every((row) => same(at, row * width, at, first, width))) return;
  places.sort((left, right) => compared(at, left * width, right * width, width));
}

function compared(at: Float64Array, left: number, right: number, width: number): number {
  for (let j = 0; j < width; j++) {
    const difference = (at[left + j] as number) - (at[right + j] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function same(left: Float64Array, from: number, right: Float64Array, to: number, width: number): boolean {
  for (let j = 0; j < width; j++) if (left[from + j] !== right[to + j]) return false;
  return true;
}

/** Squared distance between two places of two lists of coordinates. */
export function squaredDistance(
  left: Float64Array,
  from: number,
  right: Float64Array,
  to: number,
  width: number,
): number {
  let sum = 0;
  for (let j = 0; j < width; j++) {
    const difference = (left[from + j] as number) - (right[to + j] as number);
    sum += difference * difference;
  }
  return sum;
}
