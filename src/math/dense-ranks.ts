/** Numbers as their places among the distinct ones. */
export interface DenseRanks {
  /** For each number the place of its value in `distinct`. */
  readonly ranks: Int32Array;
  /** The distinct values, ascending. */
  readonly distinct: Float64Array;
}

/** Ranks numbers (no NaN): equal numbers share a rank, and no rank is left out. */
export function denseRanks(values: Float64Array): DenseRanks {
  const sorted = values.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    sorted[count] = sorted[i] as number;
    count += 1;
  }
  const distinct = sorted.slice(0, count);
  const ranks = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) ranks[i] = countUpTo(distinct, values[i] as number) - 1;
  return { ranks, distinct };
}

/** How many of ascending numbers, from one place up to another, are at most a value. */
export function countUpTo(
  ascending: ArrayLike<number>,
  value: number,
  from = 0,
  to: number = ascending.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - from;
}
