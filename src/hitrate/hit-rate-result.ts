import type { ProportionMethodName } from "../statistics/proportion-method.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";
import type { HitRateWindow, NoDecisionRule, WithdrawnRule } from "./hit-rate-options.ts";

/** What was chosen, or taken by default, for a rate of offers. */
export interface HitRateAssumptions {
  /** Day as of which offers were judged. */
  readonly asOf: IsoDate;
  /** First day of the window; `null` without a beginning. */
  readonly from: IsoDate | null;
  /** Last day of the window. */
  readonly to: IsoDate;
  readonly window: HitRateWindow;
  readonly withdrawn: WithdrawnRule;
  /** `null` if no age makes an open offer one that was not decided. */
  readonly noDecisionAfter: Duration | null;
  readonly noDecision: NoDecisionRule;
  /** Level of the intervals. */
  readonly level: number;
  /** Name of the method by which intervals were made. */
  readonly interval: ProportionMethodName;
  /** Least number of offers for a rate to be stated. */
  readonly minimum: number;
}

/** Offers of a window by what became of them; every offer stands in one of these numbers. */
export interface HitRateCounts {
  readonly won: number;
  readonly lost: number;
  readonly withdrawn: number;
  /** Open for longer than `noDecisionAfter`. */
  readonly noDecision: number;
  /** Open as of the day, and not in `noDecision`. On the window `"period"`: of all times, since they are not decided in any. */
  readonly open: number;
}

/** All offers of a book: those of the window, and those that no rate can hold. */
export interface BookCounts extends HitRateCounts {
  /** Open offers that have not been submitted. */
  readonly drafts: number;
  /** Submitted (on the window `"period"`: decided) before the window or after it, or submitted after the day as of which is judged. */
  readonly outside: number;
  /** All of them together. */
  readonly offers: number;
}

/** A rate by number of offers. */
export interface NumberRate {
  /** Offers won. */
  readonly won: number;
  /** Offers in the denominator. */
  readonly of: number;
  /** Won ÷ of; `null` if the denominator is empty or below `minimum`, as are the limits. */
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A rate by value, of what was offered in numerator and denominator, so that it lies in [0, 1]. */
export interface ValueRate {
  /** Value of the offers won, as they were offered. */
  readonly wonValue: number;
  /** Value of the offers in the denominator. */
  readonly ofValue: number;
  /** Won value ÷ value; `null` if there is no value or fewer offers than `minimum`, as are the limits. */
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** So many offers of equal value would tell as much: the interval's number of trials. `null` without a rate. */
  readonly effectiveOffers: number | null;
}

/** What the offers won brought, compared with what was offered. */
export interface OrderedValue {
  /** Value of the offers won, as they were offered. */
  readonly offered: number;
  /** Value of their orders. */
  readonly ordered: number;
  /** Ordered ÷ offered; above 1 if more was ordered than offered; `null` if nothing was offered. */
  readonly ratio: number | null;
  /** 1 − ratio: what was given away between offer and order (Nachlass). */
  readonly discount: number | null;
}

/** A rate by number and by value. */
export interface BasisRates {
  readonly byNumber: NumberRate;
  /** `null` if the book holds no values. */
  readonly byValue: ValueRate | null;
}

/** All offers together, on one basis. */
export interface HitRateTotal extends NumberRate {
  readonly counts: BookCounts;
  /** `null` if the book holds no values. */
  readonly byValue: ValueRate | null;
  /** `null` if the book holds no values. */
  readonly orders: OrderedValue | null;
}

/** What makes a hit rate doubtful, or empty. */
export type HitRateWarningCode =
  | "no-offers"
  | "nothing-decided"
  | "open-offers"
  | "after-end"
  | "below-minimum"
  | "one-group"
  | "no-differences";

/** A doubt that stops nothing, as data. */
export interface HitRateWarning {
  readonly code: HitRateWarningCode;
  /** How many offers (or groups) it concerns. */
  readonly count: number;
  /** What it means, in English. */
  readonly message: string;
}
