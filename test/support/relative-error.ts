/** How far a value is from the true one, relative to the true one; infinite if it is no number. */
export function relativeError(value: number, truth: number): number {
  if (value === truth) return 0;
  const error = Math.abs(value - truth) / Math.abs(truth);
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}
