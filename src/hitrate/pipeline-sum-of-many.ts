import type { Random } from "../math/random.ts";
import type { Chances } from "./pipeline-chances.ts";
import { DRAWS, type SumDraws } from "./pipeline-draws.ts";

/** Mean 0: what a sum of many offers adds to its mean by chance. */
interface Noise {
  readonly spread: number;
  readonly skewness: number;
}

/** The sum of many offers of small value. */
export class SumOfMany {
  readonly #horizons: number;
  readonly #cells: Int32Array;
  /** For each of the cells the sums of factors, and of factors × values. */
  readonly #factors: Float64Array;
  readonly #worths: Float64Array;
  readonly #offers: number;
  readonly #worth: number;
  /** For each horizon: wins and value up to it, wins and value since the one before. */
  readonly #noise: readonly Noise[];
  readonly #means: Float64Array;

  constructor({ horizons, expected, cellOf, factor }: Chances, values: Float64Array, offers: Int32Array) {
    const factors = new Float64Array(expected.length / horizons);
    const worths = new Float64Array(factors.length);
    const moments = Array.from({ length: horizons * 4 }, () => ({ variance: 0, third: 0 }));
    let worth = 0;
    for (const offer of offers) {
      const cell = cellOf[offer] as number;
      const f = factor === null ? 1 : (factor[offer] as number);
      const value = values[offer] as number;
      factors[cell] = (factors[cell] as number) + f;
      worths[cell] = (worths[cell] as number) + f * value;
      worth += value;
      let before = 0;
      for (let k = 0; k < horizons; k++) {
        const p = f * (expected[cell * horizons + k] as number);
        addMoments(moments[4 * k], p, 1);
        addMoments(moments[4 * k + 1], p, value);
        addMoments(moments[4 * k + 2], p - before, 1);
        addMoments(moments[4 * k + 3], p - before, value);
        before = p;
      }
    }
    this.#horizons = horizons;
    this.#cells = Int32Array.from(factors.keys()).filter((cell) => (factors[cell] as number) > 0);
    this.#factors = factors;
    this.#worths = worths;
    this.#offers = offers.length;
    this.#worth = worth;
    this.#noise = moments.map(noiseOf);
    this.#means = new Float64Array(moments.length);
  }

  /** Takes over drawn probabilities. */
  see(probabilities: Float64Array): void {
    let wonBefore = 0;
    let worthBefore = 0;
    for (let k = 0; k < this.#horizons; k++) {
      let won = 0;
      let worth = 0;
      for (let at = 0; at < this.#cells.length; at++) {
        const cell = this.#cells[at] as number;
        const p = probabilities[cell * this.#horizons + k] as number;
        won += p * (this.#factors[cell] as number);
        worth += p * (this.#worths[cell] as number);
      }
      this.#means.set([won, worth, won - wonBefore, worth - worthBefore], 4 * k);
      wonBefore = won;
      worthBefore = worth;
    }
  }

  /** Adds what this draw brings to the sums. */
  add(draw: number, random: Random, { wins, values, winsBetween, valuesBetween }: SumDraws): void {
    for (let k = 0; k < this.#horizons; k++) {
      const place = k * DRAWS + draw;
      wins[place] = (wins[place] as number) + Math.round(this.#sum(4 * k, this.#offers, random));
      values[place] = (values[place] as number) + this.#sum(4 * k + 1, this.#worth, random);
      winsBetween[place] =
        (winsBetween[place] as number) + Math.round(this.#sum(4 * k + 2, this.#offers, random));
      valuesBetween[place] = (valuesBetween[place] as number) + this.#sum(4 * k + 3, this.#worth, random);
    }
  }

  #sum(at: number, most: number, random: Random): number {
    const { spread, skewness } = this.#noise[at] as Noise;
    const mean = this.#means[at] as number;
    if (spread === 0) return mean;
    const z = random.normal();
    return Math.min(most, Math.max(0, mean + spread * (z + (skewness / 6) * (z * z - 1))));
  }
}

function addMoments(into: { variance: number; third: number } | undefined, p: number, value: number): void {
  if (into === undefined) return;
  const part = p * (1 - p) * value * value;
  into.variance += part;
  into.third += part * (1 - 2 * p) * value;
}

/** Beyond this the first term of the expansion is no increasing function of the normal variable any more. */
const MOST_SKEWED = 1;

function noiseOf({ variance, third }: { readonly variance: number; readonly third: number }): Noise {
  const spread = Math.sqrt(Math.max(0, variance));
  const skewness = spread > 0 ? third / spread ** 3 : 0;
  return { spread, skewness: Math.min(MOST_SKEWED, Math.max(-MOST_SKEWED, skewness)) };
}
