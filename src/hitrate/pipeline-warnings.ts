import type { OfferBook } from "../offers/offer-book.ts";
import { civilDayOfIso } from "../time/civil-day.ts";
import type { PipelineFrame } from "./pipeline-frame.ts";
import type { PipelineBasis, PipelineWarning, PipelineWarningCode } from "./pipeline-result.ts";

/** A share of offers that stay undecided below this changes no decision. */
const SMALL_SHARE = 0.05;

/** What makes the probabilities of a pipeline doubtful. */
export function pipelineWarnings(book: OfferBook, frame: PipelineFrame): readonly PipelineWarning[] {
  const { asOf, offers, history, method, rates } = frame;
  const warnings: PipelineWarning[] = [];
  const warn = (code: PipelineWarningCode, count: number, message: string): void => {
    if (count > 0) warnings.push({ code, count, message });
  };
  const count = offers.places.length;
  const based = (basis: PipelineBasis): number => {
    let found = 0;
    for (let at = 0; at < count; at++) if (frame.basisOf(at) === basis) found += 1;
    return found;
  };
  warn("no-offers", count === 0 ? 1 : 0, "As of this day no offer is open.");
  const after = book.until !== null && asOf > civilDayOfIso(book.until);
  warn(
    "after-end",
    after ? count : 0,
    `The book ends on ${book.until}: offers count as open since nothing later is known of them.`,
  );
  warn(
    "no-values",
    book.values === null ? count : 0,
    "The book holds no values, so that wins can only be counted.",
  );
  if (history !== null && history.days.length === 0) {
    warn(
      "nothing-decided",
      Math.max(1, count),
      "No offer was decided by this day, so that nothing can be learned.",
    );
    return warnings;
  }
  warn(
    "without-probability",
    based("unknown"),
    "No probability is given for these offers: they stand in no sum of expected wins.",
  );
  if (history === null) return warnings;
  const { won, lost, withdrawn, open, curve } = history;
  const learned = method.source === "learned";
  const undecided = curve.open.at(-1) as number;
  if (learned && (won === 0 || lost + withdrawn === 0)) {
    const all = won === 0 ? "No offer was won so far" : "All decided offers were won";
    warn(
      "one-outcome",
      won + lost + withdrawn,
      `${all}: what is learned from it is the extreme, look at the interval.`,
    );
  }
  if (learned && method.age && undecided > SMALL_SHARE) {
    const share = Math.round(100 * undecided);
    warn(
      "undecided-offers",
      open,
      `About ${share} % of offers stay open longer than any decision took so far: they count as not won.`,
    );
  }
  warn(
    "older-than-any-decision",
    based("older-than-any-decision"),
    "These offers are open for longer than any offer ever took to be decided: their probability is 0. Are they still alive?",
  );
  warn(
    "no-group-history",
    based("no-group-history"),
    "Of the group or stage of these offers none was decided: they are judged by all offers.",
  );
  if (learned && rates?.alike === true) {
    warn(
      "groups-alike",
      rates.table.length,
      "The groups differ no more than by chance: all have the rate of all offers.",
    );
  }
  warn(
    "unknown-stage",
    rates?.lostWithoutStage ?? 0,
    "These lost or withdrawn offers have no stage, or one that is not in learn.stages: the rates of stages leave them out.",
  );
  return warnings;
}
