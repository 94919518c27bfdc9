/** Sums of the first numbers of a list that changes, each in logarithmic time (Fenwick 1994). */
export class FenwickTree {
  readonly #sums: Float64Array;
  #total = 0;

  constructor(size: number) {
    this.#sums = new Float64Array(size + 1);
  }

  /** The sum of all. */
  get total(): number {
    return this.#total;
  }

  /** Adds to the number at a place, from 0. */
  add(place: number, value: number): void {
    this.#total += value;
    for (let i = place + 1; i < this.#sums.length; i += i & -i) {
      this.#sums[i] = (this.#sums[i] as number) + value;
    }
  }

  /** The sum of the numbers before a place. */
  before(place: number): number {
    let sum = 0;
    for (let i = place; i > 0; i -= i & -i) sum += this.#sums[i] as number;
    return sum;
  }
}
