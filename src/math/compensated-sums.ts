/**
 * Sums of money that lose nothing to the order in which amounts come, or to large amounts that come and go.
 *
 * What rounding cuts off is kept beside each sum (Neumaier 1974), so that totals agree to the cent however they are made up.
 */
export class CompensatedSums {
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;

  constructor(places: number) {
    this.#sums = new Float64Array(places);
    this.#lost = new Float64Array(places);
  }

  add(place: number, amount: number): void {
    const sum = this.#sums[place] as number;
    const next = sum + amount;
    this.#lost[place] =
      (this.#lost[place] as number) +
      (Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum);
    this.#sums[place] = next;
  }

  /** Adds a sum of others with all that is kept beside it, which `at` would round away. */
  addSum(place: number, others: CompensatedSums, otherPlace: number): void {
    this.add(place, others.#sums[otherPlace] as number);
    this.add(place, others.#lost[otherPlace] as number);
  }

  at(place: number): number {
    return (this.#sums[place] as number) + (this.#lost[place] as number);
  }

  clear(place: number): void {
    this.#sums[place] = 0;
    this.#lost[place] = 0;
  }
}
