import { offersAsOf } from "../offers/as-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { LOST, OPEN, WITHDRAWN, WON } from "../offers/offer-status.ts";
import { checkNumber, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { checkLevel } from "../statistics/confidence.ts";
import { wilson } from "../statistics/proportion-interval.ts";
import { checkMethod, type ProportionMethod } from "../statistics/proportion-method.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import type {
  HitRateBasis,
  HitRateOptions,
  HitRateWindow,
  NoDecisionRule,
  WithdrawnRule,
} from "./hit-rate-options.ts";
import type { HitRateAssumptions } from "./hit-rate-result.ts";

/** What became of an open offer that is older than it may be; follows the standings, up to `DRAFT`. */
export const NO_DECISION = 6;
/** What became of an offer that does not belong to the window. */
export const OUTSIDE = 7;

/** The options, checked and complete. */
export interface HitRatePlan {
  readonly asOf: CivilDay;
  readonly from: CivilDay | null;
  readonly to: CivilDay;
  readonly window: HitRateWindow;
  readonly withdrawn: WithdrawnRule;
  readonly noDecisionAfter: Duration | null;
  readonly noDecision: NoDecisionRule;
  readonly level: number;
  readonly interval: ProportionMethod;
  readonly minimum: number;
  /** What an offer may have become to stand in the denominator. */
  readonly denominators: Readonly<Record<HitRateBasis, readonly number[]>>;
}

export function hitRatePlan(book: OfferBook, options: HitRateOptions): HitRatePlan {
  const { window = "cohort", withdrawn = "excluded", noDecisionAfter = null, noDecision = "open" } = options;
  const { level = 0.95, interval = wilson, minimum = 1 } = options;
  const asOf = offersAsOf(book, options.asOf);
  checkOneOf("window", window, ["cohort", "period"]);
  checkOneOf("withdrawn", withdrawn, ["excluded", "lost"]);
  checkOneOf("noDecision", noDecision, ["open", "lost", "excluded"]);
  checkMethod("interval", interval);
  checkLevel(level);
  checkNumber("minimum", minimum, { least: 1, whole: true });
  if (noDecisionAfter !== null) {
    checkOption("noDecisionAfter", noDecisionAfter, durationTrouble(noDecisionAfter));
  } else if (noDecision !== "open") {
    throw invalidOption("noDecision", noDecision, "Say after how long: pass noDecisionAfter too.");
  }
  const { from, to } = windowDays(book, options, asOf);
  const denominators = denominatorsOf(withdrawn, noDecision);
  return {
    asOf,
    from,
    to,
    window,
    withdrawn,
    noDecisionAfter,
    noDecision,
    level,
    interval,
    minimum,
    denominators,
  };
}

function windowDays(
  book: OfferBook,
  options: HitRateOptions,
  asOf: CivilDay,
): { readonly from: CivilDay | null; readonly to: CivilDay } {
  const to = options.to === undefined ? asOf : dayOption("to", options.to, book.timeZone);
  if (to > asOf) {
    const trouble = `It lies after asOf, ${isoDate(asOf)}, after which nothing is looked at: pass an earlier day, or a later asOf.`;
    throw invalidOption("to", isoDate(to), trouble);
  }
  const from = options.from === undefined ? null : dayOption("from", options.from, book.timeZone);
  if (from !== null && from > to) {
    const trouble = `It lies after the last day of the window, ${isoDate(to)}: pass an earlier day.`;
    throw invalidOption("from", isoDate(from), trouble);
  }
  return { from, to };
}

function denominatorsOf(withdrawn: WithdrawnRule, noDecision: NoDecisionRule): HitRatePlan["denominators"] {
  const decided: readonly number[] = [WON, ...lossesOf(withdrawn, noDecision)];
  const undecided = noDecision === "open" ? [OPEN, NO_DECISION] : [OPEN];
  return { decided, submitted: [...decided, ...undecided] };
}

/** What counts as lost. */
export function lossesOf(withdrawn: WithdrawnRule, noDecision: NoDecisionRule): readonly number[] {
  return [
    LOST,
    ...(withdrawn === "lost" ? [WITHDRAWN] : []),
    ...(noDecision === "lost" ? [NO_DECISION] : []),
  ];
}

export function assumptionsOf(plan: HitRatePlan): HitRateAssumptions {
  const { denominators: _, asOf, from, to, interval, minimum, ...rest } = plan;
  return {
    asOf: isoDate(asOf),
    from: from === null ? null : isoDate(from),
    to: isoDate(to),
    ...rest,
    interval: interval.name,
    minimum,
  };
}

/** The basis that was asked for; what was submitted is no denominator for what was decided in a period. */
export function checkBasis(basis: unknown, plan: Pick<HitRatePlan, "window">): void {
  checkOneOf("basis", basis, ["submitted", "decided"]);
  if (basis === "submitted" && plan.window === "period") {
    const trouble =
      'Orders of a period are not divided by the offers of the same period: use the window "cohort", or the basis "decided".';
    throw invalidOption("basis", basis, trouble);
  }
}
