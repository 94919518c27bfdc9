import { ascendingOrder } from "./ascending-order.ts";

/**
 * Quantiles as `quantile` gives them of rows each of which stands for as many as its weight says.
 *
 * Weights that are not whole are no counts: they are scaled to 1 on average first.
 *
 * @param shares Between 0 and 1, in any order.
 */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array | null,
  shares: readonly number[],
): readonly number[] {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const { places } = ascendingOrder(values.map((value) => value - least));
  const counted = weights?.every(Number.isInteger) ?? true;
  const total = weights === null ? values.length : weights.reduce((sum, weight) => sum + weight, 0);
  const unit = counted ? 1 : total / values.length;
  const until = new Float64Array(values.length);
  let sum = 0;
  places.forEach((place, k) => {
    sum += (weights === null ? 1 : (weights[place] as number)) / unit;
    until[k] = sum;
  });
  const at = (place: number): number => values[places[firstAbove(until, place)] as number] as number;
  return shares.map((share) => {
    const place = Math.max(0, sum - 1) * share;
    const below = Math.floor(place);
    const low = at(below);
    return low + (place - below) * (at(below + 1) - low);
  });
}

/** The first place where the sum is above a number; the last place if there is none. */
function firstAbove(sums: Float64Array, limit: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
