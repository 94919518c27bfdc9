import { wilsonInterval } from "../statistics/proportion-interval.ts";

/** What comes of calling everybody churned whose signal is at least a threshold. */
export interface ThresholdRow {
  readonly threshold: number;
  /** Customers whose signal is at least that. */
  readonly flagged: number;
  /** Those of them who left. */
  readonly truePositives: number;
  /** Those of them who bought again. */
  readonly falsePositives: number;
  /** Share of the flagged who left; `null` if nobody is flagged, as are its limits and the lift. */
  readonly precision: number | null;
  readonly precisionLower: number | null;
  readonly precisionUpper: number | null;
  /** Share of those who left that are flagged (sensitivity); `null` if nobody left, as are its limits. */
  readonly recall: number | null;
  readonly recallLower: number | null;
  readonly recallUpper: number | null;
  /** Share of those who bought again that are not flagged; `null` if nobody did. */
  readonly specificity: number | null;
  /** Harmonic mean of precision and recall; `null` if nobody left and nobody is flagged. */
  readonly f1: number | null;
  /** Precision ÷ share of all who left: how many times better than flagging at random. */
  readonly lift: number | null;
}

/** The table of thresholds of a signal, and the best of all by F1. */
export interface ThresholdTable {
  /** By ascending threshold: all distinct values of the signal or a hundred of its quantiles, and those that were asked for. */
  readonly thresholds: readonly ThresholdRow[];
  /** The threshold with the highest F1 among all values of the signal; the higher of equals; `null` if nobody left. */
  readonly bestF1: ThresholdRow | null;
}

/** The table from the ascending signals of both sides. */
export function thresholdTable(
  left: Float64Array,
  stayed: Float64Array,
  asked: readonly number[],
  z: number,
): ThresholdTable {
  const all = ascendingOfBoth(left, stayed);
  const distinct = distinctValues(all);
  const best = left.length === 0 ? null : bestThreshold(left, stayed, distinct);
  const chosen = new Set(asked);
  if (best !== null) chosen.add(best);
  for (const value of quantiles(all, distinct)) chosen.add(value);
  const ascending = Float64Array.from(chosen).sort();
  const thresholds = Array.from(ascending, (threshold) => thresholdRow(threshold, left, stayed, z));
  return { thresholds, bestF1: thresholds.find(({ threshold }) => threshold === best) ?? null };
}

const MOST_THRESHOLDS = 100;

/** Each value that occurs, ascending. */
function distinctValues(all: Float64Array): Float64Array {
  return all.filter((value, i) => i === 0 || value !== all[i - 1]);
}

function ascendingOfBoth(left: Float64Array, stayed: Float64Array): Float64Array {
  const all = new Float64Array(left.length + stayed.length);
  all.set(left);
  all.set(stayed, left.length);
  return all.sort();
}

/** Values that flag about 100, 99, …, 1 % of the customers. */
function quantiles(all: Float64Array, distinct: Float64Array): Float64Array {
  if (distinct.length <= MOST_THRESHOLDS) return distinct;
  return Float64Array.from(
    { length: MOST_THRESHOLDS },
    (_, i) => all[Math.floor((i * all.length) / MOST_THRESHOLDS)] as number,
  );
}

/** From the highest value down, so that of equals the higher is kept. */
function bestThreshold(left: Float64Array, stayed: Float64Array, distinct: Float64Array): number {
  let best = distinct[0] as number;
  let highest = -1;
  let gone = left.length;
  let here = stayed.length;
  for (let i = distinct.length - 1; i >= 0; i--) {
    const value = distinct[i] as number;
    while (gone > 0 && (left[gone - 1] as number) >= value) gone -= 1;
    while (here > 0 && (stayed[here - 1] as number) >= value) here -= 1;
    const hits = left.length - gone;
    const f1 = (2 * hits) / (hits + stayed.length - here + left.length);
    if (f1 > highest) {
      highest = f1;
      best = value;
    }
  }
  return best;
}

function thresholdRow(threshold: number, left: Float64Array, stayed: Float64Array, z: number): ThresholdRow {
  const truePositives = left.length - countBelow(left, threshold);
  const falsePositives = stayed.length - countBelow(stayed, threshold);
  const flagged = truePositives + falsePositives;
  const all = left.length + stayed.length;
  const precision = wilsonInterval(truePositives, flagged, z);
  const recall = wilsonInterval(truePositives, left.length, z);
  return {
    threshold,
    flagged,
    truePositives,
    falsePositives,
    precision: precision?.rate ?? null,
    precisionLower: precision?.lower ?? null,
    precisionUpper: precision?.upper ?? null,
    recall: recall?.rate ?? null,
    recallLower: recall?.lower ?? null,
    recallUpper: recall?.upper ?? null,
    specificity: stayed.length === 0 ? null : (stayed.length - falsePositives) / stayed.length,
    f1: flagged + left.length === 0 ? null : (2 * truePositives) / (flagged + left.length),
    lift: precision === null || left.length === 0 ? null : precision.rate / (left.length / all),
  };
}

/** How many ascending values are below a threshold. */
function countBelow(values: Float64Array, threshold: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}
