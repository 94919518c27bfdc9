/** A function on an interval as a Chebyshev series, for where it is asked for often and costs much. */
export interface ChebyshevSeries {
  readonly middle: number;
  readonly halfWidth: number;
  readonly coefficients: Float64Array;
}

/**
 * The Chebyshev series of a smooth function through its values at the zeros of a Chebyshev polynomial (Trefethen 2013, "Approximation
 * theory and approximation practice"); `null` if even the largest number of points leaves more than 1e-14 of its size.
 */
export function chebyshevSeries(f: (x: number) => number, from: number, to: number): ChebyshevSeries | null {
  const middle = (from + to) / 2;
  const halfWidth = (to - from) / 2;
  for (let points = FEWEST_POINTS; points <= MOST_POINTS; points *= 2) {
    const values = Float64Array.from({ length: points }, (_, k) =>
      f(middle + halfWidth * Math.cos((Math.PI * (k + 0.5)) / points)),
    );
    const coefficients = values.map((_, j) => {
      let sum = 0;
      for (let k = 0; k < points; k++)
        sum += (values[k] as number) * Math.cos((Math.PI * j * (k + 0.5)) / points);
      return ((j === 0 ? 1 : 2) * sum) / points;
    });
    const size = coefficients.reduce((most, c) => Math.max(most, Math.abs(c)), 0);
    let length = points;
    while (length > 1 && Math.abs(coefficients[length - 1] as number) <= 1e-16 * size) length -= 1;
    const settled = coefficients.subarray(points - 3).every((c) => Math.abs(c) <= 1e-14 * size);
    if (settled) return { middle, halfWidth, coefficients: coefficients.slice(0, length) };
  }
  return null;
}

const FEWEST_POINTS = 16;
const MOST_POINTS = 64;

/** The sum of a Chebyshev series at a point of its interval, by Clenshaw's recurrence. */
export function chebyshevValue({ middle, halfWidth, coefficients }: ChebyshevSeries, x: number): number {
  const u = (x - middle) / halfWidth;
  const double = 2 * u;
  let next = 0;
  let afterNext = 0;
  for (let j = coefficients.length - 1; j > 0; j--) {
    const here = double * next - afterNext + (coefficients[j] as number);
    afterNext = next;
    next = here;
  }
  return u * next - afterNext + (coefficients[0] as number);
}
