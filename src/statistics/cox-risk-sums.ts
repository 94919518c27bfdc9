import type { CoxSample } from "./cox-sample.ts";

/** Beyond this many times what is left, sums from which rows were taken have lost digits, and are summed anew. */
const SPOILT = 1e3;

/** Beyond this, e^(η − shift) is large enough to move the shift. */
const HIGHEST = 30;

/**
 * The sums over those at risk at one time, with w e^(η − shift) for the weight of a row: `shift` keeps them in the range of doubles.
 *
 * `s` are sums over all at risk, `d` over those who have the event now (filled only if there are several); 0, 1 and 2 tell the powers of x.
 * Matrices are lower triangles, row after row.
 */
export class RiskSums {
  s0 = 0;
  readonly s1: Float64Array;
  readonly s2: Float64Array;
  d0 = 0;
  readonly d1: Float64Array;
  readonly d2: Float64Array;
  shift = 0;
  /** The time, and the places of those who have the event then: `first` up to before `last`. */
  time = 0;
  first = 0;
  last = 0;
  /** Sum of the weights of those. */
  eventWeight = 0;
  stratum = 0;
  /** Rows at risk. */
  atRisk = 0;
  #peak = 0;
  readonly #sample: CoxSample;
  readonly #eta: Float64Array;
  readonly #squares: boolean;

  constructor(sample: CoxSample, eta: Float64Array, squares: boolean) {
    const { columns } = sample;
    const triangle = squares ? (columns * (columns + 1)) / 2 : 0;
    this.#sample = sample;
    this.#eta = eta;
    this.#squares = squares;
    this.s1 = new Float64Array(columns);
    this.s2 = new Float64Array(triangle);
    this.d1 = new Float64Array(columns);
    this.d2 = new Float64Array(triangle);
  }

  /** Nobody is at risk. */
  clear(): void {
    this.s0 = 0;
    this.s1.fill(0);
    this.s2.fill(0);
    this.atRisk = 0;
    this.#peak = 0;
  }

  add(place: number): void {
    const eta = this.#eta[place] as number;
    if (this.atRisk === 0) this.shift = eta;
    else if (eta > this.shift + HIGHEST) this.#raise(eta);
    const share = (this.#sample.weight[place] as number) * Math.exp(eta - this.shift);
    this.s0 += share;
    this.atRisk += 1;
    this.#moments(place, share, this.s1, this.s2);
    if (this.s0 > this.#peak) this.#peak = this.s0;
  }

  remove(place: number): void {
    const share =
      (this.#sample.weight[place] as number) * Math.exp((this.#eta[place] as number) - this.shift);
    this.s0 -= share;
    this.atRisk -= 1;
    this.#moments(place, -share, this.s1, this.s2);
  }

  /** Sums anew if so much was taken away that rounding shows: those of places `from` up to before `to` who entered before the time. */
  renew(from: number, to: number, time: number): void {
    if (this.s0 * SPOILT > this.#peak) return;
    this.clear();
    const entry = this.#sample.entry as Float64Array;
    for (let i = from; i < to; i++) if ((entry[i] as number) < time) this.add(i);
  }

  /** Those from `first` up to before `last` have the event. */
  leave(first: number, last: number): void {
    const { weight } = this.#sample;
    this.first = first;
    this.last = last;
    this.eventWeight = 0;
    for (let i = first; i < last; i++) this.eventWeight += weight[i] as number;
    if (last - first === 1) return;
    this.d0 = 0;
    this.d1.fill(0);
    this.d2.fill(0);
    for (let i = first; i < last; i++) {
      const share = (weight[i] as number) * Math.exp((this.#eta[i] as number) - this.shift);
      this.d0 += share;
      this.#moments(i, share, this.d1, this.d2);
    }
  }

  #moments(place: number, share: number, first: Float64Array, second: Float64Array): void {
    const { columns, x } = this.#sample;
    const at = place * columns;
    for (let a = 0, k = 0; a < columns; a++) {
      const part = share * (x[at + a] as number);
      first[a] = (first[a] as number) + part;
      if (!this.#squares) continue;
      for (let b = 0; b <= a; b++, k++) second[k] = (second[k] as number) + part * (x[at + b] as number);
    }
  }

  #raise(shift: number): void {
    const factor = Math.exp(this.shift - shift);
    this.shift = shift;
    this.s0 *= factor;
    this.#peak *= factor;
    for (let a = 0; a < this.s1.length; a++) this.s1[a] = (this.s1[a] as number) * factor;
    for (let k = 0; k < this.s2.length; k++) this.s2[k] = (this.s2[k] as number) * factor;
  }
}
