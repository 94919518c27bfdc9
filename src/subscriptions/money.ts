import { DataError } from "../rows/data-error.ts";

/**
 * The most units of 10^−decimals that all amounts of a book may add up to.
 *
 * Sums would stay exact up to 2^53; up to 10^15 every sum, divided by 10^decimals, is also the number nearest to its decimal digits and to no other
 * digits, so that it prints as them.
 */
export const MOST_UNITS = 1e15;

/** Decimal places to which amounts are kept unless the caller says otherwise. */
export const DEFAULT_DECIMALS = 4;

/** An amount of money of 0 or more as whole units of 10^−decimals. */
export function unitsOf(amount: number, decimals: number): number {
  return Math.round(amount * 10 ** decimals);
}

/** Refuses amounts whose sum could not be told exactly. */
export function refuseInexact(amounts: Float64Array, decimals: number, field: string): void {
  let total = 0;
  // Rounding cannot bring a sum that is too large back below the limit.
  for (let i = 0; i < amounts.length; i++) total += amounts[i] as number;
  if (total <= MOST_UNITS) return;
  const message =
    `The amounts add up to ${total / 10 ** decimals}, which cannot be told to ${decimals} decimal places: ` +
    "ask for fewer decimals, or use a larger unit of money.";
  throw new DataError([
    { code: "amount_overflow", row: null, field, value: total / 10 ** decimals, message },
  ]);
}
