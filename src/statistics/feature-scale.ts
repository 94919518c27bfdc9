import { CompensatedSums } from "../math/compensated-sums.ts";
import { DataError } from "../rows/data-error.ts";
import { weightedQuantiles } from "./feature-quantiles.ts";
import type { FeatureScaling } from "./feature-spec.ts";

/** What is taken from a transformed value, and what the difference is divided by. */
export interface FeatureScale {
  readonly centre: number;
  readonly spread: number;
}

/** The scale of a feature's transformed values, each as often as its weight says; refuses one without spread. */
export function featureScale(
  values: Float64Array,
  weights: Float64Array | null,
  scaling: FeatureScaling,
  name: string,
): FeatureScale {
  const mean = meanOf(values, weights);
  const farthest = farthestFrom(mean, values, weights);
  if (!Number.isFinite(mean) || !Number.isFinite(farthest))
    throw unfit(name, "Values are too large to be added up.");
  // The mean also without scaling: distances stay the same, and digits are not lost to a large offset.
  if (scaling === "none") return { centre: mean, spread: 1 };
  if (!(farthest > Number.EPSILON * Math.abs(mean))) {
    throw unfit(
      name,
      `All rows have the same value, ${values[0]}, so it tells nobody apart and has no scale: leave it out.`,
    );
  }
  if (scaling === "standardise")
    return { centre: mean, spread: deviationOf(values, weights, mean, farthest) };
  const [lower = 0, centre = 0, upper = 0] = weightedQuantiles(values, weights, [0.25, 0.5, 0.75]);
  const spread = upper - lower;
  if (spread > 0) return { centre, spread };
  throw unfit(
    name,
    'At least half of the rows have the same value, so the quartiles have no distance: take scale "standardise".',
  );
}

function unfit(field: string, message: string): DataError {
  return new DataError([{ code: "invalid_value", row: null, field, value: null, message }]);
}

/** Summed up with what rounding cuts off, so that the order of the rows does not matter to the last digit. */
function meanOf(values: Float64Array, weights: Float64Array | null): number {
  const sums = new CompensatedSums(2);
  for (let i = 0; i < values.length; i++) {
    const weight = weights === null ? 1 : (weights[i] as number);
    sums.add(0, weight * (values[i] as number));
    if (weights !== null) sums.add(1, weight);
  }
  return sums.at(0) / (weights === null ? values.length : sums.at(1));
}

/** The largest distance from the mean of all that count. */
function farthestFrom(mean: number, values: Float64Array, weights: Float64Array | null): number {
  let farthest = 0;
  for (let i = 0; i < values.length; i++) {
    if (weights !== null && weights[i] === 0) continue;
    const distance = Math.abs((values[i] as number) - mean);
    if (!(distance <= farthest)) farthest = distance;
  }
  return farthest;
}

/** The standard deviation, worked out in units of the largest distance, so that it cannot overflow. */
function deviationOf(
  values: Float64Array,
  weights: Float64Array | null,
  mean: number,
  farthest: number,
): number {
  const sums = new CompensatedSums(2);
  for (let i = 0; i < values.length; i++) {
    const weight = weights === null ? 1 : (weights[i] as number);
    const share = ((values[i] as number) - mean) / farthest;
    sums.add(0, weight * (share * share));
    if (weights !== null) sums.add(1, weight);
  }
  return farthest * Math.sqrt(sums.at(0) / (weights === null ? values.length : sums.at(1)));
}
