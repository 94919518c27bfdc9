import { placeAt } from "./decision-curve.ts";
import { numberDistinct } from "./hit-rate-distinct.ts";
import type { PipelineOffers } from "./pipeline-offers.ts";

/** The offers by age and group. */
export interface Cells {
  readonly cellOf: Int32Array;
  readonly ages: Int32Array;
  /** −1 for offers that no group changes. */
  readonly rates: Int32Array;
}

/** Numbers the offers by age and group; ages above `oldest` are one. */
export function cellsOf({ places, ages }: PipelineOffers, rateOf: Int32Array | null, oldest: number): Cells {
  const span = oldest + 2;
  const age = (at: number): number => Math.min(ages[at] as number, oldest);
  const rate = (at: number): number => (rateOf === null ? -1 : (rateOf[places[at] as number] as number));
  const groups = rateOf === null ? 0 : rateOf.reduce((most, code) => Math.max(most, code + 1), 0);
  const keys = Float64Array.from(places, (_, at) => (rate(at) + 1) * span + age(at) + 1);
  const { codes, firstAt } = numberDistinct(keys, (groups + 1) * span);
  return { cellOf: codes, ages: Int32Array.from(firstAt, age), rates: Int32Array.from(firstAt, rate) };
}

/** The places of a curve that hold at the ages of cells now, and at each horizon. */
export function placesOf(
  { ages }: Cells,
  places: Int32Array,
  daysAhead: readonly number[],
): { readonly starts: Int32Array; readonly ends: Int32Array } {
  const horizons = daysAhead.length + 1;
  const ends = new Int32Array(ages.length * horizons).fill(places[places.length - 1] as number);
  for (let cell = 0; cell < ages.length; cell++) {
    for (let k = 0; k < daysAhead.length; k++) {
      ends[cell * horizons + k] = placeAt(places, (ages[cell] as number) + (daysAhead[k] as number));
    }
  }
  return { starts: ages.map((age) => placeAt(places, age)), ends };
}

/** What an incidence has still to rise after a place of its curve. */
export function left(incidence: Float64Array, place: number): number {
  return (incidence[incidence.length - 1] as number) - (incidence[place] as number);
}
