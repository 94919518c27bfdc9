import type { Random } from "../math/random.ts";
import { type ClusterPoints, squaredDistance } from "./k-means-points.ts";

/**
 * First centres by k-means++: points drawn one after the other, each with a probability in proportion to its squared distance from those drawn before.
 *
 * Of several candidates for each centre the one that lowers the sum of squares most is taken, as Arthur & Vassilvitskii (2007) suggest. No point is
 * drawn twice.
 */
export function firstCentres(data: ClusterPoints, clusters: number, random: Random): Float64Array {
  const { count, width, at, weight } = data;
  const centres = new Float64Array(clusters * width);
  const candidates = 2 + Math.floor(Math.log(clusters));
  let nearest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let spare = new Float64Array(count);
  let best = new Float64Array(count);
  for (let c = 0; c < clusters; c++) {
    let least = Number.POSITIVE_INFINITY;
    for (let candidate = 0; candidate < (c === 0 ? 1 : candidates); candidate++) {
      const drawn = drawPoint(weight, c === 0 ? null : nearest, random);
      let potential = 0;
      for (let i = 0; i < count; i++) {
        const distance = squaredDistance(at, i * width, at, drawn * width, width);
        const now = Math.min(distance, nearest[i] as number);
        spare[i] = now;
        potential += now * (weight[i] as number);
      }
      if (potential >= least) continue;
      least = potential;
      centres.set(at.subarray(drawn * width, (drawn + 1) * width), c * width);
      [best, spare] = [spare, best];
    }
    [nearest, best] = [best, nearest];
  }
  return centres;
}

/** Draws a point with a probability in proportion to its weight × its squared distance. */
function drawPoint(weight: Float64Array, squares: Float64Array | null, random: Random): number {
  let total = 0;
  for (let i = 0; i < weight.length; i++) {
    total += (weight[i] as number) * (squares === null ? 1 : (squares[i] as number));
  }
  let left = random.uniform() * total;
  let last = 0;
  for (let i = 0; i < weight.length; i++) {
    const mass = (weight[i] as number) * (squares === null ? 1 : (squares[i] as number));
    if (mass === 0) continue;
    last = i;
    left -= mass;
    if (left < 0) return i;
  }
  return last;
}
