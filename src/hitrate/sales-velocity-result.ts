import type { GroupKey } from "../rows/group-codes.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { WithdrawnRule } from "./hit-rate-options.ts";

/** The four factors of sales velocity. */
export type VelocityFactor = "openOffers" | "meanValue" | "winRate" | "cycleDays";

/** The factors in the order of the formula. */
export const VELOCITY_FACTORS: readonly VelocityFactor[] = [
  "openOffers",
  "meanValue",
  "winRate",
  "cycleDays",
];

/**
 * Why there is no velocity: the book holds no values; nothing was won in the window, or nothing decided; nothing is open of which a mean could be taken; all
 * that was won was won on the day of submission.
 */
export type VelocityGap = "no-values" | "nothing-won" | "nothing-decided" | "nothing-open" | "zero-cycle";

/** What a factor that is ten percent better would bring. */
export interface VelocityImprovement {
  readonly factor: VelocityFactor;
  /** Velocity with ten percent more of the factor (a win rate of at most 1), or a cycle ten percent shorter; in money per day. */
  readonly perDay: number;
  /** What that is more, in money per day. */
  readonly gain: number;
}

/** Sales velocity of some offers, with what it is made of. */
export interface Velocity {
  /** Offers open at the end of `asOf`, drafts left out. */
  readonly openOffers: number;
  /** Mean value of an offer, see `meanOf`, in money; `null` if there is none. */
  readonly meanValue: number | null;
  /** Won ÷ won and lost of those decided in the window (withdrawn ones with them, if they count as lost); `null` if none was. */
  readonly winRate: number | null;
  /** Lower limit of the win rate (Wilson). */
  readonly winRateLower: number | null;
  /** Upper limit of the win rate (Wilson). */
  readonly winRateUpper: number | null;
  /** Days from the submission to the order, of those won in the window; `null` if none was. */
  readonly cycleDays: number | null;
  /** Offers won in the window. */
  readonly won: number;
  /** Offers lost in the window. */
  readonly lost: number;
  /** Offers withdrawn in the window. */
  readonly withdrawn: number;
  /** Open offers × mean value × win rate ÷ cycle days, in money per day; `null` if a factor is missing. */
  readonly perDay: number | null;
  /** The same for 30 days. */
  readonly perThirtyDays: number | null;
  /** Why there is no velocity; empty if there is one. */
  readonly missing: readonly VelocityGap[];
  /** One for each factor; empty without a velocity. */
  readonly improvements: readonly VelocityImprovement[];
}

/** Sales velocity of a group; velocities of groups do not add up to the total, since means and rates differ. */
export interface GroupVelocity extends Velocity {
  /** What the key says; `null` for offers that say nothing. */
  readonly group: GroupKey;
}

/** Sales velocity of a book. */
export interface SalesVelocity extends Velocity {
  readonly kind: "sales-velocity";
  readonly asOf: IsoDate;
  /** First day of the window of decisions; `null` without a beginning. */
  readonly from: IsoDate | null;
  /** The key of the groups; `null` without one. */
  readonly by: string | null;
  /** How the length of the cycle was taken. */
  readonly cycle: "mean" | "median";
  /** Of which offers the mean value is. */
  readonly meanOf: "won" | "open";
  readonly withdrawnAs: WithdrawnRule;
  /** Level of the win rate's interval. */
  readonly level: number;
  /** In the order in which groups first appear; empty without a key. */
  readonly groups: readonly GroupVelocity[];
}
