import { CompensatedSums } from "../math/compensated-sums.ts";
import { finiteRatio } from "../math/finite-ratio.ts";
import { DRAFT, NOT_YET, offersAsOf, standings } from "../offers/as-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { WITHDRAWN, WON } from "../offers/offer-status.ts";
import { finiteTotal } from "../rows/finite-total.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { costAt, marginAt } from "./prioritize-offers-figures.ts";
import { checkEconomics, type OfferEconomicsOptions } from "./prioritize-offers-options.ts";

/** The offers of a period in three figures, for those who have no book at hand. */
export interface OfferFigures {
  /** Offers submitted in the period, e.g. a year. */
  readonly offers: number;
  /** Mean margin of an offer, in money. */
  readonly meanMargin: number;
  /** Mean cost of an offer, won or not, in money. Default: not asked. */
  readonly meanCost?: number;
}

/** How much the hit rate is to rise. */
export interface HitRatePoints {
  /** Points of hit rate, above 0 up to 100; one point is 0.01. Default 1. */
  readonly points?: number;
}

/** Which offers are looked at, and what they are worth. */
export interface HitRateValueOptions extends HitRatePoints, OfferEconomicsOptions {
  /** First day of submission. Default: the first of the book. */
  readonly from?: DateInput;
  /** Last day of submission, and the day as of which offers are judged, inclusive. Default: the last day of the book. */
  readonly asOf?: DateInput;
}

/** What a higher hit rate is worth in the period that was looked at; nothing is scaled to a year. */
export interface HitRateValue {
  /** Day as of which the offers of a book were judged, the last of the period; `null` for figures. */
  readonly asOf: IsoDate | null;
  /** First day of the period; `null` without one, and for figures. */
  readonly from: IsoDate | null;
  readonly points: number;
  /** Offers submitted in the period; withdrawn ones are left out. */
  readonly offers: number;
  /** How many were left out as withdrawn; `null` for figures. */
  readonly withdrawn: number | null;
  /** Sum of the margins of all of them, in money. */
  readonly margin: number;
  /** Orders more: points ÷ 100 × offers. */
  readonly orders: number;
  /** Worth by value: points ÷ 100 × sum of the margins. Right if large offers gain as much as small ones. */
  readonly byValue: number;
  /** Worth by number: orders more × mean margin of the orders won so far. Right if what is won more is like what is won now; `null` if nothing was. */
  readonly byNumber: number | null;
  /** Hit rate at which the offers earn what they cost: sum of the costs ÷ sum of the margins; `null` without costs, or without a margin above 0. */
  readonly breakEvenHitRate: number | null;
}

const BOOK_NAMES = {
  points: true,
  from: true,
  asOf: true,
  marginRate: true,
  costPerHour: true,
} satisfies Record<keyof HitRateValueOptions, true>;
const FIGURE_NAMES = { offers: true, meanMargin: true, meanCost: true } satisfies Record<
  keyof OfferFigures,
  true
>;

/**
 * What is one more point of hit rate worth (Was ist ein Prozentpunkt Hitrate wert)?
 *
 * Δp × the sum of the margins of the offers that were made: 200 offers a year with a mean margin of 3000 are 600 000; one point more of it is 6000 a year. It is
 * the most that a measure may cost which raises the hit rate by a point. Costs of the offers themselves do not enter: they are spent either way.
 *
 * @param offers - A book, or the figures of a period: `{ offers, meanMargin, meanCost }` (money).
 * @param options - `points` (default 1), and for a book `from` and `asOf` (days), `marginRate` (share of value) and `costPerHour` (money).
 * @returns `{ asOf, from, points, offers, withdrawn, margin, orders, byValue, byNumber, breakEvenHitRate }`: money of the period, orders, and a rate in [0, 1] (above 1 no hit rate
 *   would do).
 * @throws {@link DataError} for figures or options that cannot be used.
 *
 * @example
 * import { hitRateValue } from "clientele";
 *
 * const { orders, byValue, breakEvenHitRate } = hitRateValue({ offers: 200, meanMargin: 3000, meanCost: 450 });
 * orders; // => 2
 * byValue; // => 6000
 * breakEvenHitRate; // => 0.15
 */
