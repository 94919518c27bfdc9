import { countingOrder } from "../math/counting-order.ts";
import type { DesignColumn } from "./design-matrix.ts";
import type { DurationArrays } from "./read-durations.ts";
import { standardisedDesign } from "./standardised-design.ts";
import { timeRanks } from "./time-ranks.ts";

/**
 * What the partial likelihood sees of the rows, sorted once: by stratum, the latest times first, and events before censored rows of the
 * same time. Places below are places in this order.
 */
export interface CoxSample {
  readonly rows: number;
  readonly columns: number;
  /** Where strata begin, and the end. */
  readonly strataAt: Int32Array;
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly weight: Float64Array;
  /** `null` if all are at risk from the start. */
  readonly entry: Float64Array | null;
  /** Places by stratum, the latest entries first; `null` if all are at risk from the start. */
  readonly byEntry: Int32Array | null;
  /** Covariates row after row, centred and scaled, so that their units do not matter to the search. */
  readonly x: Float64Array;
  /** Weighted means and standard deviations by which they were centred and scaled; a constant column has scale 0. */
  readonly means: readonly number[];
  readonly scales: readonly number[];
  /** For each place the row of the input. */
  readonly rowAt: Int32Array;
}

/** Who is in a sample, and in which stratum. */
export interface SampleRows {
  readonly durations: DurationArrays;
  /** The rows of the input that take part. */
  readonly kept: Int32Array;
  /** Stratum of each row of the input, from 0. */
  readonly strata: Int32Array;
  readonly strataCount: number;
}

/** Sorts rows and covariates for passes over the risk sets. */
export function coxSample(
  { durations, kept, strata, strataCount }: SampleRows,
  design: readonly DesignColumn[],
): CoxSample {
  const rowAt = sortedRows(durations, kept, strata);
  const rows = rowAt.length;
  const pick = (values: Float64Array): Float64Array => {
    const picked = new Float64Array(rows);
    for (let i = 0; i < rows; i++) picked[i] = values[rowAt[i] as number] as number;
    return picked;
  };
  const event = new Uint8Array(rows);
  const stratumAt = new Int32Array(rows);
  const strataAt = new Int32Array(strataCount + 1);
  for (let i = 0; i < rows; i++) {
    event[i] = durations.event[rowAt[i] as number] as number;
    const stratum = strata[rowAt[i] as number] as number;
    stratumAt[i] = stratum;
    strataAt[stratum + 1] = i + 1;
  }
  // A stratum without rows begins where the one before ends.
  for (let s = 1; s <= strataCount; s++)
    strataAt[s] = Math.max(strataAt[s] as number, strataAt[s - 1] as number);
  const weight = durations.weight === null ? new Float64Array(rows).fill(1) : pick(durations.weight);
  const entry = durations.entry === null ? null : pick(durations.entry);
  return {
    rows,
    columns: design.length,
    strataAt,
    time: pick(durations.duration),
    event,
    weight,
    entry,
    byEntry: entry === null ? null : latestFirst(entry, stratumAt),
    ...standardisedDesign(design, rowAt, weight),
    rowAt,
  };
}

function sortedRows({ duration, event }: DurationArrays, kept: Int32Array, strata: Int32Array): Int32Array {
  const times = new Float64Array(kept.length);
  for (let i = 0; i < kept.length; i++) times[i] = duration[kept[i] as number] as number;
  const { rankOf, times: distinct } = timeRanks(times);
  const keys = new Int32Array(kept.length);
  for (let i = 0; i < kept.length; i++) {
    keys[i] = 2 * (distinct.length - (rankOf[i] as number)) - (event[kept[i] as number] as number);
  }
  const byTime = countingOrder(keys).map((i) => kept[i] as number);
  return countingOrder(byTime.map((row) => strata[row] as number)).map((i) => byTime[i] as number);
}

function latestFirst(entry: Float64Array, stratumAt: Int32Array): Int32Array {
  const { rankOf, times } = timeRanks(entry);
  const byEntry = countingOrder(rankOf.map((rank) => times.length - 1 - rank));
  return countingOrder(byEntry.map((i) => stratumAt[i] as number)).map((i) => byEntry[i] as number);
}

/** β · x of every row. */
export function linearPredictors({ rows, columns, x }: CoxSample, beta: ArrayLike<number>): Float64Array {
  const eta = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += (x[i * columns + c] as number) * (beta[c] as number);
    eta[i] = sum;
  }
  return eta;
}
