import type { OfferBook } from "../offers/offer-book.ts";
import { checkNames } from "../rows/options.ts";
import { basisRates, orderedValue } from "./hit-rate-figures.ts";
import { HIT_RATE_NAMES, type HitRateOptions } from "./hit-rate-options.ts";
import { offerOutcomes } from "./hit-rate-outcomes.ts";
import { assumptionsOf, hitRatePlan } from "./hit-rate-plan.ts";
import type {
  BasisRates,
  BookCounts,
  HitRateAssumptions,
  HitRateWarning,
  OrderedValue,
} from "./hit-rate-result.ts";
import { bookCounts, tallyOffers } from "./hit-rate-tally.ts";
import { warnBelowMinimum, warnOpen, windowWarnings } from "./hit-rate-warnings.ts";

/** How many offers became orders, by both definitions. */
export interface HitRate {
  readonly counts: BookCounts;
  /** Orders ÷ offers submitted, open ones among them (Angebotserfolgsquote); `null` on the window `"period"`, where nothing of the kind exists. */
  readonly submitted: BasisRates | null;
  /** Won ÷ decided (win rate). */
  readonly decided: BasisRates;
  /** `null` if the book holds no values. */
  readonly orders: OrderedValue | null;
  readonly assumptions: HitRateAssumptions;
  readonly warnings: readonly HitRateWarning[];
}

/**
 * The hit rate of offers (Hitrate, Trefferquote, Angebotserfolgsquote): orders ÷ offers submitted, and won ÷ decided, by number and by value.
 *
 * The two differ by the open offers: of those submitted, open ones are in the denominator, so the rate rises while they are decided; of those decided
 * they are left out, so the rate is that of offers decided quickly at first. Withdrawn offers, and those that nobody decided in time, leave both alone
 * unless told otherwise. Rates by value divide what was offered by what was offered; what was ordered in the end stands in `orders`.
 *
 * @param book - What `offerBook` returns.
 * @param options - `asOf` (default: last day of the book), `from`, `to`, `window` (`"cohort"`: submitted in it, default; `"period"`: decided in it),
 *   `withdrawn` (`"excluded"`, default, or `"lost"`), `noDecisionAfter` with `noDecision` (`"open"`, default, `"lost"`, `"excluded"`), `level` (0.95),
 *   `interval` (`wilson`) and `minimum` (1).
 * @returns `{ counts, submitted, decided, orders, assumptions, warnings }`: per basis `byNumber` and `byValue`, each with its interval; rates in [0, 1].
 * @throws {@link DataError} if this is no book, or for options that are none.
 * @see Cochran (1977), Sampling Techniques, 3rd ed., section 2.11, for the variance of rates by value.
 *
 * @example
 * import { hitRate, offerBook } from "clientele";
 *
 * const book = offerBook([
 *   { customerId: "Ada", status: "won", submitted: "2025-01-10", decided: "2025-02-01", value: 3000 },
 *   { customerId: "Ben", status: "lost", submitted: "2025-01-15", decided: "2025-03-01", value: 1000 },
 *   { customerId: "Cem", status: "won", submitted: "2025-02-01", decided: "2025-02-20", value: 2000 },
 *   { customerId: "Dora", status: "open", submitted: "2025-03-01", value: 4000 },
 * ]);
 * const { submitted, decided } = hitRate(book, { asOf: "2025-03-31" });
 * submitted?.byNumber; // => { won: 2, of: 4, rate: 0.5, lower: 0.15, upper: 0.85 }
 * decided.byNumber.rate; // => 0.6667
 * submitted?.byValue?.rate; // => 0.5
 * decided.byValue?.rate; // => 0.8333
 */
export function hitRate(book: OfferBook, options: HitRateOptions = {}): HitRate {
  checkNames("options", options, HIT_RATE_NAMES);
  const plan = hitRatePlan(book, options);
  const { outcomes } = offerOutcomes(book, plan);
  const tally = tallyOffers(book, outcomes, null, 1);
  const submitted = plan.window === "period" ? null : basisRates(tally, 0, plan, "submitted");
  const decided = basisRates(tally, 0, plan, "decided");
  const rates = [decided.byNumber, ...(submitted === null ? [] : [submitted.byNumber])];
  return {
    counts: bookCounts(tally),
    submitted,
    decided,
    orders: orderedValue(tally, 0),
    assumptions: assumptionsOf(plan),
    warnings: [
      ...windowWarnings(book, tally, plan),
      ...warnOpen(tally, plan),
      ...warnBelowMinimum(rates, plan),
    ],
  };
}
