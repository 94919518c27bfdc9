/** The standard deviation of values with their mean, n − 1 in the denominator; 0 for fewer than two. Squares of large values do not overflow. */
export function standardDeviation(values: ArrayLike<number>, mean: number): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs((values[i] as number) - mean));
  if (largest === 0) return 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (((values[i] as number) - mean) / largest) ** 2;
  return largest * Math.sqrt(squares / (values.length - 1));
}
