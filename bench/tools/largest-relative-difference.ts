/** The largest difference of figures from those expected, relative to them. */
export function largestRelativeDifference(expected: readonly number[], figures: readonly number[]): number {
  if (expected.length !== figures.length) throw new Error("There are not as many figures as expected.");
  let largest = 0;
  for (const [i, value] of expected.entries()) {
    // Where nothing has happened yet, or nobody is left, a naive error is no number.
    if (value === figures[i] || !Number.isFinite(value)) continue;
    const difference = Math.abs(((figures[i] as number) - value) / value);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
