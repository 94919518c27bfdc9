import type { Matrix } from "../math/symmetric-eigen.ts";
import { type LaidByRank, layByRank } from "./lay-by-rank.ts";
import { type LogRankWeights, weightsAtTimes } from "./log-rank-weights.ts";
import type { DurationArrays } from "./read-durations.ts";
import { type RiskTable, riskTable } from "./risk-table.ts";

/** What is summed over the times of events, for each group. */
export interface LogRankSums {
  /** Weighted events. */
  readonly observed: Float64Array;
  /** Weighted events if the groups did not differ. */
  readonly expected: Float64Array;
  /** Of observed less expected. */
  readonly covariance: Matrix;
}

/** Sums of nothing. */
export function noSums(groups: number): LogRankSums {
  return {
    observed: new Float64Array(groups),
    expected: new Float64Array(groups),
    covariance: Array.from({ length: groups }, () => new Array<number>(groups).fill(0)),
  };
}

/**
 * Adds the times of one stratum.
 *
 * From the last time back to the first, so that those at risk are those who left since, less those who entered later; no table of times by
 * groups is needed.
 */
export function addLogRankSums(
  sums: LogRankSums,
  durations: DurationArrays,
  groupOf: Int32Array,
  weights: LogRankWeights,
): void {
  const table = riskTable(durations);
  const { rankOf, entryRankOf, times } = table;
  const weightOf = weightsAtTimes(weights, table);
  const leaving = layByRank(rankOf, times.length, groupOf, durations);
  const entering = entryRankOf === null ? null : layByRank(entryRankOf, times.length, groupOf, durations);
  const atRisk = new Float64Array(sums.observed.length);
  const rowsAtRisk = new Int32Array(sums.observed.length);
  const events = new Float64Array(sums.observed.length);
  for (let rank = times.length - 1; rank >= 0; rank--) {
    events.fill(0);
    const end = leaving.offsets[rank + 1] as number;
    for (let place = leaving.offsets[rank] as number; place < end; place++) {
      const code = leaving.codes[place] as number;
      const group = code >> 1;
      const count = leaving.weight === null ? 1 : (leaving.weight[place] as number);
      atRisk[group] = (atRisk[group] as number) + count;
      rowsAtRisk[group] = (rowsAtRisk[group] as number) + 1;
      if ((code & 1) === 1) events[group] = (events[group] as number) + count;
    }
    if ((table.events[rank] as number) > 0) {
      addTime(sums, table, rank, atRisk, events, weightOf[rank] as number);
    }
    if (entering !== null) leaveOut(atRisk, rowsAtRisk, entering, rank);
  }
}

/** Who enters at a time is not at risk before it. Where nobody is left, fractional weights must leave no rest. */
function leaveOut(atRisk: Float64Array, rowsAtRisk: Int32Array, entering: LaidByRank, rank: number): void {
  const end = entering.offsets[rank + 1] as number;
  for (let place = entering.offsets[rank] as number; place < end; place++) {
    const group = (entering.codes[place] as number) >> 1;
    const count = entering.weight === null ? 1 : (entering.weight[place] as number);
    const rows = (rowsAtRisk[group] as number) - 1;
    rowsAtRisk[group] = rows;
    atRisk[group] = rows === 0 ? 0 : (atRisk[group] as number) - count;
  }
}

function addTime(
  { observed, expected, covariance }: LogRankSums,
  table: RiskTable,
  rank: number,
  atRisk: Float64Array,
  events: Float64Array,
  weight: number,
): void {
  const all = table.atRisk[rank] as number;
  const happened = table.events[rank] as number;
  const spread = weight * weight * happened * withoutReplacement(all, happened);
  for (let g = 0; g < atRisk.length; g++) {
    const share = (atRisk[g] as number) / all;
    observed[g] = (observed[g] as number) + weight * (events[g] as number);
    if (share === 0) continue;
    expected[g] = (expected[g] as number) + weight * happened * share;
    const row = covariance[g] as number[];
    row[g] = (row[g] as number) + spread * share * (1 - share);
    for (let h = 0; h < g; h++) {
      const part = (spread * share * (atRisk[h] as number)) / all;
      const other = covariance[h] as number[];
      row[h] = (row[h] as number) - part;
      other[g] = (other[g] as number) - part;
    }
  }
}

/**
 * The factor by which the variance is smaller because nobody has the event twice; at most 1, which matters only for fractional weights.
 */
function withoutReplacement(all: number, happened: number): number {
  if (happened >= all) return 0;
  return all > 1 ? Math.min(1, (all - happened) / (all - 1)) : 1;
}