export function hitRateValue(offers: OfferFigures, options?: HitRatePoints): HitRateValue;
/**
 * The same of the offers of a book: those submitted from `from` to `asOf`, withdrawn ones left out.
 *
 * @param book - Offers, with margins or values.
 * @param options - `points` (default 1), `from` and `asOf` (days), `marginRate` (share of value) and `costPerHour` (money).
 * @returns `{ asOf, from, points, offers, withdrawn, margin, orders, byValue, byNumber, breakEvenHitRate }` of the period from `from` to `asOf`.
 * @throws {@link DataError} for an option that cannot be used.
 *
 * @example
 * import { hitRateValue, offerBook, simulateOffers } from "clientele";
 *
 * const rows = simulateOffers({ offers: 400, seed: 3, from: "2025-01-01", until: "2025-12-31" });
 * const book = offerBook(rows, { id: "offerId", margin: "margin", cost: "cost" });
 * const year = hitRateValue(book, { from: "2025-01-01", points: 2 });
 * Math.abs(year.byValue - 0.02 * year.margin) < 1e-6; // => true
 */
export function hitRateValue(book: OfferBook, options?: HitRateValueOptions): HitRateValue;
export function hitRateValue(
  source: OfferBook | OfferFigures,
  options: HitRateValueOptions = {},
): HitRateValue {
  return isBook(source) ? valueOfBook(source, options) : valueOfFigures(source, options);
}

function isBook(source: OfferBook | OfferFigures): source is OfferBook {
  return typeof source === "object" && source !== null && "kind" in source;
}

function valueOfFigures(figures: OfferFigures, options: HitRatePoints): HitRateValue {
  checkNames("offers", figures, FIGURE_NAMES);
  checkNames("options", options, { points: true } satisfies Record<keyof HitRatePoints, true>);
  const { offers, meanMargin, meanCost = null } = figures;
  const points = checkedPoints(options);
  checkNumber("offers.offers", offers, { least: 0 });
  checkNumber("offers.meanMargin", meanMargin);
  if (meanCost !== null) checkNumber("offers.meanCost", meanCost, { least: 0 });
  const margin = finiteTotal(offers * meanMargin, "offers");
  const worth = (points / 100) * margin;
  return {
    asOf: null,
    from: null,
    points,
    offers,
    withdrawn: null,
    margin,
    orders: (points / 100) * offers,
    byValue: worth,
    byNumber: worth,
    breakEvenHitRate: meanCost !== null && meanMargin > 0 ? finiteRatio(meanCost, meanMargin) : null,
  };
}

function valueOfBook(book: OfferBook, options: HitRateValueOptions): HitRateValue {
  const asOf = offersAsOf(book, options?.asOf);
  checkNames("options", options, BOOK_NAMES);
  checkEconomics(book, options);
  const points = checkedPoints(options);
  const from = options.from === undefined ? null : dayOption("from", options.from, book.timeZone);
  const late = `It lies after asOf, ${isoDate(asOf)}: pass an earlier day.`;
  checkOption("from", options.from, from !== null && from > asOf ? late : null);
  const standing = standings(book, asOf);
  const sums = new CompensatedSums(3);
  let offers = 0;
  let won = 0;
  let withdrawn = 0;
  for (let i = 0; i < standing.length; i++) {
    const status = standing[i] as number;
    if (status === DRAFT || status === NOT_YET) continue;
    if (from !== null && (book.submitted[i] as number) < from) continue;
    if (status === WITHDRAWN) {
      withdrawn += 1;
      continue;
    }
    const margin = marginAt(book, i, options);
    offers += 1;
    sums.add(0, margin);
    sums.add(1, costAt(book, i, options));
    if (status !== WON) continue;
    won += 1;
    sums.add(2, margin);
  }
  const margin = finiteTotal(sums.at(0), "book");
  const cost = finiteTotal(sums.at(1), "book");
  const orders = (points / 100) * offers;
  const hasCosts = book.costs !== null || (options.costPerHour ?? 0) > 0;
  return {
    asOf: isoDate(asOf),
    from: from === null ? null : isoDate(from),
    points,
    offers,
    withdrawn,
    margin,
    orders,
    byValue: (points / 100) * margin,
    byNumber: won === 0 ? null : orders * (sums.at(2) / won),
    breakEvenHitRate: hasCosts && margin > 0 ? finiteRatio(cost, margin) : null,
  };
}

function checkedPoints({ points = 1 }: HitRatePoints): number {
  checkNumber("points", points, { above: 0, most: 100 });
  return points;
}
