import type { OfferBook } from "../offers/offer-book.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { decisionTimes } from "./time-to-decision-outcomes.ts";
import type { TimeToDecision, WithdrawnEnd } from "./time-to-decision-result.ts";
import { checkQuantiles, type DecisionWindow, decisionSample, pick } from "./time-to-decision-sample.ts";

/** Which offers count, and how. */
export interface TimeToDecisionOptions extends DecisionWindow, ConfidenceOptions {
  /**
   * What a withdrawal is: an outcome of its own (`"own"`, default), a loss (`"lost"`), or the end of observation (`"censored"`), as if the offer would
   * otherwise have gone the way of those that stayed.
   */
  readonly withdrawn?: WithdrawnEnd;
  /** Shares of all offers, above 0 and at most 1. Default `[0.25, 0.5, 0.75]`. */
  readonly quantiles?: readonly number[];
}

const NAMES = {
  asOf: true,
  from: true,
  by: true,
  withdrawn: true,
  quantiles: true,
  level: true,
} satisfies Record<keyof TimeToDecisionOptions, true>;

/**
 * How long offers take to be decided, and what share is won, lost or withdrawn by each day after the submission.
 *
 * Days are counted from the submission to the decision; the day of submission is day 0, and a decision on it is one after 0 days. An open offer has waited
 * until `asOf` without a decision: it counts as at risk up to then, that day included, and is then censored. It is never left out, for offers that take
 * long are those still open. `"closed"` is 1 − Kaplan–Meier; its parts are Aalen and Johansen's incidences of outcomes that exclude each other.
 *
 * @param book - Offers.
 * @param options - `asOf`, `from` (days), `by` (name of a key), `withdrawn` (default `"own"`), `quantiles` (shares of all offers), `level` (default 0.95).
 * @returns `{ asOf, from, by, earlier, notYet, drafts, offers, open, won, lost, withdrawn, lastDay, outcomes, groups, … }`, each outcome as `{ outcome,
 *   offers, incidence, lower, upper, quantiles, steps }`; times in days, shares in [0, 1].
 * @throws {@link DataError} if this is no book, the book has no such key, or an option cannot be used.
 * @see Kaplan & Meier (1958); Aalen & Johansen (1978).
 *
 * @example
 * import { offerBook, timeToDecision } from "clientele";
 *
 * const book = offerBook(
 *   [
 *     { status: "won", submitted: "2025-01-01", decided: "2025-01-11" },
 *     { status: "lost", submitted: "2025-01-05", decided: "2025-02-04" },
 *     { status: "open", submitted: "2025-02-08" },
 *     { status: "won", submitted: "2025-01-20", decided: "2025-02-19" },
 *   ],
 *   {},
 *   { until: "2025-02-28" },
 * );
 * const [closed, won] = timeToDecision(book).outcomes;
 * closed?.quantiles[1]; // => { share: 0.5, days: 30, lower: 10, upper: null }
 * won?.steps.map(({ time, incidence }) => [time, incidence]); // => [[10, 0.25], [30, 0.625]]
 */
export function timeToDecision(book: OfferBook, options: TimeToDecisionOptions = {}): TimeToDecision {
  checkNames("options", options, NAMES);
  const { withdrawn: withdrawnAs = "own", quantiles = [0.25, 0.5, 0.75], level = 0.95 } = options;
  checkOneOf("withdrawn", withdrawnAs, ["own", "lost", "censored"]);
  checkQuantiles(quantiles);
  checkLevel(level);
  const { scope, days, standings, groups } = decisionSample(book, options);
  const plan = { withdrawnAs, quantiles, z: standardErrorsOfLevel(level) };
  return {
    kind: "time-to-decision",
    ...scope,
    withdrawnAs,
    level,
    ...decisionTimes(days, standings, plan),
    groups: groups.map(({ group, members }) => ({
      group,
      ...decisionTimes(pick(days, members), pick(standings, members), plan),
    })),
  };
}
