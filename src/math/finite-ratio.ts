/** A quotient that stays a number: what lies beyond the largest one, since the divisor is next to nothing, is that one. */
export function finiteRatio(dividend: number, divisor: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(dividend / divisor, Number.MAX_VALUE));
}
