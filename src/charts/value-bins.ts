/** A bar of a distribution. */
export interface ValueBin {
  /** Where the bar begins and ends on the axis. */
  readonly from: number;
  readonly to: number;
  /** Whether lower or higher values than it shows stand in it, too. */
  readonly open: "below" | "above" | null;
  readonly customers: number;
  readonly sum: number;
}

/**
 * Bars of equal and readable width for the bulk of the values; the last one takes all that lie beyond, and the first all that lie below.
 *
 * Lifetime values are skewed: an axis that reached the highest of them would press all others into a bar or two.
 *
 * @param ascending - At least one value.
 */
export function valueBins(ascending: Float64Array): readonly ValueBin[] {
  const lowest = ascending[0] as number;
  const highest = ascending[ascending.length - 1] as number;
  const out = Math.ceil(OUT * (ascending.length - 1));
  const bulkFrom = lowest >= 0 ? 0 : (ascending[out] as number);
  const bulkTo = Math.max(ascending[ascending.length - 1 - out] as number, bulkFrom);
  const width = readableWidth(bulkTo - bulkFrom);
  const first = Math.floor(bulkFrom / width + ROUNDING);
  const last = Math.max(first + 1, Math.ceil(bulkTo / width - ROUNDING));
  const isBelow = lowest < first * width;
  const isAbove = highest > last * width;
  const count = last - first + (isAbove ? 1 : 0);
  const customers = new Float64Array(count);
  const sums = new Float64Array(count);
  for (const value of ascending) {
    const place = Math.floor(value / width + ROUNDING) - first;
    // Without an open bar the highest value may lie on the end of the last one, to which it then belongs.
    const at = Math.max(0, Math.min(place, count - 1));
    customers[at] = (customers[at] as number) + 1;
    sums[at] = (sums[at] as number) + value;
  }
  return Array.from(
    customers,
    (number, i): ValueBin => ({
      from: readable((first + i) * width),
      to: readable((first + i + 1) * width),
      open: isAbove && i === count - 1 ? "above" : isBelow && i === 0 ? "below" : null,
      customers: number,
      sum: sums[i] as number,
    }),
  );
}

/** So large a share of the values may lie beyond the bars, at either end. */
const OUT = 0.05;
const MOST_BARS = 24;
const ROUNDING = 1e-9;

function readableWidth(span: number): number {
  if (!(span > 0)) return 1;
  const least = span / MOST_BARS;
  const power = 10 ** Math.floor(Math.log10(least));
  return readable(([1, 2, 2.5, 5].find((times) => times * power >= least * (1 - ROUNDING)) ?? 10) * power);
}

/** Without the last digits that multiplying leaves. */
function readable(value: number): number {
  return Number(value.toPrecision(12));
}

/** What the tenth with the highest values holds of the sum, a customer counted in part if need be; `null` unless the sum is above 0. */
export function shareOfTopTenth(ascending: Float64Array): number | null {
  let sum = 0;
  for (const value of ascending) sum += value;
  if (!(sum > 0)) return null;
  let left = ascending.length / 10;
  let top = 0;
  for (let i = ascending.length - 1; left > ROUNDING; i--) {
    top += Math.min(1, left) * (ascending[i] as number);
    left -= 1;
  }
  return top / sum;
}
