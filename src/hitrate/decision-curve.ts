import type { Random } from "../math/random.ts";
import type { DecisionCurve, DecisionHistory } from "./decision-history.ts";

/** For each age from −1 the place of a curve that holds then: age a is found at a + 1, and all later ages at the end. */
export function curvePlaces({ days }: DecisionHistory): Int32Array {
  const last = days.length === 0 ? -1 : (days[days.length - 1] as number);
  const places = new Int32Array(last + 2);
  let place = 0;
  for (let age = -1; age <= last; age++) {
    if (days[place] === age) place += 1;
    places[age + 1] = place;
  }
  return places;
}

/** The place of a curve that holds at an age. */
export function placeAt(places: Int32Array, age: number): number {
  return places[Math.min(age + 1, places.length - 1)] as number;
}

/** Room for a curve that is to be drawn. */
export function emptyCurve({ days }: DecisionHistory): DecisionCurve {
  const room = (): Float64Array => new Float64Array(days.length + 1);
  return { open: room(), won: room(), other: room() };
}

/**
 * Draws a curve from what the history leaves possible: at each day the shares of won, ended otherwise and still open are Dirichlet with the
 * counts of that day (the Bayesian bootstrap for censored data, Lo 1993).
 *
 * Half a win and half a loss are added, spread over the days as decisions are, which is Jeffreys' prior of the share won: a history of
 * wins only does not make the next one certain.
 */
export function drawCurve(history: DecisionHistory, random: Random, into: DecisionCurve): void {
  const { atRisk, wonAt, otherAt, won, lost, withdrawn } = history;
  const { open, won: wins, other: others } = into;
  const prior = 0.5 / (won + lost + withdrawn);
  open[0] = 1;
  for (let k = 0; k < atRisk.length; k++) {
    const w = wonAt[k] as number;
    const o = otherAt[k] as number;
    const stay = (atRisk[k] as number) - w - o;
    const extra = prior * (w + o);
    const wonPart = random.gamma(w + extra, 1);
    const otherPart = random.gamma(o + extra, 1);
    const openPart = stay > 0 ? random.gamma(stay, 1) : 0;
    const scale = (open[k] as number) / (wonPart + otherPart + openPart);
    open[k + 1] = openPart * scale;
    wins[k + 1] = (wins[k] as number) + wonPart * scale;
    others[k + 1] = (others[k] as number) + otherPart * scale;
  }
}
