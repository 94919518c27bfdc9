import { quantile } from "../math/quantile.ts";
import { standardDeviation } from "../math/standard-deviation.ts";
import type { GroupCodes } from "../rows/group-codes.ts";
import { groupOffsets } from "../rows/group-offsets.ts";
import { groupSums, shareOf } from "../segmentation/group-sums.ts";
import { type Interval, standardErrorsOfLevel } from "../statistics/confidence.ts";

/** What the customers of a group are worth. */
export interface ValueSpread {
  readonly customers: number;
  readonly sum: number;
  /** Share of the sum of all; `null` unless that is above 0. */
  readonly share: number | null;
  /** Sum ÷ customers; `null` without customers. */
  readonly mean: number | null;
  readonly median: number | null;
  /** Interval of the mean, mean ± z · s ÷ √n; `null` for fewer than two customers. */
  readonly meanInterval: Interval | null;
}

/** A group of customers by a key. */
export interface ValueGroup<Group> extends ValueSpread {
  /** What the rows say under the key, `null` if nothing. */
  readonly group: Group;
}

/** Lifetime values by group. */
export interface ValuesByGroup<Group> {
  /** They add up to the total. */
  readonly rows: readonly ValueGroup<Group>[];
  readonly total: ValueSpread;
  /** Share of such intervals of a mean that cover the true mean. */
  readonly level: number;
}

/** Sums up values by group. */
export function spreadByGroup<Group>(
  values: Float64Array,
  { groups, codes }: GroupCodes<Group>,
  level: number,
): ValuesByGroup<Group> {
  const { sums, total } = groupSums(values, codes, groups.length);
  const offsets = groupOffsets(codes, groups.length);
  const next = offsets.slice();
  const laid = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const group = codes[i] as number;
    const place = next[group] as number;
    next[group] = place + 1;
    laid[place] = values[i] as number;
  }
  const z = standardErrorsOfLevel(level);
  const spread = (sum: number, own: Float64Array): ValueSpread => ({
    customers: own.length,
    sum,
    share: shareOf(sum, total),
    mean: own.length === 0 ? null : sum / own.length,
    median: quantile(own.sort(), 0.5),
    meanInterval: meanInterval(own, sum, z),
  });
  return {
    rows: groups.map((group, at) => ({
      group,
      ...spread(sums[at] as number, laid.subarray(offsets[at], offsets[at + 1])),
    })),
    total: spread(total, laid),
    level,
  };
}

function meanInterval(values: Float64Array, sum: number, z: number): Interval | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = sum / n;
  const reach = z * (standardDeviation(values, mean) / Math.sqrt(n));
  return { lower: mean - reach, upper: mean + reach };
}
