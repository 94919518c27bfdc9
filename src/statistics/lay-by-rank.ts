import { groupOffsets } from "../rows/group-offsets.ts";
import type { DurationArrays } from "./read-durations.ts";

/** Rows laid one time after the other, as what a sum over times reads of them. */
export interface LaidByRank {
  /** Where the rows of each time start, and the end. */
  readonly offsets: Int32Array;
  /** Twice the number of the group, plus 1 for an event. */
  readonly codes: Int32Array;
  readonly weight: Float64Array | null;
}

/** Lays rows by the rank of a time of theirs, so that they can be read in a row. */
export function layByRank(
  rankOf: Int32Array,
  ranks: number,
  groupOf: Int32Array,
  { event, weight }: DurationArrays,
): LaidByRank {
  const offsets = groupOffsets(rankOf, ranks);
  const next = offsets.slice();
  const codes = new Int32Array(rankOf.length);
  const weights = weight === null ? null : new Float64Array(rankOf.length);
  for (let i = 0; i < rankOf.length; i++) {
    const rank = rankOf[i] as number;
    const place = next[rank] as number;
    next[rank] = place + 1;
    codes[place] = 2 * (groupOf[i] as number) + (event[i] as number);
    if (weights !== null) weights[place] = weight?.[i] as number;
  }
  return { offsets, codes, weight: weights };
}
