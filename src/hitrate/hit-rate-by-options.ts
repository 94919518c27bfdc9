import type { OfferBook } from "../offers/offer-book.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { HIT_RATE_NAMES, type HitRateBasis, type HitRateOptions } from "./hit-rate-options.ts";
import { checkBasis, type HitRatePlan, hitRatePlan } from "./hit-rate-plan.ts";

/** In which order groups stand; equal ones by name. */
export type HitRateOrder = "of" | "rate" | "shrunken" | "value" | "name";

/** Which rates of groups are wanted, and in which order. */
export interface HitRateByOptions extends HitRateOptions {
  /** What orders are divided by. Default `"decided"`. */
  readonly basis?: HitRateBasis;
  /** Whether rates are shrunken towards the mean of all groups, too. Default true. */
  readonly shrink?: boolean;
  /**
   * By the denominator (`"of"`, default), the rate, the shrunken rate or the value won, the largest first and what is none last; or by `"name"`.
   */
  readonly sortBy?: HitRateOrder;
}

const NAMES = { ...HIT_RATE_NAMES, basis: true, shrink: true, sortBy: true } satisfies Record<
  keyof HitRateByOptions,
  true
>;

/** The options, checked and complete. */
export interface HitRateByPlan extends HitRatePlan {
  readonly basis: HitRateBasis;
  readonly shrink: boolean;
  readonly sortBy: HitRateOrder;
}

export function hitRateByPlan(book: OfferBook, options: HitRateByOptions): HitRateByPlan {
  checkNames("options", options, NAMES);
  const { basis = "decided", shrink = true, sortBy = "of", ...rest } = options;
  const plan = hitRatePlan(book, rest);
  checkBasis(basis, plan);
  checkOption(
    "shrink",
    shrink,
    typeof shrink === "boolean" ? null : "It is neither true nor false: pass one of the two.",
  );
  const orders = ["of", "rate", ...(shrink ? ["shrunken"] : []), ...(book.values === null ? [] : ["value"])];
  checkOneOf("sortBy", sortBy, [...orders, "name"]);
  return { ...plan, basis, shrink, sortBy };
}
