import { CompensatedSums } from "../math/compensated-sums.ts";
import { finiteTotal } from "../rows/finite-total.ts";

/** The sum of the values of each group, and of all; both the same in whatever order the rows come, but for the last digit. */
export interface GroupSums {
  readonly sums: Float64Array;
  readonly total: number;
}

/** Adds up values by group, and the groups to the total. */
export function groupSums(values: Float64Array, codes: Int32Array, groups: number): GroupSums {
  const parts = new CompensatedSums(groups);
  for (let i = 0; i < values.length; i++) parts.add(codes[i] as number, values[i] as number);
  const whole = new CompensatedSums(1);
  const sums = new Float64Array(groups);
  for (let group = 0; group < groups; group++) {
    whole.addSum(0, parts, group);
    sums[group] = parts.at(group);
  }
  return { sums, total: whole.at(0) };
}

/** Refuses values whose sums, or differences, a number cannot hold. */
export function refuseOverflow(values: Float64Array, field: string): void {
  let size = 0;
  for (let i = 0; i < values.length; i++) size += Math.abs(values[i] as number);
  finiteTotal(size, field);
}

/** A part of a whole; `null` unless the whole is above 0. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
