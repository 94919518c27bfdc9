import type { RatePrior } from "../statistics/rate-prior.ts";
import { shrunkenRates } from "../statistics/shrunken-rates.ts";
import type { ShrunkenHitRate } from "./hit-rate-by-result.ts";
import type { NumberRate } from "./hit-rate-result.ts";

/** Shrunken rates of groups, in their order, and the distribution from which they are made; `null` if nothing is in any denominator. */
export function shrinkRates(
  rates: readonly NumberRate[],
  level: number,
): { readonly prior: RatePrior; readonly rates: readonly (ShrunkenHitRate | null)[] } | null {
  const won = Float64Array.from(rates, (rate) => rate.won);
  const of = Float64Array.from(rates, (rate) => rate.of);
  if (!of.some((offers) => offers > 0)) return null;
  const found = shrunkenRates(won, of, level);
  const { alpha, beta, mean, precision } = found.prior;
  return {
    prior: { alpha, beta, mean, precision },
    rates: found.rows.map(({ shrunken, lower, upper, probabilityAboveMean, weight }) =>
      shrunken === null || lower === null || upper === null
        ? null
        : { rate: shrunken, lower, upper, probabilityAboveMean, weight },
    ),
  };
}
