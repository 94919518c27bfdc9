import { keyOf } from "../offers/key-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { checkOption } from "../rows/options.ts";
import { type HitRateByOptions, type HitRateByPlan, hitRateByPlan } from "./hit-rate-by-options.ts";
import type { GroupHitRate, HitRateBy } from "./hit-rate-by-result.ts";
import { hitRateTotal, numberRate, orderedValue, valueRate } from "./hit-rate-figures.ts";
import { groupOffers } from "./hit-rate-groups.ts";
import { compareLargest, compareNames } from "./hit-rate-order.ts";
import { offerOutcomes } from "./hit-rate-outcomes.ts";
import { assumptionsOf } from "./hit-rate-plan.ts";
import type { NumberRate } from "./hit-rate-result.ts";
import { shrinkRates } from "./hit-rate-shrink.ts";
import { hitRateCounts, inWindow, tallyOffers, totalTally } from "./hit-rate-tally.ts";
import { basisWarnings, warnBelowMinimum, warnSpread } from "./hit-rate-warnings.ts";

/**
 * Hit rates by seller, product, region or any other key of the book, or by combinations of keys, with rates shrunken towards their mean beside them.
 *
 * Of many groups the highest and lowest rates are mostly those with few offers. A shrunken rate says what is to be expected of a group given all groups:
 * true rates are taken to come from one beta distribution, which is estimated from the groups (empirical Bayes, beta-binomial), and a group with few
 * offers is judged mostly by it. Offers that say nothing under a key are a group of their own, `null`, so that all counts add up to the total.
 *
 * @param book - What `offerBook` returns.
 * @param keys - Name of a key of the book (`"customer"` and, if there are stages, `"stage"` among them), or a list of names for their combinations.
 * @param options - `basis` (`"decided"`, default, or `"submitted"`), `shrink` (default true), `sortBy` (`"of"`, default, `"rate"`, `"shrunken"`, `"value"`,
 *   `"name"`), and those of `hitRate`.
 * @returns `{ keys, rows, total, basis, sortBy, prior, assumptions, warnings }`: per group won, denominator, rate with interval, counts, the same by value,
 *   and `shrunken`; rates in [0, 1].
 * @throws {@link DataError} if the book has no such key, or for options that are none.
 *
 * @example
 * import { hitRateBy, offerBook } from "clientele";
 *
 * const offers = (seller: string, won: number, lost: number) =>
 *   Array.from({ length: won + lost }, (_, i) => ({
 *     status: i < won ? ("won" as const) : ("lost" as const),
 *     submitted: "2025-01-10",
 *     decided: "2025-02-01",
 *     seller,
 *   }));
 * const book = offerBook([...offers("Ida", 90, 60), ...offers("Jo", 30, 70), ...offers("Kim", 3, 0)], { keys: { seller: "seller" } });
 * const bySeller = hitRateBy(book, "seller");
 * bySeller.rows.map(({ group, rate }) => [group, rate]); // => [["Ida", 0.6], ["Jo", 0.3], ["Kim", 1]]
 * bySeller.total.rate; // => 0.4862
 */
export function hitRateBy(book: OfferBook, keys: string, options?: HitRateByOptions): HitRateBy<GroupKey>;
export function hitRateBy(
  book: OfferBook,
  keys: readonly string[],
  options?: HitRateByOptions,
): HitRateBy<readonly GroupKey[]>;
export function hitRateBy(
  book: OfferBook,
  keys: string | readonly string[],
  options: HitRateByOptions = {},
): HitRateBy<GroupKey | readonly GroupKey[]> {
  const plan = hitRateByPlan(book, options);
  const single = typeof keys === "string";
  const names: readonly string[] = single ? [keys] : keys;
  const known = Array.isArray(names) && names.length > 0;
  checkOption("keys", keys, known ? null : "Name a key of the book, or a list of keys.");
  const found = names.map((name, at) => keyOf(book, name, single ? "keys" : `keys[${at}]`));
  const { outcomes } = offerOutcomes(book, plan);
  const { codes, groups } = groupOffers(found, outcomes.length);
  const tally = tallyOffers(book, outcomes, codes, groups.length);
  const shown = groups.map((_, group) => group).filter((group) => inWindow(tally, group) > 0);
  const rates = shown.map((group) => numberRate(tally, group, plan, plan.basis));
  const shrunken = plan.shrink ? shrinkRates(rates, plan.level) : null;
  const rows = shown.map((group, at): Row => {
    // Spelt out, since engines copy a spread in the middle of a record slowly.
    const { won, of, rate, lower, upper } = rates[at] as NumberRate;
    return {
      group: groups[group] ?? [],
      won,
      of,
      rate,
      lower,
      upper,
      counts: hitRateCounts(tally, group),
      byValue: valueRate(tally, group, plan, plan.basis),
      orders: orderedValue(tally, group),
      shrunken: shrunken?.rates[at] ?? null,
    };
  });
  const total = totalTally(tally);
  const sorted = rows.sort(orderOf(plan.sortBy));
  return {
    keys: names,
    rows: single ? sorted.map((row) => ({ ...row, group: row.group[0] ?? null })) : sorted,
    total: hitRateTotal(total, plan, plan.basis),
    basis: plan.basis,
    sortBy: plan.sortBy,
    prior: shrunken?.prior ?? null,
    assumptions: assumptionsOf(plan),
    warnings: [
      ...basisWarnings(book, total, plan, plan.basis),
      ...warnBelowMinimum(rates, plan),
      ...(shrunken === null ? [] : warnSpread(rates, shrunken.prior)),
    ],
  };
}

type Row = GroupHitRate<readonly GroupKey[]>;

function orderOf(sortBy: HitRateByPlan["sortBy"]): (one: Row, other: Row) => number {
  const size = MEASURES[sortBy];
  return (one, other) => compareLargest(size(one), size(other)) || compareNames(one.group, other.group);
}

const MEASURES: Readonly<Record<HitRateByPlan["sortBy"], (row: Row) => number | null>> = {
  of: (row) => row.of,
  rate: (row) => row.rate,
  shrunken: (row) => row.shrunken?.rate ?? null,
  value: (row) => row.byValue?.wonValue ?? null,
  name: () => 0,
};
