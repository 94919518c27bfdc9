import type { ConfidenceOptions } from "../statistics/confidence.ts";
import type { ProportionMethod } from "../statistics/proportion-method.ts";
import type { Duration } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";

/**
 * What orders are divided by: all offers submitted (`"submitted"`, Angebotserfolgsquote), open ones among them, or only those that were decided
 * (`"decided"`, the win rate of CRM systems).
 */
export type HitRateBasis = "submitted" | "decided";

/** Which offers belong to a span of days: those submitted in it, decided whenever (`"cohort"`), or those decided in it (`"period"`). */
export type HitRateWindow = "cohort" | "period";

/** What becomes of withdrawn offers: they leave the rate alone, or count as lost. */
export type WithdrawnRule = "excluded" | "lost";

/** What becomes of offers that nobody decided in time: they stay open, count as lost, or leave the rate alone. */
export type NoDecisionRule = "open" | "lost" | "excluded";

/** Which offers count, and as what. */
export interface OfferWindowOptions extends ConfidenceOptions {
  /** Day as of which offers are judged, inclusive; what was decided later was still open then. Default: the last day of the book. */
  readonly asOf?: DateInput;
  /** First day of the window. Default: none, the window has no beginning. */
  readonly from?: DateInput;
  /** Last day of the window, inclusive. Default: `asOf`. */
  readonly to?: DateInput;
  /** Whether offers belong to the window by their submission (`"cohort"`, default) or by their decision (`"period"`). */
  readonly window?: HitRateWindow;
  /** Default `"excluded"`. */
  readonly withdrawn?: WithdrawnRule;
  /** Offers still open longer than this after their submission count as not decided, such as `{ days: 180 }`. Default: none, however old. */
  readonly noDecisionAfter?: Duration;
  /** What becomes of those. Default `"open"`: they are counted apart, and change no rate. */
  readonly noDecision?: NoDecisionRule;
  /** How intervals are made, such as `clopperPearson`. Default `wilson`. */
  readonly interval?: ProportionMethod;
}

/** Which offers count, as what, and how many it takes to state a rate. */
export interface HitRateOptions extends OfferWindowOptions {
  /** Least number of offers in a denominator for its rate to be stated; below it, rate and limits are `null`. Default 1. */
  readonly minimum?: number;
}

/** The names of the options, for refusing any other. */
export const WINDOW_NAMES: Readonly<Record<keyof OfferWindowOptions, true>> = {
  asOf: true,
  from: true,
  to: true,
  window: true,
  withdrawn: true,
  noDecisionAfter: true,
  noDecision: true,
  level: true,
  interval: true,
};

export const HIT_RATE_NAMES: Readonly<Record<keyof HitRateOptions, true>> = {
  ...WINDOW_NAMES,
  minimum: true,
};
