import type { OfferBook } from "../offers/offer-book.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { differenceOfRates } from "../statistics/rate-difference.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { codesOfGroups } from "./hit-rate-compared-groups.ts";
import { numberRate, valueRate } from "./hit-rate-figures.ts";
import { HIT_RATE_NAMES, type HitRateBasis, type HitRateOptions } from "./hit-rate-options.ts";
import { type OfferOutcomes, offerOutcomes } from "./hit-rate-outcomes.ts";
import { assumptionsOf, checkBasis, type HitRatePlan, hitRatePlan } from "./hit-rate-plan.ts";
import type {
  HitRateAssumptions,
  HitRateCounts,
  HitRateWarning,
  NumberRate,
  ValueRate,
} from "./hit-rate-result.ts";
import { type ComparedSpan, checkedSpans, codesOfSpans } from "./hit-rate-spans.ts";
import { hitRateCounts, tallyOffers, totalTally } from "./hit-rate-tally.ts";
import { basisWarnings, warnBelowMinimum } from "./hit-rate-warnings.ts";

/** A span of days whose offers are compared with those of another. */
export interface HitRateSpan {
  readonly from: DateInput;
  /** Inclusive. Default: `asOf`. */
  readonly to?: DateInput;
}

/** What is compared: two groups under a key of the book, or two spans of days. */
export type HitRateComparison =
  | { readonly key: string; readonly first: GroupKey; readonly second: GroupKey }
  | { readonly first: HitRateSpan; readonly second: HitRateSpan };

/** Which rates are compared. Intervals are Wilson's, of which the one of the difference is made. */
export interface HitRateDifferenceOptions extends Omit<HitRateOptions, "interval"> {
  /** Default `"decided"`. */
  readonly basis?: HitRateBasis;
}

const { interval: _, ...OTHERS } = HIT_RATE_NAMES;
const NAMES = { ...OTHERS, basis: true } satisfies Record<keyof HitRateDifferenceOptions, true>;

/** One side of a comparison. */
export interface ComparedHitRate extends NumberRate {
  /** The group; `null` for offers that say nothing, and for spans. */
  readonly group: GroupKey;
  /** First day of the span, or of the window; `null` without a beginning. */
  readonly from: IsoDate | null;
  readonly to: IsoDate;
  readonly counts: HitRateCounts;
  /** `null` if the book holds no values. */
  readonly byValue: ValueRate | null;
}

/** By how much one hit rate exceeds another. */
export interface HitRateDifference {
  readonly first: ComparedHitRate;
  readonly second: ComparedHitRate;
  /** First rate less second, by number, in [−1, 1]; `null` if one of them is not stated, as are the limits. */
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly basis: HitRateBasis;
  readonly assumptions: HitRateAssumptions;
  readonly warnings: readonly HitRateWarning[];
}

/**
 * Compares two hit rates: of two sellers, regions or products, or of two spans of days.
 *
 * The interval is Newcombe's hybrid score interval of two independent rates. If it holds 0, these offers cannot tell which rate is the higher one.
 * Who picks the best and the worst of many groups will find a difference where there is none: use the shrunken rates of `hitRateBy` for that.
 *
 * @param book - What `offerBook` returns.
 * @param comparison - `{ key, first, second }`: a key of the book and two of its values (`null` for offers that say nothing); or `{ first, second }`: two
 *   spans of days `{ from, to }` that do not overlap.
 * @param options - `basis` (`"decided"`, default, or `"submitted"`), and those of `hitRate` but `interval`; `from` and `to` for groups only.
 * @returns `{ first, second, difference, lower, upper, basis, assumptions, warnings }`: first less second, in [−1, 1].
 * @throws {@link DataError} if there is no such key or group, spans overlap, or for options that are none.
 * @see Newcombe (1998), "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, method 10.
 *
 * @example
 * import { hitRateDifference, offerBook } from "clientele";
 *
 * const book = offerBook(
 *   [
 *     { status: "won", submitted: "2025-01-10", decided: "2025-02-01", seller: "Ida" },
 *     { status: "won", submitted: "2025-01-12", decided: "2025-02-03", seller: "Ida" },
 *     { status: "lost", submitted: "2025-01-15", decided: "2025-03-01", seller: "Jo" },
 *     { status: "won", submitted: "2025-02-01", decided: "2025-02-20", seller: "Jo" },
 *   ],
 *   { keys: { seller: "seller" } },
 * );
 * const { difference, lower, upper } = hitRateDifference(book, { key: "seller", first: "Ida", second: "Jo" });
 * [difference, lower, upper]; // => [0.5, -0.2726, 0.9055]
 */
