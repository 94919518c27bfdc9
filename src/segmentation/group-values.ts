import { quantile } from "../math/quantile.ts";
import { groupOffsets } from "../rows/group-offsets.ts";
import { groupSums, shareOf } from "./group-sums.ts";

/** A value over the customers of a group. */
export interface ValueSummary {
  readonly sum: number;
  /** Share of the sum over all customers; `null` unless that is above 0. */
  readonly share: number | null;
  /** Sum ÷ customers; `null` without customers. */
  readonly mean: number | null;
  /** Half of the customers have less, half more; `null` without customers. */
  readonly median: number | null;
}

/** A value by group, and over all. */
export interface SummedGroups {
  readonly groups: readonly ValueSummary[];
  readonly total: ValueSummary;
}

/** Sum, share, mean and median of a value by group. */
export function summarizeValues(values: Float64Array, codes: Int32Array, groups: number): SummedGroups {
  const { sums, total } = groupSums(values, codes, groups);
  const offsets = groupOffsets(codes, groups);
  const next = offsets.slice();
  const laid = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const group = codes[i] as number;
    const place = next[group] as number;
    next[group] = place + 1;
    laid[place] = values[i] as number;
  }
  const summaryOf = (sum: number, own: Float64Array): ValueSummary => ({
    sum,
    share: shareOf(sum, total),
    mean: own.length === 0 ? null : sum / own.length,
    median: quantile(own.sort(), 0.5),
  });
  return {
    groups: Array.from(sums, (sum, group) =>
      summaryOf(sum, laid.subarray(offsets[group], offsets[group + 1])),
    ),
    total: summaryOf(total, laid),
  };
}
