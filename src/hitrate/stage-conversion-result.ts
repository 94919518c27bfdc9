import type { CustomerId } from "../rows/customer-id.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { WithdrawnRule } from "./hit-rate-options.ts";

/** How many go on from one stage to the next. */
export interface StepConversion {
  /** Offers that went on. */
  readonly count: number;
  /** Offers whose stay in the previous stage is settled: they went on or ended there. Those still open there are left out. */
  readonly of: number;
  /** Count ÷ of; `null` if none is settled, as are the limits. */
  readonly rate: number | null;
  /** Lower limit of Wilson's interval. */
  readonly lower: number | null;
  /** Upper limit of Wilson's interval. */
  readonly upper: number | null;
  /** Count ÷ all that reached the previous stage, as if those still open there never went on; `null` without any. */
  readonly naiveRate: number | null;
}

/** How many get from the first stage as far as this one. */
export interface CumulativeConversion {
  /** The product of the rates from stage to stage; `null` if one of them is. */
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The number of settled offers that would give the same interval; all that reached the first stage if none is open on the way. */
  readonly equivalent: number | null;
  /** Reached ÷ reached the first stage, whatever is still open; `null` without any. */
  readonly naiveRate: number | null;
}

/** How many of those who reached a stage are won. */
export interface StageWinRate {
  readonly won: number;
  /** Won and lost ones, with those withdrawn if they count as lost. */
  readonly of: number;
  /** Won ÷ of; `null` if none is decided, as are the limits. */
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A stage of the funnel. */
export interface FunnelStage {
  readonly stage: CustomerId;
  /** Offers that got at least so far: those that went on and the four kinds that stopped here. */
  readonly reached: number;
  /** Offers that are still open and have got no further. */
  readonly openHere: number;
  /** Offers that were lost here. */
  readonly lostHere: number;
  /** Offers that were withdrawn here. */
  readonly withdrawnHere: number;
  /** Offers that were won with this as their furthest stage; all won ones in the last stage if `won` is true. */
  readonly wonHere: number;
  /** Value of all that reached the stage, as offered; `null` if the book holds no values, as are the two below. */
  readonly value: number | null;
  readonly openValue: number | null;
  readonly lostValue: number | null;
  /** From the stage before to this one; `null` for the first. */
  readonly fromPrevious: StepConversion | null;
  /** From the first stage to this one; `null` for the first. */
  readonly fromFirst: CumulativeConversion | null;
  readonly winRate: StageWinRate;
}

/** The funnel of some offers. */
export interface FunnelOfOffers {
  /** Offers in the funnel. */
  readonly offers: number;
  /** Open offers among them that have not been submitted. */
  readonly drafts: number;
  /** Offers left out since nothing says which stage they reached. */
  readonly withoutStage: number;
  /** In the order of the stages. */
  readonly stages: readonly FunnelStage[];
}

/** The funnel of a group. */
export interface GroupFunnel extends FunnelOfOffers {
  /** What the key says; `null` for offers that say nothing. */
  readonly group: GroupKey;
}

/** What should be known before a funnel is believed. */
export interface FunnelWarning {
  /** `"later-stages"`: stages may have been reached after `asOf`. `"without-stage"`: offers were left out. */
  readonly code: "later-stages" | "without-stage";
  /** How many offers it concerns. */
  readonly count: number;
  readonly message: string;
}

/** The sales funnel of a book. */
export interface StageConversion extends FunnelOfOffers {
  readonly kind: "stage-conversion";
  readonly asOf: IsoDate;
  /** First day of submission; `null` without one. */
  readonly from: IsoDate | null;
  /** The key of the groups; `null` without one. */
  readonly by: string | null;
  readonly withdrawn: WithdrawnRule;
  /** Whether offers that were won count as having reached every stage. */
  readonly won: boolean;
  /** Level of the intervals. */
  readonly level: number;
  /** In the order in which groups first appear; empty without a key. */
  readonly groups: readonly GroupFunnel[];
  readonly warnings: readonly FunnelWarning[];
}
