import type { RatePrior } from "../statistics/rate-prior.ts";
import type { HitRateOrder } from "./hit-rate-by-options.ts";
import type { HitRateBasis } from "./hit-rate-options.ts";
import type {
  HitRateAssumptions,
  HitRateCounts,
  HitRateTotal,
  HitRateWarning,
  NumberRate,
  OrderedValue,
  ValueRate,
} from "./hit-rate-result.ts";

/** The rate of a group as it is to be judged beside the others. */
export interface ShrunkenHitRate {
  /** Expected rate given all groups: between its own and the mean of the prior. */
  readonly rate: number;
  /** Limits of the true rate given all groups, with equal tails. */
  readonly lower: number;
  readonly upper: number;
  /** Probability that the true rate is above the mean of the prior; `null` if no spread, or only 0 and 1, was found. */
  readonly probabilityAboveMean: number | null;
  /** Share of the group's own offers in the rate, from 0 to 1. */
  readonly weight: number;
}

/** The hit rate of a group. */
export interface GroupHitRate<Group> extends NumberRate {
  /** Value of the key, or values of the keys in their order; `null` for offers that say nothing. */
  readonly group: Group;
  readonly counts: HitRateCounts;
  /** `null` if the book holds no values. */
  readonly byValue: ValueRate | null;
  /** `null` if the book holds no values. */
  readonly orders: OrderedValue | null;
  /** `null` with `shrink: false`, or if no group has offers in its denominator. */
  readonly shrunken: ShrunkenHitRate | null;
}

/** Hit rates by group. */
export interface HitRateBy<Group> {
  /** Names of the keys. */
  readonly keys: readonly string[];
  /** Groups with offers in the window, in the order of `sortBy`; their counts and values add up to the total. */
  readonly rows: readonly GroupHitRate<Group>[];
  readonly total: HitRateTotal;
  readonly basis: HitRateBasis;
  readonly sortBy: HitRateOrder;
  /** How the true rates of the groups spread, from which the shrunken rates are made; `null` where there are none. */
  readonly prior: RatePrior | null;
  readonly assumptions: HitRateAssumptions;
  readonly warnings: readonly HitRateWarning[];
}
