import { countingOrder } from "../math/counting-order.ts";
import { groupOffsets } from "../rows/group-offsets.ts";
import type { DurationArrays } from "./read-durations.ts";

/** The durations of some rows. */
export function pickDurations(arrays: DurationArrays, rows: Int32Array): DurationArrays {
  const { duration, event, entry, weight } = arrays;
  const events = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) events[i] = event[rows[i] as number] as number;
  const entries = entry === null ? null : picked(entry, rows);
  return {
    duration: picked(duration, rows),
    event: events,
    entry: entries?.some((time) => time !== 0) ? entries : null,
    weight: weight === null ? null : picked(weight, rows),
  };
}

function picked(values: Float64Array, rows: Int32Array): Float64Array {
  const result = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = values[rows[i] as number] as number;
  return result;
}

/** Leaves rows of weight 0 out, so that their times do not appear. */
export function withoutWeightless(arrays: DurationArrays): DurationArrays {
  const { weight } = arrays;
  if (!weight?.includes(0)) return arrays;
  const kept: number[] = [];
  for (let i = 0; i < weight.length; i++) if (weight[i] !== 0) kept.push(i);
  return pickDurations(arrays, Int32Array.from(kept));
}

/** The rows of each group, by the group's number; rows below 0 are in none. */
export function rowsOfGroups(groupOf: Int32Array, groups: number): Int32Array[] {
  const shifted = groupOf.map((group) => group + 1);
  const order = countingOrder(shifted);
  const offsets = groupOffsets(shifted, groups + 1);
  return Array.from({ length: groups }, (_, group) => order.subarray(offsets[group + 1], offsets[group + 2]));
}
