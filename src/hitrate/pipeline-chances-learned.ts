import type { Random } from "../math/random.ts";
import { curvePlaces, drawCurve, emptyCurve } from "./decision-curve.ts";
import type { DecisionCurve, DecisionHistory } from "./decision-history.ts";
import { cellsOf, left, placesOf } from "./pipeline-cells.ts";
import { type Chances, effortOf } from "./pipeline-chances.ts";
import type { PipelineOffers } from "./pipeline-offers.ts";
import type { WinRates } from "./pipeline-rates.ts";

/** Probabilities by age, and by group within an age. */
export function chancesByAge(
  history: DecisionHistory,
  rates: WinRates,
  offers: PipelineOffers,
  daysAhead: readonly number[],
): Chances {
  const { won, lost, withdrawn, curve } = history;
  const other = lost + withdrawn;
  const places = curvePlaces(history);
  // Where all are won, or none is, groups cannot differ.
  const cells = cellsOf(offers, won > 0 && other > 0 ? rates.codes : null, places.length - 1);
  const horizons = daysAhead.length + 1;
  const { starts, ends } = placesOf(cells, places, daysAhead);
  const write = (from: DecisionCurve, used: Float64Array, drift: number, into: Float64Array): void => {
    for (let cell = 0; cell < starts.length; cell++) {
      const start = starts[cell] as number;
      const open = from.open[start] as number;
      const before = from.won[start] as number;
      const rate = cells.rates[cell] as number;
      let scale = open > 0 ? 1 / open : 0;
      if (rate >= 0) {
        const mine = used[rate] as number;
        scale *= shift(from, start, mine / won, ((1 - mine) * drift) / other);
      }
      for (let at = cell * horizons; at < (cell + 1) * horizons; at++) {
        const share = scale * ((from.won[ends[at] as number] as number) - before);
        into[at] = share < 1 ? share : 1;
      }
    }
  };
  const expected = new Float64Array(starts.length * horizons);
  write(curve, rates.used, 1, expected);
  const drawn = emptyCurve(history);
  const used = new Float64Array(rates.used.length);
  const draw = (random: Random, into: Float64Array): void => {
    drawCurve(history, random, drawn);
    rates.draw(random, used);
    write(drawn, used, endOdds(drawn) / endOdds(curve), into);
  };
  return {
    horizons,
    expected,
    cellOf: cells.cellOf,
    factor: null,
    draw,
    effort: effortOf(history, used.length, expected),
  };
}

/**
 * By how much a group changes the share won among the decisions after a place of the curve, on the scale of odds: those of the group stand to those of
 * all offers as its rate does to theirs. The two weights are the ratios of the shares won and not won.
 */
function shift(curve: DecisionCurve, place: number, weightWon: number, weightOther: number): number {
  const won = left(curve.won, place);
  const other = left(curve.other, place);
  const decided = won + other;
  const all = won * weightWon + other * weightOther;
  return all > 0 ? (weightWon * decided) / all : 0;
}

/** Odds of won against lost or withdrawn, over all ages. */
function endOdds({ won, other }: DecisionCurve): number {
  return (won.at(-1) as number) / (other.at(-1) as number);
}

/** Probabilities by group, whatever the age, for a decision that is sure to come. */
export function chancesByRate(history: DecisionHistory, rates: WinRates, offers: PipelineOffers): Chances {
  const { won, lost, withdrawn } = history;
  const other = lost + withdrawn;
  const cells = cellsOf({ ...offers, ages: new Int32Array(offers.ages.length) }, rates.codes, 0);
  const write = (used: Float64Array, overall: number, into: Float64Array): void => {
    for (let cell = 0; cell < into.length; cell++) {
      const rate = cells.rates[cell] as number;
      into[cell] = rate < 0 ? overall : (used[rate] as number);
    }
  };
  const expected = new Float64Array(cells.rates.length);
  write(rates.used, won / (won + other), expected);
  const used = new Float64Array(rates.used.length);
  const draw = (random: Random, into: Float64Array): void => {
    rates.draw(random, used);
    write(used, random.beta(won + 0.5, other + 0.5), into);
  };
  return {
    horizons: 1,
    expected,
    cellOf: cells.cellOf,
    factor: null,
    draw,
    effort: effortOf(history, used.length, expected),
  };
}
