import type { CustomerId } from "../rows/customer-id.ts";
import type { IsoDate } from "../time/civil-day.ts";

/** A number that is the higher the more speaks for a customer having left; each is a field of `ChurnSignals` rows. */
export type ChurnSignal =
  | "silenceDays"
  | "overdueRatio"
  | "silencePercentile"
  | "churnProbability"
  | "noPurchaseProbability";

export const CHURN_SIGNALS: readonly ChurnSignal[] = [
  "silenceDays",
  "overdueRatio",
  "silencePercentile",
  "churnProbability",
  "noPurchaseProbability",
];

/** What speaks for a customer having left, as of a day. */
export interface CustomerChurnSignals {
  readonly customerId: CustomerId;
  readonly lastPurchase: IsoDate;
  /** Days from the last purchase to `asOf`. */
  readonly silenceDays: number;
  /** Fixed days: whether there was no purchase within `silentFor`; `null` if it was not given. */
  readonly silent: boolean | null;
  /** Usual days between purchases: the median gap between purchase days; `null` if nobody of the base bought on two days. */
  readonly usualGap: number | null;
  /** Whose median it is: the customer's own (from three purchase days on) or the base's. */
  readonly usualGapOf: "own" | "base" | null;
  /** Silence ÷ usual gap. */
  readonly overdueRatio: number | null;
  /** Own rhythm: whether the silence is longer than `overdueFactor` × the usual gap. */
  readonly overdue: boolean;
  /** Share of the customer's own gaps that were longer than the silence; `null` if he bought on one day only. */
  readonly ownLongerGaps: number | null;
  /** Share of all gaps of all customers that were longer than the silence: how often such a silence ended in a purchase after all. */
  readonly baseLongerGaps: number | null;
  /** Share of all gaps of all customers that were no longer than the silence: 1 − `baseLongerGaps`. */
  readonly silencePercentile: number | null;
  /** Model: 1 − P(alive); `null` without a model. */
  readonly churnProbability: number | null;
  /** Model: probability of no purchase within the `horizon`, whether he has left or only waits; `null` without model or horizon. */
  readonly noPurchaseProbability: number | null;
}

/** The signals of everybody who has bought. */
export interface ChurnSignals {
  readonly asOf: IsoDate;
  /** The base's median gap between purchase days; `null` if nobody bought on two days. */
  readonly usualGap: number | null;
  readonly rows: readonly CustomerChurnSignals[];
  readonly warnings: readonly ChurnSignalWarning[];
}

/**
 * What makes signals doubtful.
 *
 * - `no-gaps`: nobody bought on two days, so that there is no rhythm to be overdue by;
 * - `one-time-buyers-always-alive`: the model takes customers without a repeat purchase for alive, however long they are silent;
 * - `model-knows-the-future`: the model was fitted as of a later day than the one that is judged;
 * - `holdout-beyond-log`: the days in which customers could buy again go on after the last day of the log;
 * - `nobody-churned`, `everybody-churned`: there is nothing to tell apart.
 */
export type ChurnSignalWarningCode =
  | "no-gaps"
  | "one-time-buyers-always-alive"
  | "model-knows-the-future"
  | "holdout-beyond-log"
  | "nobody-churned"
  | "everybody-churned";

/** A doubt about signals. */
export interface ChurnSignalWarning {
  readonly code: ChurnSignalWarningCode;
  /** How many customers it concerns. */
  readonly customers: number;
  readonly message: string;
}
