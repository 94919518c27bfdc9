import type { GroupKey } from "../rows/group-codes.ts";
import type { DecisionScope } from "./time-to-decision-sample.ts";

/** Which end of an offer a sales cycle runs to. */
export type CycleOf = "won" | "lost" | "decided";

/** A quantile of the sales cycle, as estimated with the open offers and as counted without them. */
export interface CycleQuantile {
  /** Share of the offers; 0.5 is the median. */
  readonly share: number;
  /** Estimated days, open offers counted for as long as they have waited; `null` if the data do not reach so far. */
  readonly days: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Days of those with the outcome so far, as CRM systems report; `null` if there is none. */
  readonly plain: number | null;
}

/** How long the cycle of some offers is. */
export interface CycleLength {
  /** Offers submitted; open, won, lost and withdrawn ones add up to it. */
  readonly offers: number;
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  readonly withdrawn: number;
  /** The longest time that any offer was observed, in days; `null` without offers. */
  readonly lastDay: number | null;
  /** Offers that the plain figures are made of. */
  readonly counted: number;
  /** Mean days of those; `null` if there is none. */
  readonly plainMean: number | null;
  readonly quantiles: readonly CycleQuantile[];
}

/** How long the cycle of a group is. */
export interface GroupCycleLength extends CycleLength {
  /** What the key says; `null` for offers that say nothing. */
  readonly group: GroupKey;
}

/** The sales cycle of a book. */
export interface SalesCycle extends DecisionScope, CycleLength {
  readonly kind: "sales-cycle";
  readonly of: CycleOf;
  /** Level of the intervals. */
  readonly level: number;
  /** In the order in which groups first appear; empty without a key. */
  readonly groups: readonly GroupCycleLength[];
}
