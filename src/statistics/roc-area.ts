/** How well a score ranks cases with an outcome before those without. */
export interface RocArea {
  /**
   * Area under the ROC curve: how often the score of a case with the outcome is higher than that of one without, equal ones counting half. 0.5 is
   * chance, 1 is perfect; `null` if a side is empty.
   */
  readonly auc: number | null;
  /** DeLong's standard error of it; `null` where it cannot be told: fewer than two on a side, or no overlap at all. */
  readonly aucStandardError: number | null;
  /** Normal interval of it, cut at 0 and 1; `null` as is the standard error. */
  readonly aucLower: number | null;
  readonly aucUpper: number | null;
}

/**
 * The area under the ROC curve from the ascending scores of cases with the outcome and without.
 *
 * DeLong's variance without comparing pairs: each value needs its place among the other side only, which one walk through both finds.
 */
export function rocArea(withIt: Float64Array, without: Float64Array, z: number): RocArea {
  if (withIt.length === 0 || without.length === 0) {
    return { auc: null, aucStandardError: null, aucLower: null, aucUpper: null };
  }
  const places = placements(withIt, without);
  const auc = mean(places);
  const variance =
    varianceOf(places) / withIt.length + varianceOf(placements(without, withIt)) / without.length;
  // NaN where a side has one member.
  if (!(variance > 0)) return { auc, aucStandardError: null, aucLower: null, aucUpper: null };
  const aucStandardError = Math.sqrt(variance);
  const reach = z * aucStandardError;
  return { auc, aucStandardError, aucLower: Math.max(0, auc - reach), aucUpper: Math.min(1, auc + reach) };
}

/** For each value the share of the others that are smaller, equal ones counting half; both ascend. */
function placements(values: Float64Array, others: Float64Array): Float64Array {
  const places = new Float64Array(values.length);
  let below = 0;
  let upTo = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    while (below < others.length && (others[below] as number) < value) below += 1;
    upTo = Math.max(upTo, below);
    while (upTo < others.length && (others[upTo] as number) === value) upTo += 1;
    places[i] = (below + upTo) / 2 / others.length;
  }
  return places;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** The unbiased variance; NaN for a single value. */
function varianceOf(values: Float64Array): number {
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - centre) ** 2;
  return squares / (values.length - 1);
}
