import type { DurationArrays } from "./read-durations.ts";
import { ranksAfter, timeRanks } from "./time-ranks.ts";

/** How many were at risk at each distinct time, and what happened to them; all sums of frequencies. */
export interface RiskTable {
  /** Ascending: every time at which an event or a censoring happened. */
  readonly times: Float64Array;
  /** Those with entry < time ≤ duration. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** The first entry of those who are at risk at this time and were not at the time before; `null` if nobody entered late. */
  readonly firstEntry: Float64Array | null;
  /** For each row the place of its duration in `times`. */
  readonly rankOf: Int32Array;
  /** For each row the place of the first time at which it is at risk; `null` if that is the first for all. */
  readonly entryRankOf: Int32Array | null;
}

/** Counts who is at risk and who leaves at each time; those who leave at a time are still at risk at it. */
export function riskTable({ duration, event, entry, weight }: DurationArrays): RiskTable {
  const { times, rankOf } = timeRanks(duration);
  const events = new Float64Array(times.length);
  const censored = new Float64Array(times.length);
  for (let i = 0; i < rankOf.length; i++) {
    const rank = rankOf[i] as number;
    const tally = event[i] === 1 ? events : censored;
    tally[rank] = (tally[rank] as number) + (weight === null ? 1 : (weight[i] as number));
  }
  const leaving = events.map((count, rank) => count + (censored[rank] as number));
  if (entry === null) {
    const atRisk = suffixSums(leaving, null);
    return { times, atRisk, events, censored, firstEntry: null, rankOf, entryRankOf: null };
  }
  const entryRankOf = ranksAfter(times, entry);
  const entering = summedBy(entryRankOf, weight, times.length);
  const atRisk = suffixSums(leaving, entering);
  if (weight !== null) {
    const rowsLeaving = summedBy(rankOf, null, times.length);
    const rows = suffixSums(rowsLeaving, summedBy(entryRankOf, null, times.length));
    // Fractional weights leave a rest when they are taken off again; where all who are at risk leave, there is none.
    for (let rank = 0; rank < times.length; rank++) {
      if (rows[rank] === rowsLeaving[rank]) atRisk[rank] = leaving[rank] as number;
    }
  }
  return {
    times,
    atRisk,
    events,
    censored,
    firstEntry: firstEntries(entry, entryRankOf, times),
    rankOf,
    entryRankOf,
  };
}

/** Those who leave now or later, less those who enter later. */
function suffixSums(leaving: Float64Array, entering: Float64Array | null): Float64Array {
  const sums = new Float64Array(leaving.length);
  let inside = 0;
  for (let rank = leaving.length - 1; rank >= 0; rank--) {
    inside += leaving[rank] as number;
    sums[rank] = inside;
    if (entering !== null) inside -= entering[rank] as number;
  }
  return sums;
}

function summedBy(ranks: Int32Array, weight: Float64Array | null, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i] as number;
    sums[rank] = (sums[rank] as number) + (weight === null ? 1 : (weight[i] as number));
  }
  return sums;
}

function firstEntries(entry: Float64Array, entryRankOf: Int32Array, times: Float64Array): Float64Array {
  const first = new Float64Array(times.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < entry.length; i++) {
    const rank = entryRankOf[i] as number;
    if ((entry[i] as number) < (first[rank] as number)) first[rank] = entry[i] as number;
  }
  return first;
}
