import type { PurchaseCells } from "./purchase-cells.ts";

/**
 * What the likelihood needs H for: each pair of a number of purchases and a time once, although many cells share it.
 *
 * Only cells with tx < T are listed, since the others say nothing of departures.
 */
export interface DeparturePairs {
  /** Purchases, place of recency and T in the cells' times, weight, and T − tx, by cell. */
  readonly frequency: Int32Array;
  readonly recencyAt: Int32Array;
  readonly ageAt: Int32Array;
  readonly weight: Float64Array;
  readonly silence: Float64Array;
  /** The pairs (x, tx) and (x, T) of each cell. */
  readonly atRecency: Int32Array;
  readonly atAge: Int32Array;
  /** The purchases of each pair. */
  readonly purchases: Int32Array;
  /** The pairs by time, and by purchases within a time; time t has those from `from[t]` to before `from[t + 1]`. */
  readonly byTime: Int32Array;
  readonly from: Int32Array;
}

export function departurePairs(cells: PurchaseCells): DeparturePairs {
  const { times } = cells;
  const kept = cellsWithSilence(cells);
  const size = kept.length;
  const frequency = kept.map((i) => cells.frequency[i] as number);
  const recencyAt = kept.map((i) => cells.recencyAt[i] as number);
  const ageAt = kept.map((i) => cells.ageAt[i] as number);
  const weight = Float64Array.from(kept, (i) => cells.weight[i] as number);
  const silence = new Float64Array(size);
  const atRecency = new Int32Array(size);
  const atAge = new Int32Array(size);
  const purchases = new Int32Array(2 * size);
  const timeOf = new Int32Array(2 * size);
  // The pair of each time at the present number of purchases, if it is one at all.
  const latest = new Int32Array(times.length).fill(-1);
  let pairs = 0;
  const pairOf = (x: number, time: number): number => {
    const known = latest[time] as number;
    if (known >= 0 && purchases[known] === x) return known;
    purchases[pairs] = x;
    timeOf[pairs] = time;
    latest[time] = pairs;
    return pairs++;
  };
  for (let i = 0; i < size; i++) {
    const x = frequency[i] as number;
    const last = recencyAt[i] as number;
    const age = ageAt[i] as number;
    silence[i] = (times[age] as number) - (times[last] as number);
    atRecency[i] = pairOf(x, last);
    atAge[i] = pairOf(x, age);
  }
  return {
    frequency,
    recencyAt,
    ageAt,
    weight,
    silence,
    atRecency,
    atAge,
    purchases: purchases.slice(0, pairs),
    ...groupedByTime(timeOf.subarray(0, pairs), times.length),
  };
}

function cellsWithSilence({ size, recencyAt, ageAt }: PurchaseCells): Int32Array {
  const kept = new Int32Array(size);
  let count = 0;
  for (let i = 0; i < size; i++) if (recencyAt[i] !== ageAt[i]) kept[count++] = i;
  return kept.slice(0, count);
}

/** Counting sort; pairs come by ascending purchases, and stay so within a time. */
function groupedByTime(timeOf: Int32Array, times: number): { byTime: Int32Array; from: Int32Array } {
  const from = new Int32Array(times + 1);
  for (const time of timeOf) from[time + 1] = (from[time + 1] as number) + 1;
  for (let t = 0; t < times; t++) from[t + 1] = (from[t + 1] as number) + (from[t] as number);
  const next = from.slice();
  const byTime = new Int32Array(timeOf.length);
  timeOf.forEach((time, pair) => {
    const place = next[time] as number;
    next[time] = place + 1;
    byTime[place] = pair;
  });
  return { byTime, from };
}
