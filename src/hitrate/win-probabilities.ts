import { DRAFT, offersAsOf, standings } from "../offers/as-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { OPEN } from "../offers/offer-status.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import { checkNames } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { OfferProbability } from "./offer-probability.ts";
import type { WinModel } from "./win-model.ts";
import { offerScorer } from "./win-model-scores.ts";

/** Which offers are scored, and how wide the intervals are. */
export interface WinProbabilityOptions extends ConfidenceOptions {
  /** Day as of which offers are open. Default: the last day of the book. */
  readonly asOf?: DateInput;
}

/** How likely an open offer is to be won, by a model. */
export interface WinProbability extends OfferProbability {
  /** `null` if the offer names nobody. */
  readonly customerId: CustomerId | null;
  /** Limits of the interval of the hit rate of all offers like this one; `null` where a coefficient runs to infinity. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Features whose level no decided offer had: it was taken for a rare one, or for the mean of all if there are none. */
  readonly unseen: readonly string[];
}

/**
 * How likely each open offer is to be won, if it is decided, by a model of wins.
 *
 * Drafts are among them. The interval is about the rate of such offers, not about this one. How long an offer has been open plays no part. For a day
 * before the model's `asOf` the model knows what was then still to come.
 *
 * @param model - What `fitWinModel` or `readWinModel` returned.
 * @param book - The offers, with the keys that the model needs.
 * @param options - `asOf` (default: the last day of the book) and `level` (default: the model's).
 * @returns Rows `{ offerId, customerId, probability, lower, upper, unseen }` in the order of the book.
 * @throws {@link DataError} if the book has not the keys or values that the model needs, or an option is none.
 *
 * @example
 * import { fitWinModel, offerBook, simulateOffers, winProbabilities } from "clientele";
 *
 * const book = offerBook(simulateOffers({ offers: 2000, seed: 3 }), { id: "offerId", keys: { seller: "seller", product: "product" } });
 * const model = fitWinModel(book, { features: ["seller", "product"] });
 * const rows = winProbabilities(model, book);
 * rows[0]; // => { offerId: "O1704", probability: 0.3478, lower: 0.2736, upper: 0.4302, … }
 */
export function winProbabilities(
  model: WinModel,
  book: OfferBook,
  options: WinProbabilityOptions = {},
): readonly WinProbability[] {
  checkWinModel(model);
  checkNames("options", options, { asOf: true, level: true } satisfies Record<
    keyof WinProbabilityOptions,
    true
  >);
  const { level = model.logistic.level } = options;
  checkLevel(level);
  const asOf = offersAsOf(book, options.asOf);
  const standing = standings(book, asOf);
  const score = offerScorer(book, model.features, model.logistic, asOf, level);
  const rows: WinProbability[] = [];
  for (let place = 0; place < standing.length; place++) {
    if (standing[place] !== OPEN && standing[place] !== DRAFT) continue;
    const { probability, lower, upper, unseen } = score(place);
    const customer = book.customers[place] as number;
    const customerId = book.customerIds[customer] ?? null;
    rows.push({ offerId: book.ids[place] as CustomerId, customerId, probability, lower, upper, unseen });
  }
  return rows;
}

/** Refuses what is no model of wins. */
function checkWinModel(model: WinModel): void {
  const isModel =
    typeof model === "object" &&
    model !== null &&
    model.kind === "win-model" &&
    Array.isArray(model.features) &&
    Array.isArray(model.logistic?.covariates);
  if (isModel) return;
  const message = "This is no model of wins: pass what fitWinModel or readWinModel returned.";
  throw new DataError([
    { code: "invalid_model", row: null, field: "model", value: plainValue(model), message },
  ]);
}
