/**
 * Sums of money without the last digits, in which only rounding errors of the addition stand.
 *
 * 19.99 + 5 + 0.01 and 25 are the same money but not the same number, and equal money must have equal scores. What is cut off is below the
 * twelfth digit of the largest sum.
 */
export function comparableSums(sums: Float64Array): Float64Array {
  let largest = 0;
  for (let i = 0; i < sums.length; i++) largest = Math.max(largest, Math.abs(sums[i] as number));
  const decimals = Math.floor(DIGITS - Math.log10(largest));
  // Without money there is nothing to cut; beyond 22 a power of ten is no exact number.
  if (!(Math.abs(decimals) <= 22)) return sums;
  const power = 10 ** Math.abs(decimals);
  // Adding 0 turns −0 into 0.
  return decimals >= 0
    ? sums.map((sum) => Math.round(sum * power) / power + 0)
    : sums.map((sum) => Math.round(sum / power) * power + 0);
}

const DIGITS = 12;
