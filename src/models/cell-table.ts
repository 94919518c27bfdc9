/** Merging stops paying when more than a third of so many histories were distinct. */
const ENOUGH_TO_JUDGE = 1 << 16;

/**
 * Collects histories and merges equal ones: an open-addressing table in typed arrays.
 *
 * Where most histories turn out to be distinct it stops looking for equal ones, and a history may then fill several cells; a likelihood is the
 * same sum either way.
 */
export class CellTable {
  #size = 0;
  #added = 0;
  #merging = true;
  /** Frequency, place of the recency and place of the age of each cell, side by side for the cache. */
  #keys = new Int32Array(3 * 512);
  #weights = new Float64Array(512);
  /** Cell + 1 at each place; 0 is an empty place. */
  #places = new Int32Array(1024);
  /** Cell + 1 of one-time buyers by place of the age: the most frequent histories by far. */
  #oneTime = new Int32Array(1024);

  get size(): number {
    return this.#size;
  }

  add(frequency: number, recencyAt: number, ageAt: number, weight: number): void {
    this.#added += 1;
    const cell =
      frequency === 0 ? this.#oneTimeCell(recencyAt, ageAt) : this.#repeatCell(frequency, recencyAt, ageAt);
    this.#weights[cell] = (this.#weights[cell] as number) + weight;
  }

  /** The frequency of each cell. */
  frequencies(): Int32Array {
    const frequencies = new Int32Array(this.#size);
    for (let cell = 0; cell < frequencies.length; cell++) frequencies[cell] = this.frequencyOf(cell);
    return frequencies;
  }

  frequencyOf(cell: number): number {
    return this.#keys[3 * cell] as number;
  }

  recencyAtOf(cell: number): number {
    return this.#keys[3 * cell + 1] as number;
  }

  ageAtOf(cell: number): number {
    return this.#keys[3 * cell + 2] as number;
  }

  weightOf(cell: number): number {
    return this.#weights[cell] as number;
  }

  #oneTimeCell(recencyAt: number, ageAt: number): number {
    if (ageAt >= this.#oneTime.length) this.#oneTime = enlarged(Int32Array, this.#oneTime, 2 * (ageAt + 1));
    const known = this.#oneTime[ageAt] as number;
    if (known !== 0) return known - 1;
    const cell = this.#append(0, recencyAt, ageAt);
    this.#oneTime[ageAt] = cell + 1;
    return cell;
  }

  #repeatCell(frequency: number, recencyAt: number, ageAt: number): number {
    if (!this.#merging) return this.#append(frequency, recencyAt, ageAt);
    const keys = this.#keys;
    const places = this.#places;
    const mask = places.length - 1;
    let place = hash(frequency, recencyAt, ageAt) & mask;
    for (let known = places[place] as number; known !== 0; known = places[place] as number) {
      const at = 3 * (known - 1);
      if (keys[at] === frequency && keys[at + 1] === recencyAt && keys[at + 2] === ageAt) return known - 1;
      place = (place + 1) & mask;
    }
    const cell = this.#append(frequency, recencyAt, ageAt);
    places[place] = cell + 1;
    if (2 * this.#size >= places.length) this.#growPlaces();
    return cell;
  }

  #append(frequency: number, recencyAt: number, ageAt: number): number {
    const cell = this.#size++;
    if (cell === this.#weights.length) {
      this.#keys = enlarged(Int32Array, this.#keys, 6 * cell);
      this.#weights = enlarged(Float64Array, this.#weights, 2 * cell);
    }
    this.#keys[3 * cell] = frequency;
    this.#keys[3 * cell + 1] = recencyAt;
    this.#keys[3 * cell + 2] = ageAt;
    return cell;
  }

  #growPlaces(): void {
    if (this.#added > ENOUGH_TO_JUDGE && 3 * this.#size > this.#added) {
      this.#merging = false;
      return;
    }
    const places = new Int32Array(2 * this.#places.length);
    const mask = places.length - 1;
    for (let cell = 0; cell < this.#size; cell++) {
      if (this.frequencyOf(cell) === 0) continue;
      let place = hash(this.frequencyOf(cell), this.recencyAtOf(cell), this.ageAtOf(cell)) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = cell + 1;
    }
    this.#places = places;
  }
}

function hash(frequency: number, recencyAt: number, ageAt: number): number {
  let h = Math.imul(frequency, 0x9e3779b1) ^ Math.imul(recencyAt, 0x85ebca6b) ^ Math.imul(ageAt, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

function enlarged<T extends Int32Array | Float64Array>(
  make: new (length: number) => T,
  values: T,
  length: number,
): T {
  const larger = new make(length);
  larger.set(values);
  return larger;
}
