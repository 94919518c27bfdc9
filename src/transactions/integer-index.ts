/**
 * Gives 32-bit integers running numbers in the order in which they first appear.
 *
 * An open-addressing table in typed arrays: about twice as fast as a `Map`, and 8 bytes a place.
 */
export class IntegerIndex {
  #capacity = 1 << 10;
  #keys = new Int32Array(this.#capacity);
  #codes = new Int32Array(this.#capacity).fill(-1);
  #values = new Int32Array(1 << 9);
  #size = 0;

  /** The distinct integers by code. */
  get values(): Int32Array {
    return this.#values.subarray(0, this.#size);
  }

  /** Writes the code of each value. */
  encode(values: ArrayLike<number>, codes: Int32Array): void {
    for (let i = 0; i < codes.length; i++) codes[i] = this.#codeOf((values[i] as number) | 0);
  }

  #codeOf(value: number): number {
    const mask = this.#capacity - 1;
    let place = hash(value) & mask;
    for (;;) {
      const code = this.#codes[place] as number;
      if (code < 0) return this.#insert(value, place);
      if (this.#keys[place] === value) return code;
      place = (place + 1) & mask;
    }
  }

  #insert(value: number, place: number): number {
    const code = this.#size;
    this.#keys[place] = value;
    this.#codes[place] = code;
    this.#values[code] = value;
    this.#size += 1;
    if (this.#size === this.#values.length) this.#grow();
    return code;
  }

  #grow(): void {
    const capacity = this.#capacity * 2;
    const keys = new Int32Array(capacity);
    const codes = new Int32Array(capacity).fill(-1);
    const values = new Int32Array(capacity / 2);
    values.set(this.#values);
    for (let code = 0; code < this.#size; code++) {
      const value = values[code] as number;
      let place = hash(value) & (capacity - 1);
      while ((codes[place] as number) >= 0) place = (place + 1) & (capacity - 1);
      keys[place] = value;
      codes[place] = code;
    }
    this.#capacity = capacity;
    this.#keys = keys;
    this.#codes = codes;
    this.#values = values;
  }
}

/** Spreads neighbouring integers over the table (Fibonacci hashing with a final fold). */
function hash(value: number): number {
  const product = Math.imul(value, 0x9e3779b1);
  return (product ^ (product >>> 15)) >>> 0;
}
