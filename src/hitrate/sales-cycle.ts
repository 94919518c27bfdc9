import { quantile } from "../math/quantile.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { LOST, OPEN, WITHDRAWN, WON } from "../offers/offer-status.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { incidenceSteps } from "../statistics/cumulative-incidence.ts";
import { quantileOfSteps } from "../statistics/cumulative-incidence-quantile.ts";
import { timingOfCause } from "../statistics/cumulative-incidence-timing.ts";
import type { CycleLength, CycleOf, SalesCycle } from "./sales-cycle-result.ts";
import { competingOutcomes, countStandings, outcomeCurves } from "./time-to-decision-outcomes.ts";
import { checkQuantiles, type DecisionWindow, decisionSample, pick } from "./time-to-decision-sample.ts";

/** Whose cycle, and of which offers. */
export interface SalesCycleOptions extends DecisionWindow, ConfidenceOptions {
  /** Days to an order (`"won"`), to a refusal (`"lost"`), or to whichever comes (`"decided"`, default). */
  readonly of?: CycleOf;
  /** Shares above 0 and at most 1. Default `[0.25, 0.5, 0.75]`. */
  readonly quantiles?: readonly number[];
}

const NAMES = {
  asOf: true,
  from: true,
  by: true,
  of: true,
  quantiles: true,
  level: true,
} satisfies Record<keyof SalesCycleOptions, true>;

/**
 * The sales cycle (Verkaufszyklus): how many days pass from the submission of an offer to its decision, with those still open and without.
 *
 * The plain figures are those of CRM systems: quantiles and mean of the offers decided so far. They are too short while offers are open, since the slow
 * ones are missing. The estimates let open offers count for the time that they have waited. `"decided"`: the days by which a share of all offers is
 * decided (Kaplan–Meier; a withdrawn offer counts as waiting until its withdrawal). `"won"`, `"lost"`: the days by which a share of those is won that
 * are won within the time observed, `lastDay` (cumulative incidence divided by its last value; other ends compete).
 *
 * @param book - Offers.
 * @param options - `of` (default `"decided"`), `asOf`, `from` (days), `by` (name of a key), `quantiles` (default `[0.25, 0.5, 0.75]`), `level` (default
 *   0.95).
 * @returns `{ of, asOf, …, offers, open, won, lost, withdrawn, lastDay, counted, plainMean, quantiles, groups }`, each quantile as `{ share, days, lower,
 *   upper, plain }` in days.
 * @throws {@link DataError} if this is no book, the book has no such key, or an option cannot be used.
 * @see Brookmeyer & Crowley (1982) for the intervals; Hyndman & Fan (1996), type 7, for the plain quantiles.
 *
 * @example
 * import { offerBook, salesCycle } from "clientele";
 *
 * const book = offerBook(
 *   [
 *     { status: "won", submitted: "2025-01-01", decided: "2025-01-11" },
 *     { status: "lost", submitted: "2025-01-05", decided: "2025-01-25" },
 *     { status: "open", submitted: "2025-01-02" },
 *     { status: "open", submitted: "2025-01-10" },
 *     { status: "won", submitted: "2025-01-15", decided: "2025-02-14" },
 *   ],
 *   {},
 *   { until: "2025-02-28" },
 * );
 * salesCycle(book, { quantiles: [0.5] }).quantiles[0]; // => { share: 0.5, days: 30, lower: 10, upper: null, plain: 20 }
 * salesCycle(book, { of: "won" }).plainMean; // => 20
 */
export function salesCycle(book: OfferBook, options: SalesCycleOptions = {}): SalesCycle {
  checkNames("options", options, NAMES);
  const { of = "decided", quantiles = [0.25, 0.5, 0.75], level = 0.95 } = options;
  checkOneOf("of", of, ["won", "lost", "decided"]);
  checkQuantiles(quantiles);
  checkLevel(level);
  const { scope, days, standings, groups } = decisionSample(book, options);
  const plan = { of, quantiles, z: standardErrorsOfLevel(level) };
  return {
    kind: "sales-cycle",
    of,
    ...scope,
    level,
    ...cycleLength(days, standings, plan),
    groups: groups.map(({ group, members }) => ({
      group,
      ...cycleLength(pick(days, members), pick(standings, members), plan),
    })),
  };
}

interface CyclePlan {
  readonly of: CycleOf;
  readonly quantiles: readonly number[];
  readonly z: number;
}

function cycleLength(
  days: Float64Array,
  standings: Uint8Array,
  { of, quantiles, z }: CyclePlan,
): CycleLength {
  const counts = countStandings(standings);
  const steps = cycleSteps(days, standings, of, z);
  const counted = { won: [WON], lost: [LOST], decided: [WON, LOST] }[of];
  const plain = days.filter((_, i) => counted.includes(standings[i] as number)).sort();
  return {
    offers: days.length,
    open: counts[OPEN] as number,
    won: counts[WON] as number,
    lost: counts[LOST] as number,
    withdrawn: counts[WITHDRAWN] as number,
    lastDay: days.length === 0 ? null : days.reduce((most, day) => Math.max(most, day), 0),
    counted: plain.length,
    plainMean: plain.length === 0 ? null : plain.reduce((sum, day) => sum + day, 0) / plain.length,
    quantiles: quantiles.map((share) => {
      const { time, lower, upper } = quantileOfSteps(steps, share);
      return { share, days: time, lower, upper, plain: quantile(plain, share) };
    }),
  };
}

/** The rising share that the quantiles are read from. */
function cycleSteps(
  days: Float64Array,
  standings: Uint8Array,
  of: CycleOf,
  z: number,
): Parameters<typeof quantileOfSteps>[0] {
  if (of === "decided") {
    const [curve] = outcomeCurves(days, standings, [-1, 0, 0, -1], 1);
    return curve === undefined ? [] : incidenceSteps(curve, z);
  }
  const { outcomes, codes } = competingOutcomes("own");
  const curve = outcomeCurves(days, standings, codes, outcomes.length)[outcomes.indexOf(of)];
  return curve === undefined ? [] : timingOfCause(curve, z);
}
