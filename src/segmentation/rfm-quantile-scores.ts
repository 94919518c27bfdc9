import { groupOffsets } from "../rows/group-offsets.ts";

/** Numbers sorted into levels from 0 (least) up, by limits between them. */
export interface Levels {
  readonly levels: Uint8Array;
  /** The limits of each group, one group after the other; `bins - 1` of them each. */
  readonly limits: Float64Array;
}

/** Sorts numbers into levels by the quantiles of their own group; equal numbers of a group share a level. */
export function quantileLevels(
  values: Float64Array,
  groupOf: Int32Array,
  groups: number,
  bins: number,
): Levels {
  const offsets = groupOffsets(groupOf, groups);
  const sorted = sortedByGroup(values, groupOf, offsets);
  const between = bins - 1;
  const limits = new Float64Array(groups * between);
  for (let g = 0; g < groups; g++) {
    const start = offsets[g] as number;
    const count = (offsets[g + 1] as number) - start;
    if (count === 0) continue;
    for (let k = 1; k < bins; k++) limits[g * between + k - 1] = quantileAt(sorted, start, count, k, bins);
  }
  return { levels: levelsBy(values, groupOf, limits, between), limits };
}

/** For each number how many limits of its group lie below it. */
export function levelsBy(
  values: Float64Array,
  groupOf: Int32Array,
  limits: Float64Array,
  between: number,
): Uint8Array {
  const levels = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const first = (groupOf[i] as number) * between;
    let level = 0;
    while (level < between && (limits[first + level] as number) < value) level += 1;
    levels[i] = level;
  }
  return levels;
}

function sortedByGroup(values: Float64Array, groupOf: Int32Array, offsets: Int32Array): Float64Array {
  if (offsets.length === 2) return values.slice().sort();
  const next = offsets.slice();
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const group = groupOf[i] as number;
    const place = next[group] as number;
    sorted[place] = values[i] as number;
    next[group] = place + 1;
  }
  for (let g = 0; g + 1 < offsets.length; g++) sorted.subarray(offsets[g], offsets[g + 1]).sort();
  return sorted;
}

/**
 * The quantile k/bins of `count` ascending numbers from `start`, as `quantile` has it.
 *
 * The place is worked out in whole numbers, and a limit between two numbers never reaches the upper one: so the levels depend on nothing but
 * the order of the numbers, however they are scaled.
 */
function quantileAt(sorted: Float64Array, start: number, count: number, k: number, bins: number): number {
  const place = (count - 1) * k;
  const below = start + Math.floor(place / bins);
  const rest = (place % bins) / bins;
  const low = sorted[below] as number;
  if (rest === 0) return low;
  const high = sorted[below + 1] as number;
  if (low === high) return low;
  // Of large numbers with opposite signs the difference may be more than a number can hold.
  const gap = high - low;
  const limit = Number.isFinite(gap) ? low + rest * gap : low * (1 - rest) + high * rest;
  return limit < high ? limit : low;
}
