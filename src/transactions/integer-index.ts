/**
 * Gives 32-bit integers running numbers in the order in which they first appear.
 *
 * An open-addressing table in typed arrays: about twice as fast as a `Map`, and 8 bytes a place.
 */
export class IntegerIndex {
  // Key and code + 1 of a place stand side by side, so that a look-up touches one line of the cache; 0 is an empty place.
  #table = new Int32Array(1 << 11);
  #values = new Int32Array(1 << 9);
  #size = 0;

  /** The distinct integers by code. */
  get values(): Int32Array {
    return this.#values.subarray(0, this.#size);
  }

  /** Writes the code of each value. */
  encode(values: ArrayLike<number>, codes: Int32Array): void {
    let table = this.#table;
    let mask = table.length - 2;
    for (let i = 0; i < codes.length; i++) {
      const value = (values[i] as number) | 0;
      let place = (hash(value) << 1) & mask;
      let code = table[place + 1] as number;
      while (code !== 0 && table[place] !== value) {
        place = (place + 2) & mask;
        code = table[place + 1] as number;
      }
      if (code === 0) {
        code = this.#insert(value, place);
        table = this.#table;
        mask = table.length - 2;
      }
      codes[i] = code - 1;
    }
  }

  #insert(value: number, place: number): number {
    this.#values[this.#size] = value;
    this.#size += 1;
    this.#table[place] = value;
    this.#table[place + 1] = this.#size;
    const code = this.#size;
    if (this.#size === this.#values.length) this.#grow();
    return code;
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 2;
    const values = new Int32Array(this.#values.length * 2);
    values.set(this.#values);
    for (let code = 1; code <= this.#size; code++) {
      const value = values[code - 1] as number;
      let place = (hash(value) << 1) & mask;
      while (table[place + 1] !== 0) place = (place + 2) & mask;
      table[place] = value;
      table[place + 1] = code;
    }
    this.#table = table;
    this.#values = values;
  }
}

/** Spreads neighbouring integers over the table (Fibonacci hashing with a final fold). */
function hash(value: number): number {
  const product = Math.imul(value, 0x9e3779b1);
  return (product ^ (product >>> 15)) >>> 0;
}