export function hitRateDifference(
  book: OfferBook,
  comparison: HitRateComparison,
  options: HitRateDifferenceOptions = {},
): HitRateDifference {
  checkNames("options", options, NAMES);
  const { basis = "decided", ...window } = options;
  const plan = hitRatePlan(book, window);
  checkBasis(basis, plan);
  const found = offerOutcomes(book, plan);
  const { codes, sides } = sidesOf(book, comparison, plan, found, options);
  const tally = tallyOffers(book, found.outcomes, codes, 2);
  const compared = sides.map(
    (side, group): ComparedHitRate => ({
      ...side,
      ...numberRate(tally, group, plan, basis),
      counts: hitRateCounts(tally, group),
      byValue: valueRate(tally, group, plan, basis),
    }),
  );
  const [first, second] = compared as [ComparedHitRate, ComparedHitRate];
  const stated = first.rate !== null && second.rate !== null;
  const estimate = stated
    ? differenceOfRates(
        { successes: first.won, trials: first.of },
        { successes: second.won, trials: second.of },
        standardErrorsOfLevel(plan.level),
      )
    : null;
  return {
    first,
    second,
    difference: estimate?.difference ?? null,
    lower: estimate?.lower ?? null,
    upper: estimate?.upper ?? null,
    basis,
    assumptions: assumptionsOf(plan),
    warnings: [...basisWarnings(book, totalTally(tally), plan, basis), ...warnBelowMinimum(compared, plan)],
  };
}

interface Sides {
  /** 0 for offers of the first side, 1 for those of the second, −1 for all others. */
  readonly codes: Int32Array;
  readonly sides: readonly Pick<ComparedHitRate, "group" | "from" | "to">[];
}

const SHAPE =
  'Pass { key, first, second } with two values of a key, or { first, second } with two spans of days, { from: "2024-01-01", to: "2024-12-31" }.';

function sidesOf(
  book: OfferBook,
  comparison: HitRateComparison,
  plan: HitRatePlan,
  { outcomes, days }: OfferOutcomes,
  { from, to }: HitRateDifferenceOptions,
): Sides {
  const isRecord = typeof comparison === "object" && comparison !== null;
  checkOption("comparison", comparison, isRecord ? null : SHAPE);
  checkNames("comparison", comparison, { key: true, first: true, second: true });
  if ("key" in comparison) {
    const window = { from: plan.from === null ? null : isoDate(plan.from), to: isoDate(plan.to) };
    const sides = [comparison.first, comparison.second].map((group) => ({ group, ...window }));
    return { codes: codesOfGroups(book, comparison), sides };
  }
  const beside = "The spans say which days are compared: leave it out, or compare groups under a key.";
  checkOption("from", null, from === undefined ? null : beside);
  checkOption("to", null, to === undefined ? null : beside);
  const spans = checkedSpans(book, comparison, plan.asOf, SHAPE);
  const sides = spans.map((span: ComparedSpan) => ({
    group: null,
    from: isoDate(span.from),
    to: isoDate(span.to),
  }));
  return { codes: codesOfSpans(outcomes, days, plan.window, spans), sides };
}
