import { NOT_YET } from "../offers/as-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { LOST, OPEN, WITHDRAWN, WON } from "../offers/offer-status.ts";
import { incidenceCurves } from "../statistics/cumulative-incidence-curves.ts";
import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";

/**
 * How offers end, by days since submission: place 0 is before any decision, place k after the k-th day of `DecisionHistory.days`.
 *
 * `open + won + other` is 1 everywhere. What is open at the last place was never seen to be decided.
 */
export interface DecisionCurve {
  readonly open: Float64Array;
  readonly won: Float64Array;
  /** Lost or withdrawn. */
  readonly other: Float64Array;
}

/** What has become of the offers of a book, and after how many days. */
export interface DecisionHistory {
  readonly won: number;
  readonly lost: number;
  readonly withdrawn: number;
  /** Submitted and not decided. */
  readonly open: number;
  /** The days after submission at which offers were decided, ascending. */
  readonly days: Int32Array;
  /** For each of these days the offers that were still open when it began, those won on it, and those lost or withdrawn on it. */
  readonly atRisk: Float64Array;
  readonly wonAt: Float64Array;
  readonly otherAt: Float64Array;
  /** Aalen and Johansen's estimate. */
  readonly curve: DecisionCurve;
}

/** Follows all offers from their submission to their decision; open ones are censored at their age. */
export function decisionHistory(book: OfferBook, asOf: CivilDay, standing: Uint8Array): DecisionHistory {
  const { submitted, decided, until } = book;
  // After its last day a book tells of no decision, so nobody is at risk there.
  const observed = until === null ? asOf : Math.min(asOf, civilDayOfIso(until));
  const fates = new Float64Array(NOT_YET);
  const durations = new Int32Array(standing.length).fill(-1);
  let longest = -1;
  for (let i = 0; i < standing.length; i++) {
    const fate = standing[i] as number;
    if (fate >= NOT_YET) continue;
    fates[fate] = (fates[fate] as number) + 1;
    const duration = (fate === OPEN ? observed : (decided[i] as number)) - (submitted[i] as number);
    durations[i] = duration;
    if (duration > longest) longest = duration;
  }
  const leaving = new Float64Array((longest + 1) * ENDS);
  for (let i = 0; i < durations.length; i++) {
    const duration = durations[i] as number;
    if (duration < 0) continue;
    const fate = standing[i] as number;
    const place = duration * ENDS + (fate === OPEN ? 0 : fate === WON ? 1 : 2);
    leaving[place] = (leaving[place] as number) + 1;
  }
  return {
    won: fates[WON] as number,
    lost: fates[LOST] as number,
    withdrawn: fates[WITHDRAWN] as number,
    open: fates[OPEN] as number,
    ...fromCounts(leaving),
  };
}

/** Still open, won, lost or withdrawn. */
const ENDS = 3;

/** One row with a frequency stands for all offers that ended alike on the same day. */
function fromCounts(
  leaving: Float64Array,
): Pick<DecisionHistory, "days" | "atRisk" | "wonAt" | "otherAt" | "curve"> {
  const filled = [...leaving.keys()].filter((place) => (leaving[place] as number) > 0);
  const { table, survival, curves } = incidenceCurves(
    {
      time: Float64Array.from(filled, (place) => Math.floor(place / ENDS)),
      cause: Int32Array.from(filled, (place) => (place % ENDS) - 1),
      entry: null,
      weight: Float64Array.from(filled, (place) => leaving[place] as number),
    },
    ENDS - 1,
  );
  const steps = [...table.times.keys()].filter((k) => (table.events[k] as number) > 0);
  const days = Int32Array.from(steps, (k) => table.times[k] as number);
  const wonAt = Float64Array.from(days, (day) => leaving[day * ENDS + 1] as number);
  const otherAt = Float64Array.from(days, (day) => leaving[day * ENDS + 2] as number);
  const curve = {
    open: Float64Array.from([-1, ...steps], (k) => (k < 0 ? 1 : (survival[k] as number))),
    won: incidences(wonAt, curves[0]?.incidence),
    other: incidences(otherAt, curves[1]?.incidence),
  };
  return { days, atRisk: Float64Array.from(steps, (k) => table.atRisk[k] as number), wonAt, otherAt, curve };
}

/** The incidence of a cause is known at its own events; between them it stays. */
function incidences(events: Float64Array, known: readonly number[] = []): Float64Array {
  const result = new Float64Array(events.length + 1);
  let at = 0;
  for (let k = 0; k < events.length; k++) {
    result[k + 1] = (events[k] as number) > 0 ? (known[at++] ?? 1) : (result[k] as number);
  }
  return result;
}
