/** The distinct integers of a list, numbered in the order in which they first appear. */
export interface DistinctNumbers {
  /** For each place the number of its integer. */
  readonly codes: Int32Array;
  /** For each distinct integer the first place at which it stands. */
  readonly firstAt: readonly number[];
}

/** So many entries of a table for each integer of the list, and some more, are worth not having to search. */
const ROOMY = 4;
const SMALL = 1 << 16;

/** Numbers the distinct integers of a list, all of them from 0 to below `size`. */
export function numberDistinct(list: Float64Array, size: number): DistinctNumbers {
  return size <= list.length * ROOMY + SMALL ? byTable(list, size) : byHash(list);
}

function byTable(list: Float64Array, size: number): DistinctNumbers {
  // Code + 1 of each integer; 0 has not been seen.
  const table = new Int32Array(size);
  const codes = new Int32Array(list.length);
  const firstAt: number[] = [];
  for (let i = 0; i < list.length; i++) {
    const value = list[i] as number;
    let code = table[value] as number;
    if (code === 0) {
      code = firstAt.push(i);
      table[value] = code;
    }
    codes[i] = code - 1;
  }
  return { codes, firstAt };
}

function byHash(list: Float64Array): DistinctNumbers {
  let room = 16;
  while (room < list.length * 2) room *= 2;
  const table = new Int32Array(room);
  const codes = new Int32Array(list.length);
  const firstAt: number[] = [];
  for (let i = 0; i < list.length; i++) {
    const value = list[i] as number;
    let place = hash(value) & (room - 1);
    let code = table[place] as number;
    while (code !== 0 && list[firstAt[code - 1] as number] !== value) {
      place = (place + 1) & (room - 1);
      code = table[place] as number;
    }
    if (code === 0) {
      code = firstAt.push(i);
      table[place] = code;
    }
    codes[i] = code - 1;
  }
  return { codes, firstAt };
}

function hash(value: number): number {
  let h = Math.imul(value >>> 0, 0x9e3779b1) ^ Math.imul(Math.floor(value / 2 ** 32), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
