import { ascendingOrder } from "./ascending-order.ts";

/** The distinct times of rows, and which of them each row has. */
export interface TimeRanks {
  /** Ascending. */
  readonly times: Float64Array;
  /** For each row the place of its time in `times`. */
  readonly rankOf: Int32Array;
}

/** Whole numbers up to this, or up to a few times the number of rows, are counted; all else is sorted. */
const COUNTED_ANYWAY = 1 << 12;
const COUNTED_PER_ROW = 4;

/** Ranks times of at least 0: days and other small whole numbers by counting, others by sorting. */
export function timeRanks(values: Float64Array): TimeRanks {
  const most = largestIfWhole(values);
  const counted = most !== null && most <= COUNTED_ANYWAY + COUNTED_PER_ROW * values.length;
  return counted ? ranksByCounting(values, most) : ranksBySorting(values);
}

/** `null` if not all are whole. */
function largestIfWhole(values: Float64Array): number | null {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== Math.floor(value)) return null;
    if (value > most) most = value;
  }
  return most;
}

function ranksByCounting(values: Float64Array, most: number): TimeRanks {
  const rankOfTime = new Int32Array(most + 1);
  for (let i = 0; i < values.length; i++) rankOfTime[values[i] as number] = 1;
  let distinct = 0;
  for (let time = 0; time <= most; time++) distinct += rankOfTime[time] as number;
  const times = new Float64Array(distinct);
  let rank = 0;
  for (let time = 0; time <= most; time++) {
    if (rankOfTime[time] === 0) continue;
    rankOfTime[time] = rank;
    times[rank] = time;
    rank += 1;
  }
  const rankOf = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) rankOf[i] = rankOfTime[values[i] as number] as number;
  return { times, rankOf };
}

function ranksBySorting(unsorted: Float64Array): TimeRanks {
  const { values, places } = ascendingOrder(unsorted);
  const times = new Float64Array(values.length);
  const rankOf = new Int32Array(values.length);
  let rank = -1;
  let before = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== before) {
      rank += 1;
      times[rank] = value;
      before = value;
    }
    rankOf[places[i] as number] = rank;
  }
  return { times: times.slice(0, rank + 1), rankOf };
}

/** For each value the place of the first time after it; the number of times if there is none. */
export function ranksAfter(times: Float64Array, values: Float64Array): Int32Array {
  const ranks = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    ranks[i] = low;
  }
  return ranks;
}
