import type { OfferBook } from "../offers/offer-book.ts";
import { checkNames, checkNumber, checkOption, invalidOption } from "../rows/options.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { OfferProbability } from "./offer-probability.ts";
import type { OfferCapacity } from "./prioritize-offers-result.ts";

/** What an offer's success is worth, and what effort on it costs. */
export interface OfferEconomicsOptions {
  /** Share of the value that is margin, above 0 up to 1; needed if the book has no margins, refused if it has. */
  readonly marginRate?: number;
  /** What an hour of work costs, in money, 0 or more. Default 0: hours cost nothing beyond what the book says. */
  readonly costPerHour?: number;
}

/** How likely offers are won, and what there is to spend on them. */
export interface PrioritizeOffersOptions extends OfferEconomicsOptions {
  /** A row for each open offer (rows for others do no harm), or one probability for all. */
  readonly probabilities: Iterable<OfferProbability> | number;
  /** What may be spent: `{ hours: 40 }`, which needs a book with hours, or `{ money: 5000 }`. Default: no limit. */
  readonly capacity?: OfferCapacity;
  /** Day as of which offers are open, inclusive. Default: the last day of the book. */
  readonly asOf?: DateInput;
}

const NAMES = {
  probabilities: true,
  capacity: true,
  marginRate: true,
  costPerHour: true,
  asOf: true,
} satisfies Record<keyof PrioritizeOffersOptions, true>;

/** Checks the options, and gives the capacity in the one unit that it has; `null` without one. */
export function checkedCapacity(book: OfferBook, options: PrioritizeOffersOptions): OfferCapacity | null {
  checkNames("options", options, NAMES);
  const { probabilities, capacity } = options;
  const missing =
    "Say how likely the open offers are won: rows { offerId, probability }, or one probability for all, e.g. 0.3.";
  checkOption("probabilities", null, probabilities === undefined ? missing : null);
  checkEconomics(book, options);
  return capacity === undefined ? null : capacityOf(book, capacity);
}

export function checkEconomics(
  book: OfferBook,
  { marginRate, costPerHour = 0 }: OfferEconomicsOptions,
): void {
  if (marginRate !== undefined) checkNumber("marginRate", marginRate, { above: 0, most: 1 });
  checkNumber("costPerHour", costPerHour, { least: 0 });
  checkOption("marginRate", marginRate, marginTrouble(book, marginRate));
  checkOption("costPerHour", costPerHour, costPerHour > 0 && book.hours === null ? NO_HOURS : null);
}

function marginTrouble({ margins, values }: OfferBook, marginRate: number | undefined): string | null {
  if (margins !== null) {
    return marginRate === undefined
      ? null
      : "The book has margins of its own: leave the rate out, or the column of margins.";
  }
  if (values === null) {
    return "The book has neither margins nor values: name a column of either in the second argument of offerBook.";
  }
  return marginRate === undefined
    ? "The book has no margins: say which share of the value is margin, e.g. 0.3, or name a column of margins in offerBook."
    : null;
}

function capacityOf(book: OfferBook, capacity: OfferCapacity): OfferCapacity {
  checkNames("capacity", capacity, { hours: true, money: true });
  const { hours, money } = capacity as { readonly hours?: number; readonly money?: number };
  if ((hours === undefined) === (money === undefined)) {
    const trouble = "Say either how many hours or how much money there is: { hours: 40 }.";
    throw invalidOption("capacity", capacity, trouble);
  }
  if (money !== undefined) {
    checkNumber("capacity.money", money, { least: 0 });
    return { money };
  }
  checkNumber("capacity.hours", hours, { least: 0 });
  checkOption("capacity.hours", hours, book.hours === null ? NO_HOURS : null);
  return { hours: hours as number };
}

const NO_HOURS = "The book has no hours: name their column in the second argument of offerBook.";
