import type { Random } from "../math/random.ts";
import type { Chances } from "./pipeline-chances.ts";
import { DRAWS, type SumDraws } from "./pipeline-draws.ts";
import { SumOfMany } from "./pipeline-sum-of-many.ts";

/** So many offers, those of the largest values, are won or not one by one; the sum of all others is close to normal. */
const ONE_BY_ONE = 250;

/** Probabilities are drawn anew for each draw of the sums if that is quick, and at least so often for large books. */
const LEAST_PROBABILITIES = 250;
/** How many steps of work drawing probabilities may take in all. */
const EFFORT = 2e7;

/**
 * Draws the sums of several sets of offers: first the probabilities, which all sets share, then the offers won.
 *
 * The offers of small value are drawn as one normal sum with their variance and skewness (Cornish and Fisher's first term) around the mean that the
 * drawn probabilities give them.
 */
export function drawSums(
  chances: Chances,
  values: Float64Array,
  sets: readonly Int32Array[],
  random: Random,
): readonly SumDraws[] {
  const samplers = sets.map((set) => new SetSampler(chances, values, set));
  const probabilities = Float64Array.from(chances.expected);
  const often = Math.max(LEAST_PROBABILITIES, Math.min(DRAWS, EFFORT / chances.effort));
  let seen = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    if (draw === 0 || (chances.draw !== null && draw * often >= seen * DRAWS)) {
      chances.draw?.(random, probabilities);
      for (const sampler of samplers) sampler.see(probabilities);
      seen += 1;
    }
    for (const sampler of samplers) sampler.draw(draw, probabilities, random);
  }
  return samplers.map(({ sums }) => sums);
}

class SetSampler {
  readonly sums: SumDraws;
  readonly #horizons: number;
  readonly #single: Int32Array;
  readonly #cellOf: Int32Array;
  readonly #factor: Float64Array | null;
  readonly #values: Float64Array;
  readonly #rest: SumOfMany | null;

  constructor(chances: Chances, values: Float64Array, set: Int32Array) {
    const { horizons, cellOf, factor } = chances;
    const known = set.filter((offer) => (cellOf[offer] as number) >= 0);
    const { single, rest } = largestFirst(known, values);
    this.#horizons = horizons;
    this.#single = single;
    this.#cellOf = cellOf;
    this.#factor = factor;
    this.#values = values;
    this.#rest = rest.length > 0 ? new SumOfMany(chances, values, rest) : null;
    const room = (): Float64Array => new Float64Array(horizons * DRAWS);
    this.sums = { wins: room(), values: room(), winsBetween: room(), valuesBetween: room() };
  }

  see(probabilities: Float64Array): void {
    this.#rest?.see(probabilities);
  }

  draw(draw: number, probabilities: Float64Array, random: Random): void {
    const { wins, values, winsBetween, valuesBetween } = this.sums;
    const horizons = this.#horizons;
    for (let at = 0; at < this.#single.length; at++) {
      const offer = this.#single[at] as number;
      const from = (this.#cellOf[offer] as number) * horizons;
      const factor = this.#factor === null ? 1 : (this.#factor[offer] as number);
      const luck = random.uniform();
      let k = 0;
      while (k < horizons && luck > factor * (probabilities[from + k] as number)) k += 1;
      if (k === horizons) continue;
      const place = k * DRAWS + draw;
      winsBetween[place] = (winsBetween[place] as number) + 1;
      valuesBetween[place] = (valuesBetween[place] as number) + (this.#values[offer] as number);
    }
    let won = 0;
    let value = 0;
    for (let k = 0; k < horizons; k++) {
      const place = k * DRAWS + draw;
      won += winsBetween[place] as number;
      value += valuesBetween[place] as number;
      wins[place] = won;
      values[place] = value;
    }
    this.#rest?.add(draw, random, this.sums);
  }
}

/** Offers that are drawn one by one, and all others; of those with the value at the limit the first ones. */
function largestFirst(
  offers: Int32Array,
  values: Float64Array,
): { readonly single: Int32Array; readonly rest: Int32Array } {
  if (offers.length <= ONE_BY_ONE) return { single: offers, rest: new Int32Array(0) };
  const ascending = Float64Array.from(offers, (offer) => values[offer] as number).sort();
  const limit = ascending[ascending.length - ONE_BY_ONE] as number;
  let ties =
    ONE_BY_ONE - offers.reduce((above, offer) => above + ((values[offer] as number) > limit ? 1 : 0), 0);
  const single: number[] = [];
  const rest: number[] = [];
  for (const offer of offers) {
    const value = values[offer] as number;
    const isLarge = value > limit || (value === limit && ties-- > 0);
    (isLarge ? single : rest).push(offer);
  }
  return { single: Int32Array.from(single), rest: Int32Array.from(rest) };
}
