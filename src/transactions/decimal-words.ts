/** Up to here powers of 10, and the quotients of whole numbers below 2^53 by them, are exact to the last bit. */
const MOST_EXACT_SCALE = 22;

/**
 * Writes decimals (integers of several 32-bit words, the lowest first) as numbers.
 *
 * Each is the number nearest to the decimal, the same as `Number("12.34")` gives.
 */
export function writeDecimals(
  words: Int32Array,
  { size, scale }: { readonly size: number; readonly scale: number },
  numbers: Float64Array,
): void {
  const exact = scale >= 0 && scale <= MOST_EXACT_SCALE;
  const power = Number(`1e${exact ? scale : 0}`);
  for (let i = 0; i < numbers.length; i++) {
    const at = i * size;
    const whole = exact ? smallInteger(words, at, size) : Number.NaN;
    numbers[i] = Number.isNaN(whole) ? nearest(words, at, size, scale) : whole / power;
  }
}

/** The integer if a number holds it exactly, else NaN. */
function smallInteger(words: Int32Array, at: number, size: number): number {
  const low = words[at] as number;
  if (size === 1) return low;
  const high = words[at + 1] as number;
  const sign = high >> 31;
  for (let k = 2; k < size; k++) if (words[at + k] !== sign) return Number.NaN;
  const value = high * 2 ** 32 + (low >>> 0);
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

function nearest(words: Int32Array, at: number, size: number, scale: number): number {
  let value = BigInt(words[at + size - 1] as number);
  for (let k = size - 2; k >= 0; k--) value = (value << 32n) + BigInt((words[at + k] as number) >>> 0);
  return Number(`${value}e${-scale}`);
}
