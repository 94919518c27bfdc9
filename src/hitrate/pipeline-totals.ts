import { CompensatedSums } from "../math/compensated-sums.ts";
import { type Random, seededRandom } from "../math/random.ts";
import type { Chances } from "./pipeline-chances.ts";
import { DRAWS, drawnInterval, type SumDraws } from "./pipeline-draws.ts";
import type { PipelineOffers } from "./pipeline-offers.ts";
import type { PipelineExpectation, PipelineTotal } from "./pipeline-result.ts";
import { drawSums } from "./pipeline-simulation.ts";

/** The probability that an offer is won up to a horizon; `NaN` if nothing is known of it. */
export function chanceOf(
  { cellOf, expected, horizons, factor }: Chances,
  at: number,
  horizon: number,
): number {
  const cell = cellOf[at] as number;
  if (cell < 0) return Number.NaN;
  return (expected[cell * horizons + horizon] as number) * (factor === null ? 1 : (factor[at] as number));
}

/** What some offers make together. */
export interface OfferSums {
  readonly offers: number;
  /** Offers without a probability, and their value. */
  readonly unknown: number;
  readonly unknownValue: number;
  readonly value: number;
  /** Up to each horizon. */
  readonly wins: readonly number[];
  readonly wonValues: readonly number[];
}

/** Adds up offers and what is expected of them, each offer once for every horizon. */
export function offerSums(set: Int32Array, { values }: PipelineOffers, chances: Chances | null): OfferSums {
  const horizons = chances?.horizons ?? 0;
  const sums = new CompensatedSums(2 * horizons + 2);
  let unknown = 0;
  for (const at of set) {
    const value = values[at] as number;
    sums.add(2 * horizons, value);
    if (chances === null || (chances.cellOf[at] as number) < 0) {
      unknown += 1;
      sums.add(2 * horizons + 1, value);
      continue;
    }
    for (let k = 0; k < horizons; k++) {
      const probability = chanceOf(chances, at, k);
      sums.add(k, probability);
      sums.add(horizons + k, probability * value);
    }
  }
  const horizon = Array.from({ length: horizons }, (_, k) => k);
  return {
    offers: set.length,
    unknown,
    unknownValue: sums.at(2 * horizons + 1),
    value: sums.at(2 * horizons),
    wins: horizon.map((k) => sums.at(k)),
    wonValues: horizon.map((k) => sums.at(horizons + k)),
  };
}

/** An expectation with the limits that the draws of one horizon give it. */
export function expectation(
  expected: number,
  draws: Float64Array | undefined,
  horizon: number,
  level: number,
): PipelineExpectation {
  if (draws === undefined) return { expected, lower: expected, upper: expected };
  return {
    expected,
    ...drawnInterval(draws.subarray(horizon * DRAWS, (horizon + 1) * DRAWS), level, expected),
  };
}

/** The totals of several sets of offers. */
export function pipelineTotals(
  sets: readonly Int32Array[],
  offers: PipelineOffers,
  chances: Chances | null,
  { level, seed, hasValues }: { readonly level: number; readonly seed: number; readonly hasValues: boolean },
): readonly PipelineTotal[] {
  const random: Random = seededRandom(seed);
  const draws: readonly SumDraws[] = chances === null ? [] : drawSums(chances, offers.values, sets, random);
  return sets.map((set, s): PipelineTotal => {
    const sums = offerSums(set, offers, chances);
    const known = chances !== null && (sums.unknown < sums.offers || sums.offers === 0);
    return {
      offers: sums.offers,
      withoutProbability: sums.unknown,
      value: hasValues ? sums.value : null,
      wins: known ? expectation(sums.wins[0] as number, draws[s]?.wins, 0, level) : null,
      wonValue:
        known && hasValues ? expectation(sums.wonValues[0] as number, draws[s]?.values, 0, level) : null,
    };
  });
}
