import type { OfferBook } from "../offers/offer-book.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { idFault, MISSING_ID } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNumber } from "../rows/options.ts";
import type { OfferProbability } from "./offer-probability.ts";
import type { OfferEconomicsOptions } from "./prioritize-offers-options.ts";

/** What an order for the offer at a place of the book would contribute; the options have been checked against the book. */
export function marginAt(book: OfferBook, place: number, { marginRate = 0 }: OfferEconomicsOptions): number {
  if (book.margins !== null) return book.margins[place] as number;
  return (book.values?.[place] ?? 0) * marginRate;
}

/** What the offer at a place of the book costs. */
export function costAt(book: OfferBook, place: number, { costPerHour = 0 }: OfferEconomicsOptions): number {
  return (book.costs?.[place] ?? 0) + (book.hours?.[place] ?? 0) * costPerHour;
}

/** The probability of the offer at each place; every one must have one. */
export function probabilitiesAt(
  book: OfferBook,
  places: Int32Array,
  probabilities: Iterable<OfferProbability> | number,
): Float64Array {
  const result = new Float64Array(places.length);
  if (typeof probabilities === "number") {
    checkNumber("probabilities", probabilities, { least: 0, most: 1 });
    return result.fill(probabilities);
  }
  const collector = new IssueCollector();
  const byOffer = readProbabilities(objectRows(probabilities, "probabilities"), collector);
  for (let i = 0; i < places.length; i++) {
    const id = book.ids[places[i] as number] as CustomerId;
    const probability = byOffer.get(id);
    if (probability === undefined) {
      collector.add(
        "missing_value",
        null,
        "probabilities",
        id,
        () => `No row is about the open offer ${quoted(id)}: pass a probability for every open offer.`,
      );
    } else {
      result[i] = probability;
    }
  }
  collector.throwIfAny();
  return result;
}

function readProbabilities(
  rows: readonly OfferProbability[],
  collector: IssueCollector,
): ReadonlyMap<CustomerId, number> {
  const byOffer = new Map<CustomerId, number>();
  for (let i = 0; i < rows.length; i++) {
    const { offerId, probability } = rows[i] as OfferProbability;
    const fault = idFault(offerId);
    if (fault !== 0) {
      const missing = fault === MISSING_ID;
      collector.add(missing ? "missing_value" : "invalid_value", i, "probabilities.offerId", offerId, () =>
        missing ? "The id of the offer is missing." : `${quoted(offerId)} is no id of an offer.`,
      );
    } else if (byOffer.has(offerId)) {
      const message = `${quoted(offerId)} stands in an earlier row already: pass one row for each offer.`;
      collector.add("duplicate_offer", i, "probabilities.offerId", offerId, () => message);
    } else if (!(typeof probability === "number" && probability >= 0 && probability <= 1)) {
      const message = `${quoted(probability)} is no probability: it must be a number from 0 to 1.`;
      collector.add("invalid_value", i, "probabilities.probability", probability, () => message);
    } else {
      byOffer.set(offerId, probability);
    }
  }
  return byOffer;
}
