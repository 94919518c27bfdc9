import type { GroupKey } from "../rows/group-codes.ts";
import type { IncidenceStep } from "../statistics/cumulative-incidence-result.ts";
import type { DecisionScope } from "./time-to-decision-sample.ts";

/** What may end an offer: an order, a refusal, a withdrawal, or any of them (`"closed"`). */
export type DecisionOutcome = "closed" | "won" | "lost" | "withdrawn";

/** What becomes of withdrawn offers: an end of its own kind, a loss, or as if only observation had ended then. */
export type WithdrawnEnd = "own" | "lost" | "censored";

/** The day by which a share of all offers had an outcome. */
export interface DecisionQuantile {
  /** Share of all offers. */
  readonly share: number;
  /** Days since the submission; `null` if so many never had the outcome while there are data. */
  readonly days: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** When an outcome came, and to how many. */
export interface OutcomeTimes {
  readonly outcome: DecisionOutcome;
  /** Offers with the outcome. */
  readonly offers: number;
  /** Estimated share of all offers that have the outcome by the last day that was observed; `null` without offers. */
  readonly incidence: number | null;
  /** Limits of that share; `null` where it is 0 or 1. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly quantiles: readonly DecisionQuantile[];
  /** A step for each number of days after which the outcome came, with the share of all offers that had it by then. */
  readonly steps: readonly IncidenceStep[];
}

/** When some offers were decided. */
export interface DecisionTimes {
  /** Offers submitted; open, won, lost and withdrawn ones add up to it. */
  readonly offers: number;
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  readonly withdrawn: number;
  /** The longest time that any offer was observed, in days; `null` without offers. */
  readonly lastDay: number | null;
  /** `"closed"` first, then what it is made of: incidences of the others add up to its own. */
  readonly outcomes: readonly OutcomeTimes[];
}

/** When the offers of a group were decided. */
export interface GroupDecisionTimes extends DecisionTimes {
  /** What the key says; `null` for offers that say nothing. */
  readonly group: GroupKey;
}

/** How long offers take to be decided, and how. */
export interface TimeToDecision extends DecisionScope, DecisionTimes {
  readonly kind: "time-to-decision";
  readonly withdrawnAs: WithdrawnEnd;
  /** Level of the intervals. */
  readonly level: number;
  /** In the order in which groups first appear; empty without a key. */
  readonly groups: readonly GroupDecisionTimes[];
}
