import { groupSums, shareOf } from "./group-sums.ts";
import type { ValueTier } from "./value-tier-result.ts";
import type { TierName } from "./value-tier-spec.ts";

/** What the tiers hold, and the value of all. */
export interface TierSummary {
  readonly tiers: readonly ValueTier[];
  readonly value: number;
}

/** Sums up values by the tier of each. */
export function summarizeTiers(
  values: Float64Array,
  tierOf: Int32Array,
  names: readonly TierName[],
): TierSummary {
  const customers = new Int32Array(names.length);
  const lowest = new Float64Array(names.length).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(names.length).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < values.length; i++) {
    const tier = tierOf[i] as number;
    const value = values[i] as number;
    customers[tier] = (customers[tier] as number) + 1;
    if (value < (lowest[tier] as number)) lowest[tier] = value;
    if (value > (highest[tier] as number)) highest[tier] = value;
  }
  const { sums, total } = groupSums(values, tierOf, names.length);
  const tiers = names.map((tier, at): ValueTier => {
    const count = customers[at] as number;
    const value = sums[at] as number;
    return {
      tier,
      customers: count,
      shareOfCustomers: shareOf(count, values.length),
      value,
      shareOfValue: shareOf(value, total),
      mean: count === 0 ? null : value / count,
      lowest: count === 0 ? null : (lowest[at] as number),
      highest: count === 0 ? null : (highest[at] as number),
    };
  });
  return { tiers, value: total };
}
