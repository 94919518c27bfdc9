import { CompensatedSums } from "../math/compensated-sums.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import type { PrioritizeOffersOptions } from "./prioritize-offers-options.ts";
import type { OfferEffort, PrioritizedOffer, PriorityWarning } from "./prioritize-offers-result.ts";

/** What a group of offers takes, and what it is expected to bring. */
export function effortOf(rows: readonly PrioritizedOffer[], { hours }: OfferBook): OfferEffort {
  const sums = new CompensatedSums(4);
  for (const row of rows) {
    sums.add(0, row.cost);
    sums.add(1, row.hours ?? 0);
    sums.add(2, row.probability);
    sums.add(3, row.expectedProfit);
  }
  return {
    offers: rows.length,
    cost: sums.at(0),
    hours: hours === null ? null : sums.at(1),
    expectedOrders: sums.at(2),
    expectedProfit: sums.at(3),
  };
}

/** What is doubtful about a ranking. */
export function priorityWarnings(
  { costs, hours }: OfferBook,
  { costPerHour = 0 }: PrioritizeOffersOptions,
  offers: number,
): readonly PriorityWarning[] {
  if (offers === 0 || costs !== null || (hours !== null && costPerHour > 0)) return [];
  const message =
    "Nothing says what the offers cost, so every offer with a margin looks worth pursuing: name a column of costs in offerBook, or hours and a costPerHour.";
  return [{ code: "no-costs", offers, message }];
}
