import { offersAsOf, standings } from "../offers/as-of.ts";
import { keyOf } from "../offers/key-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { checkNames, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { type CivilDay, FIRST_CIVIL_DAY, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import { type Duration, durationTrouble, subtractDuration } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { groupOffers } from "./hit-rate-groups.ts";
import type { WithdrawnRule } from "./hit-rate-options.ts";
import { velocityOf } from "./sales-velocity-factors.ts";
import type { SalesVelocity, Velocity } from "./sales-velocity-result.ts";
import { velocityTallies } from "./sales-velocity-tally.ts";

/** As of which day, from which decisions, and with which mean. */
export interface SalesVelocityOptions extends ConfidenceOptions {
  /** Day as of which offers are open, inclusive; what was decided later is not looked at. Default: the last day of the book. */
  readonly asOf?: DateInput;
  /** First day of the decisions that win rate, value and cycle are taken from. Default: all. */
  readonly from?: DateInput;
  /** The same as a length of time up to `asOf`, such as `{ months: 12 }`; pass one of the two. */
  readonly window?: Duration;
  /** A key of the book by which to group, such as `"seller"`. Default: none. */
  readonly by?: string;
  /** Length of the cycle: mean (default) or median of the days from submission to order. */
  readonly cycle?: "mean" | "median";
  /** Whose mean value: of the orders won in the window (`"won"`, default), or of the offers that are open (`"open"`). */
  readonly meanOf?: "won" | "open";
  /** Whether withdrawn offers leave the win rate alone, or count as lost. Default `"excluded"`. */
  readonly withdrawn?: WithdrawnRule;
}

const NAMES = {
  asOf: true,
  from: true,
  window: true,
  by: true,
  cycle: true,
  meanOf: true,
  withdrawn: true,
  level: true,
} satisfies Record<keyof SalesVelocityOptions, true>;

/**
 * Sales velocity: the money that an open pipeline brings per day, open offers × mean value × win rate ÷ length of the cycle.
 *
 * The factors are those of CRM systems: offers open as of the day (drafts left out); mean value of the orders won in the window; won ÷ (won + lost) of the
 * decisions in the window; mean (or median) days from submission to order of those won in the window, a plain one: `salesCycle` tells how much too
 * short it is. The formula takes value and chance of an offer for unrelated. Without a factor there is no velocity, and `missing` says why.
 *
 * @param book - Offers with values.
 * @param options - `asOf`, `from` (day) or `window` (duration), `by` (name of a key), `cycle`, `meanOf`, `withdrawn`, `level` (default 0.95).
 * @returns `{ asOf, from, by, cycle, meanOf, …, openOffers, meanValue, winRate, cycleDays, won, lost, withdrawn, perDay, perThirtyDays, missing,
 *   improvements, groups }`, money per day and per 30 days.
 * @throws {@link DataError} if this is no book, the book has no such key, or an option cannot be used.
 *
 * @example
 * import { offerBook, salesVelocity } from "clientele";
 *
 * const book = offerBook(
 *   [
 *     { status: "won", submitted: "2025-01-01", decided: "2025-01-11", value: 4000 },
 *     { status: "lost", submitted: "2025-01-05", decided: "2025-02-04", value: 9000 },
 *     { status: "won", submitted: "2025-01-20", decided: "2025-02-19", value: 2000 },
 *     { status: "lost", submitted: "2025-01-20", decided: "2025-02-20", value: 1000 },
 *     { status: "open", submitted: "2025-02-08", value: 5000 },
 *     { status: "open", submitted: "2025-02-10", value: 1000 },
 *   ],
 *   {},
 *   { until: "2025-02-28" },
 * );
 * const velocity = salesVelocity(book);
 * [velocity.openOffers, velocity.meanValue, velocity.winRate, velocity.cycleDays]; // => [2, 3000, 0.5, 20]
 * velocity.perDay; // => 150
 * velocity.improvements[3]; // => { factor: "cycleDays", perDay: 166.67, gain: 16.67 }
 */
export function salesVelocity(book: OfferBook, options: SalesVelocityOptions = {}): SalesVelocity {
  checkNames("options", options, NAMES);
  const { cycle = "mean", meanOf = "won", withdrawn: withdrawnAs = "excluded", level = 0.95 } = options;
  const asOf = offersAsOf(book, options.asOf);
  const from = firstDay(book, asOf, options);
  checkOneOf("cycle", cycle, ["mean", "median"]);
  checkOneOf("meanOf", meanOf, ["won", "open"]);
  checkOneOf("withdrawn", withdrawnAs, ["excluded", "lost"]);
  checkLevel(level);
  const key = options.by === undefined ? null : keyOf(book, options.by, "by");
  const standing = standings(book, asOf);
  const plan = { cycle, meanOf, withdrawnAs, z: standardErrorsOfLevel(level) };
  const all = { codes: new Int32Array(standing.length), size: 1 };
  const [total] = velocityTallies(book, standing, all, from).map((tally) => velocityOf(tally, plan)) as [
    Velocity,
  ];
  const groups = key === null ? null : groupOffers([key], standing.length);
  const tallies =
    groups === null
      ? []
      : velocityTallies(book, standing, { codes: groups.codes, size: groups.groups.length }, from);
  return {
    kind: "sales-velocity",
    asOf: isoDate(asOf),
    from: from === null ? null : isoDate(from),
    by: key?.name ?? null,
    cycle,
    meanOf,
    withdrawnAs,
    level,
    ...total,
    groups: tallies
      .map((tally, g) => ({ group: groups?.groups[g]?.[0] ?? null, ...velocityOf(tally, plan) }))
      .filter(({ openOffers, won, lost, withdrawn }) => openOffers + won + lost + withdrawn > 0),
  };
}

function firstDay(book: OfferBook, asOf: CivilDay, { from, window }: SalesVelocityOptions): CivilDay | null {
  if (window !== undefined) {
    if (from !== undefined) throw invalidOption("window", null, "Pass either from or window, not both.");
    checkOption("window", window, durationTrouble(window));
    return Math.max(subtractDuration(asOf, window) + 1, FIRST_CIVIL_DAY);
  }
  if (from === undefined) return null;
  const day = dayOption("from", from, book.timeZone);
  checkOption("from", from, day > asOf ? `It lies after asOf, ${isoDate(asOf)}: pass an earlier day.` : null);
  return day;
}
