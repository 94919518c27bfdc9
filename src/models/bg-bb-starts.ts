import type { OpportunityCells } from "./bg-bb-cells.ts";

/**
 * The log-likelihood of the terms at which the sums over lifetimes start: alive through tx, and gone right after it unless tx = T.
 *
 *     Σ ln B(α+x, β+tx−x) ÷ B(α, β) + ln B(γ, δ+tx) ÷ B(γ, δ) [+ ln γ ÷ (γ+δ+tx)]
 *
 * Over a base it needs only how many customers have more than j of something: one logarithm for each j, whatever the number of cells.
 */
export class StartingTerms {
  /** Customers by more than j purchases, silent opportunities and opportunities up to tx, and by factors of γ+δ. */
  readonly #purchases: Float64Array;
  readonly #silences: Float64Array;
  readonly #opportunities: Float64Array;
  readonly #factors: Float64Array;
  readonly #gone: number;

  constructor({ size, frequency, recency, age, weight, longest }: OpportunityCells) {
    this.#purchases = new Float64Array(longest + 1);
    this.#silences = new Float64Array(longest + 1);
    this.#opportunities = new Float64Array(longest + 1);
    this.#factors = new Float64Array(longest + 1);
    let gone = 0;
    for (let i = 0; i < size; i++) {
      const x = frequency[i] as number;
      const tx = recency[i] as number;
      const m = weight[i] as number;
      const isGone = tx < (age[i] as number);
      if (isGone) gone += m;
      count(this.#purchases, x, m);
      count(this.#silences, tx - x, m);
      count(this.#opportunities, tx, m);
      count(this.#factors, isGone ? tx + 1 : tx, m);
    }
    this.#gone = gone;
    for (const counts of [this.#purchases, this.#silences, this.#opportunities, this.#factors]) {
      moreThan(counts);
    }
  }

  value(alpha: number, beta: number, gamma: number, delta: number): number {
    let value = this.#gone * Math.log(gamma);
    for (let j = 0; j < this.#factors.length; j++) {
      value +=
        (this.#purchases[j] as number) * Math.log(alpha + j) +
        (this.#silences[j] as number) * Math.log(beta + j) -
        (this.#opportunities[j] as number) * Math.log(alpha + beta + j) +
        (this.#opportunities[j] as number) * Math.log(delta + j) -
        (this.#factors[j] as number) * Math.log(gamma + delta + j);
    }
    return value;
  }
}

function count(counts: Float64Array, number: number, weight: number): void {
  if (number > 0) counts[number - 1] = (counts[number - 1] as number) + weight;
}

/** From how many customers have exactly j + 1 to how many have more than j. */
function moreThan(counts: Float64Array): void {
  for (let j = counts.length - 2; j >= 0; j--) {
    counts[j] = (counts[j] as number) + (counts[j + 1] as number);
  }
}
