import type { TierWarning, ValueTier } from "./value-tier-result.ts";
import { NO_VALUE } from "./value-tier-spec.ts";

/** What is doubtful about tiers: too few values to fill them, tiers that ties left empty, values below 0. */
export function tierWarnings(
  tiers: readonly ValueTier[],
  distinct: number,
  negative: number,
): readonly TierWarning[] {
  const warnings: TierWarning[] = [];
  const wanted = tiers.filter(({ tier }) => tier !== NO_VALUE);
  const empty = wanted.filter(({ customers }) => customers === 0);
  if (distinct < wanted.length) {
    warnings.push({
      code: "few-distinct-values",
      count: distinct,
      message: `There are ${distinct} distinct values above 0 for ${wanted.length} tiers: equal values stay together, so some tiers are empty.`,
    });
  } else if (empty.length > 0) {
    warnings.push({
      code: "empty-tiers",
      count: empty.length,
      message: `Nobody is in ${empty.map(({ tier }) => `tier ${tier}`).join(", ")}: equal values stay together, and so many are equal that they reach across whole tiers.`,
    });
  }
  if (negative > 0) {
    warnings.push({
      code: "negative-values",
      count: negative,
      message: `${negative} customers have a value below 0; they are in the tier "${NO_VALUE}", and lower the total that shares are of.`,
    });
  }
  return warnings;
}
