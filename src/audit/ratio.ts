/** A quotient, or `null` where there is nothing to divide by. */
export function ratioOf(value: number, base: number): number | null {
  return base === 0 ? null : value / base;
}

/** A share of a total; `null` unless the total is above 0, since shares of a loss say nothing. */
export function shareOf(part: number, total: number): number | null {
  return total > 0 ? part / total : null;
}
