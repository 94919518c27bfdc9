/**
 * The logarithmic mean (a − b) ÷ ln(a ÷ b) of two numbers above 0; of equal ones, the number itself.
 *
 * By log1p, since numbers that lie near each other would lose all digits in the difference of their logarithms.
 */
export function logMean(a: number, b: number): number {
  const relative = (a - b) / b;
  return relative === 0 ? b : (a - b) / logRatio(a, b);
}

/** ln(a ÷ b), without loss where they are near each other. */
export function logRatio(a: number, b: number): number {
  const relative = (a - b) / b;
  return Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(a) - Math.log(b);
}
