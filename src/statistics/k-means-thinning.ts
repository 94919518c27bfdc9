import type { ClusterPoints } from "./k-means-points.ts";

/**
 * About so many points in place of many: every so-and-so-many-th row, with the weight of those it stands for.
 *
 * Points are sorted along a direction, so that the sample is spread over it evenly, and it needs no luck.
 */
export function thinnedPoints({ count, width, at, weight }: ClusterPoints, size: number): ClusterPoints {
  let total = 0;
  for (let i = 0; i < count; i++) total += weight[i] as number;
  const step = total / size;
  const places: number[] = [];
  const weights: number[] = [];
  let reached = -step / 2;
  for (let i = 0; i < count; i++) {
    reached += weight[i] as number;
    if (reached < 0) continue;
    const steps = Math.floor(reached / step) + 1;
    reached -= steps * step;
    places.push(i);
    weights.push(steps);
  }
  const thinned = new Float64Array(places.length * width);
  places.forEach((place, k) => {
    thinned.set(at.subarray(place * width, (place + 1) * width), k * width);
  });
  return { count: places.length, width, at: thinned, weight: Float64Array.from(weights) };
}
