/** Numbers in ascending order, and where they came from. */
export interface AscendingOrder {
  readonly values: Float64Array;
  /** For each of them its place among the numbers that were sorted. */
  readonly places: Int32Array;
}

/** Bits of a double that one pass sorts by. */
const DIGIT = 11;
const PASSES = 6;
const BUCKETS = 1 << DIGIT;

/**
 * Numbers of at least 0 in ascending order, equal ones as they came.
 *
 * Radix sort from the lowest digit: the bits of doubles of one sign ascend as the doubles do. Passes in which all have the same digit are
 * left out, which spares most of them for numbers with few decimals. Numbers travel with their places, so that each pass reads in a row.
 */
export function ascendingOrder(numbers: Float64Array): AscendingOrder {
  const n = numbers.length;
  let values = new Float64Array(n);
  let places = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    // Adding 0 turns −0 into 0.
    values[i] = (numbers[i] as number) + 0;
    places[i] = i;
  }
  const counts = countDigits(new Uint32Array(values.buffer), n);
  let spareValues = new Float64Array(n);
  let sparePlaces = new Int32Array(n);
  for (let pass = 0; pass < PASSES; pass++) {
    const next = counts.subarray(pass * BUCKETS, (pass + 1) * BUCKETS);
    if (startsOfBuckets(next, n)) continue;
    const words = new Uint32Array(values.buffer);
    const word = wordOf(pass);
    const shift = shiftOf(pass);
    for (let i = 0; i < n; i++) {
      const digit = ((words[2 * i + word] as number) >>> shift) & (BUCKETS - 1);
      const to = next[digit] as number;
      next[digit] = to + 1;
      spareValues[to] = values[i] as number;
      sparePlaces[to] = places[i] as number;
    }
    [values, spareValues] = [spareValues, values];
    [places, sparePlaces] = [sparePlaces, places];
  }
  return { values, places };
}

const LOWER_WORD = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** The lower word has three digits (11, 11 and 10 bits), and so has the upper. */
function wordOf(pass: number): number {
  return pass < 3 ? LOWER_WORD : 1 - LOWER_WORD;
}

function shiftOf(pass: number): number {
  return (pass % 3) * DIGIT;
}

function countDigits(words: Uint32Array, n: number): Int32Array {
  const counts = new Int32Array(PASSES * BUCKETS);
  for (let pass = 0; pass < PASSES; pass++) {
    const word = wordOf(pass);
    const shift = shiftOf(pass);
    for (let i = 0; i < n; i++) {
      const at = pass * BUCKETS + (((words[2 * i + word] as number) >>> shift) & (BUCKETS - 1));
      counts[at] = (counts[at] as number) + 1;
    }
  }
  return counts;
}

/** Turns counts into the place where each bucket starts; true if one bucket holds all. */
function startsOfBuckets(counts: Int32Array, n: number): boolean {
  let start = 0;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const count = counts[digit] as number;
    if (count === n) return true;
    counts[digit] = start;
    start += count;
  }
  return false;
}
