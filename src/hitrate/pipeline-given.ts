import { keyOf } from "../offers/key-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { checkNumber, invalidOption } from "../rows/options.ts";
import type { OfferProbability } from "./offer-probability.ts";
import type { PipelineOffers } from "./pipeline-offers.ts";

/**
 * Probabilities of winning that are known from elsewhere: one number for all offers, one for each stage (such as `{ Proposal: 0.4 }`), or rows with
 * the id and the probability of offers, such as those of a fitted model.
 */
export type PipelineProbabilities = number | Readonly<Record<string, number>> | Iterable<OfferProbability>;

const PATH = "probabilities";

/** The probability of each offer of the pipeline; `NaN` where none is given. */
export function givenProbabilities(
  book: OfferBook,
  { places }: PipelineOffers,
  given: PipelineProbabilities,
): Float64Array {
  if (typeof given === "number") {
    checkNumber(PATH, given, { least: 0, most: 1 });
    return new Float64Array(places.length).fill(given);
  }
  if (typeof given !== "object" || given === null) {
    throw invalidOption(PATH, given, "This is no number, no record by stage, and no list of rows.");
  }
  if (Symbol.iterator in given) {
    const known = byOffer(book, listOfRows(given, PATH));
    return Float64Array.from(places, (place) => known[place] as number);
  }
  const known = byStage(book, given);
  return Float64Array.from(places, (place) => known(place));
}

function byStage(book: OfferBook, given: Readonly<Record<string, number>>): (place: number) => number {
  const { codes, dictionary } = keyOf(book, "stage", PATH);
  const names = dictionary.map(String);
  for (const [stage, probability] of Object.entries(given)) {
    if (!names.includes(stage)) {
      const known = names.map((name) => JSON.stringify(name)).join(", ");
      throw invalidOption(`${PATH}.${stage}`, probability, `No offer has this stage; there are ${known}.`);
    }
    checkNumber(`${PATH}.${stage}`, probability, { least: 0, most: 1 });
  }
  const values = names.map((name) => (Object.hasOwn(given, name) ? (given[name] as number) : Number.NaN));
  return (place) => values[codes[place] as number] ?? Number.NaN;
}

function byOffer(book: OfferBook, rows: readonly OfferProbability[]): Float64Array {
  const placeOf = new Map<CustomerId, number>();
  for (let i = 0; i < book.ids.length; i++) placeOf.set(book.ids[i] as CustomerId, i);
  const known = new Float64Array(book.ids.length).fill(Number.NaN);
  const collector = new IssueCollector();
  for (let i = 0; i < rows.length; i++) {
    const row: unknown = rows[i];
    if (typeof row !== "object" || row === null) {
      collector.add("invalid_row", i, PATH, row, () => "This is no row: pass { offerId, probability }.");
      continue;
    }
    const { offerId, probability } = row as Partial<OfferProbability>;
    const place = placeOf.get(offerId as CustomerId);
    if (place === undefined) {
      collector.add(
        "invalid_value",
        i,
        "offerId",
        offerId,
        () => `The book has no offer ${quoted(offerId)}.`,
      );
    } else if (typeof probability !== "number" || !(probability >= 0 && probability <= 1)) {
      const message = `${quoted(probability)} is no probability: pass a number from 0 to 1.`;
      collector.add("invalid_value", i, "probability", probability, () => message);
    } else if (!Number.isNaN(known[place])) {
      const message = `The offer ${quoted(offerId)} has a probability already: pass one row for each.`;
      collector.add("duplicate_offer", i, "offerId", offerId, () => message);
    } else known[place] = probability;
  }
  collector.throwIfAny();
  return known;
}
