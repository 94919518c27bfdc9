import type { Random } from "../math/random.ts";
import { curvePlaces, drawCurve, emptyCurve } from "./decision-curve.ts";
import type { DecisionCurve, DecisionHistory } from "./decision-history.ts";
import { cellsOf, left, placesOf } from "./pipeline-cells.ts";
import { type Chances, effortOf } from "./pipeline-chances.ts";
import type { PipelineOffers } from "./pipeline-offers.ts";

/** Probabilities that somebody else knows; `NaN` where he does not. */
export function chancesGiven(probabilities: Float64Array): Chances {
  const cellOf = Int32Array.from(probabilities, (value) => (Number.isNaN(value) ? -1 : 0));
  return { horizons: 1, expected: Float64Array.of(1), cellOf, factor: probabilities, draw: null, effort: 1 };
}

/** Probabilities that somebody else knows, of wins whose day is learned by age: offers for which no day is known come last. */
export function chancesGivenByAge(
  probabilities: Float64Array,
  history: DecisionHistory,
  offers: PipelineOffers,
  daysAhead: readonly number[],
): Chances {
  const places = curvePlaces(history);
  const cells = cellsOf(offers, null, places.length - 1);
  const horizons = daysAhead.length + 1;
  const { starts, ends } = placesOf(cells, places, daysAhead);
  const write = ({ won }: DecisionCurve, into: Float64Array): void => {
    for (let cell = 0; cell < starts.length; cell++) {
      const start = starts[cell] as number;
      const all = left(won, start);
      for (let at = cell * horizons; at < (cell + 1) * horizons; at++) {
        into[at] = all > 0 ? (all - left(won, ends[at] as number)) / all : 0;
      }
      // By then all that will be won is won, whenever that may be.
      into[(cell + 1) * horizons - 1] = 1;
    }
  };
  const expected = new Float64Array(cells.ages.length * horizons);
  write(history.curve, expected);
  const drawn = emptyCurve(history);
  const draw = (random: Random, into: Float64Array): void => {
    drawCurve(history, random, drawn);
    write(drawn, into);
  };
  const cellOf = cells.cellOf.map((cell, at) => (Number.isNaN(probabilities[at]) ? -1 : cell));
  return { horizons, expected, cellOf, factor: probabilities, draw, effort: effortOf(history, 0, expected) };
}
