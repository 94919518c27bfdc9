import { IntegerIndex } from "./integer-index.ts";

/** Writes the codes of integers, in order of first appearance, and returns the distinct integers. */
export function encodeIntegers(values: ArrayLike<number>, codes: Int32Array): readonly number[] {
  const { least, most } = limitsOf(values);
  // Customer numbers are often given out one after the other: then a place for each is less than a table of those that occur.
  if (most - least < 2 * codes.length) return encodeNarrow(values, codes, least, most);
  const index = new IntegerIndex();
  index.encode(values, codes);
  return Array.from(index.values);
}

function encodeNarrow(
  values: ArrayLike<number>,
  codes: Int32Array,
  least: number,
  most: number,
): readonly number[] {
  // Code + 1 of each integer; 0 stands for one that has not occurred.
  const codeOf = new Int32Array(Math.max(0, most - least + 1));
  const integers: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const value = values[i] as number;
    let code = codeOf[value - least] as number;
    if (code === 0) {
      code = integers.push(value);
      codeOf[value - least] = code;
    }
    codes[i] = code - 1;
  }
  return integers;
}

function limitsOf(values: ArrayLike<number>): { readonly least: number; readonly most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}
