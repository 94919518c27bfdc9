import { softplus } from "../math/log-odds.ts";

/** A sum of positive terms, each a multiple of the one before, kept in logarithms wherever it leaves the range of a number. */
export class LogSeries {
  /** log of the unit in which the current term and sum are kept. */
  #scale: number;
  #term = 1;
  #sum = 0;
  /** log of what was added in earlier units. */
  #earlier = Number.NEGATIVE_INFINITY;

  constructor(logFirstTerm: number) {
    this.#scale = logFirstTerm;
  }

  /** Adds the current term times a weight. */
  add(weight: number): void {
    this.#sum += weight * this.#term;
  }

  /** Goes on to the next term. */
  step(ratio: number): void {
    this.#term *= ratio;
    if (this.#term > 1e-200 && this.#term < 1e200) return;
    this.#earlier = this.logSum;
    this.#sum = 0;
    this.#scale += Math.log(this.#term);
    this.#term = 1;
  }

  /** log of the current term. */
  get logTerm(): number {
    return this.#scale + Math.log(this.#term);
  }

  /** log of the sum; −∞ if nothing was added. */
  get logSum(): number {
    if (this.#sum === 0) return this.#earlier;
    const current = this.#scale + Math.log(this.#sum);
    return current + softplus(this.#earlier - current);
  }
}
