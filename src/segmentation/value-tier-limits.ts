import type { DenseRanks } from "../math/dense-ranks.ts";
import type { TierPlan } from "./value-tier-spec.ts";

/** Where each distinct value stands among the customers. */
export interface ValuePlaces {
  /** For each distinct value, ascending, the number of its tier from 0; the tier of no value comes after all others. */
  readonly tierOf: Int32Array;
  /** For each distinct value the place of its first customer, from 1, by descending value. */
  readonly rankOf: Int32Array;
  /** Distinct values above 0. */
  readonly distinctAbove: number;
}

/**
 * The tier of each distinct value: that of the customer in the middle of those who share it.
 *
 * A customer belongs to the best tier whose limit the share of customers before him has not reached. Were equal values placed by the first of
 * them, nine tenths of one-time buyers behind a handful of others would be heavy; by the last, five customers alike would all be light.
 */
export function valuePlaces({ ranks, distinct }: DenseRanks, plan: TierPlan): ValuePlaces {
  const values = distinct.length;
  const sizes = new Int32Array(values);
  for (let i = 0; i < ranks.length; i++) {
    const value = ranks[i] as number;
    sizes[value] = (sizes[value] as number) + 1;
  }
  let customers = 0;
  let distinctAbove = 0;
  for (let value = values - 1; value >= 0 && (distinct[value] as number) > 0; value--) {
    customers += sizes[value] as number;
    distinctAbove += 1;
  }
  const limits = plan.upTo.map(({ part, of }) => placesUpTo(part, of, customers));
  const tierOf = new Int32Array(values).fill(limits.length);
  const rankOf = new Int32Array(values);
  let before = 0;
  let tier = 0;
  for (let value = values - 1; value >= 0; value--) {
    const size = sizes[value] as number;
    rankOf[value] = before + 1;
    if ((distinct[value] as number) > 0) {
      const middle = before + (size - 1) / 2;
      while (tier < limits.length - 1 && middle >= (limits[tier] as number)) tier += 1;
      tierOf[value] = tier;
    }
    before += size;
  }
  return { tierOf, rankOf, distinctAbove };
}

/** How many places of customers a share of them takes; a whole or half place is not missed by what sums of shares round. */
function placesUpTo(part: number, of: number, customers: number): number {
  const places = (part * customers) / of;
  const nearest = Math.round(2 * places) / 2;
  return Math.abs(places - nearest) <= 1e-9 * customers ? nearest : places;
}
