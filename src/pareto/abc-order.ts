import { CompensatedSums } from "../math/compensated-sums.ts";
import { DataError } from "../rows/data-error.ts";
import { ascendingOrder } from "../statistics/ascending-order.ts";

/** Values in descending order, equal ones as they came, and what they add up to. */
export interface AbcOrder {
  readonly values: Float64Array;
  /** For each of them the place in the input. */
  readonly places: Int32Array;
  /** How many are above 0; they come first. */
  readonly positives: number;
  /** How many are below 0; they come last. */
  readonly negatives: number;
  /** The sum of the values above 0 up to and with each; as long as there are such. */
  readonly cumulative: Float64Array;
  readonly positiveTotal: number;
  readonly total: number;
  readonly nonPositiveValue: number;
}

/** Puts values (no NaN) in descending order; refuses sums that are not finite. */
export function abcOrder(unsorted: Float64Array): AbcOrder {
  const n = unsorted.length;
  const places = new Int32Array(n);
  const values = new Float64Array(n);
  const positives = lay(unsorted, (value) => value > 0, 0, values, places);
  const rest = lay(unsorted, (value) => value <= 0, positives, values, places);
  let negatives = 0;
  for (let k = positives; k < rest; k++) if ((values[k] as number) < 0) negatives += 1;
  const sums = new CompensatedSums(3);
  const cumulative = new Float64Array(positives);
  for (let k = 0; k < n; k++) {
    const value = values[k] as number;
    sums.add(0, value);
    sums.add(k < positives ? 1 : 2, value);
    if (k < positives) cumulative[k] = sums.at(1);
  }
  const [total, positiveTotal, nonPositiveValue] = [sums.at(0), sums.at(1), sums.at(2)];
  if (!Number.isFinite(positiveTotal) || !Number.isFinite(nonPositiveValue)) {
    const message = "The values are too large to add up: pass them in a larger unit, such as thousands.";
    throw new DataError([{ code: "amount_overflow", row: null, field: "value", value: null, message }]);
  }
  return { values, places, positives, negatives, cumulative, positiveTotal, total, nonPositiveValue };
}

/** Lays the values that belong in descending order from a place on, and returns the place after the last. */
function lay(
  unsorted: Float64Array,
  belongs: (value: number) => boolean,
  start: number,
  values: Float64Array,
  places: Int32Array,
): number {
  const sizes = new Float64Array(unsorted.length);
  const rows = new Int32Array(unsorted.length);
  let count = 0;
  const isPositive = belongs(1);
  // Positive values are sorted ascending and read from the end: from the last row on, so that equal ones come out as they came.
  for (let k = 0; k < unsorted.length; k++) {
    const row = isPositive ? unsorted.length - 1 - k : k;
    const value = unsorted[row] as number;
    if (!belongs(value)) continue;
    sizes[count] = Math.abs(value);
    rows[count] = row;
    count += 1;
  }
  const sorted = ascendingOrder(sizes.subarray(0, count));
  for (let k = 0; k < count; k++) {
    const from = isPositive ? count - 1 - k : k;
    const row = rows[sorted.places[from] as number] as number;
    places[start + k] = row;
    values[start + k] = unsorted[row] as number;
  }
  return start + count;
}
