import { keyOf } from "../offers/key-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { periodEnd, periodName, periodStart } from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso, isoDate } from "../time/civil-day.ts";
import { hitRateTotal, numberRate, valueRate } from "./hit-rate-figures.ts";
import { groupOffers } from "./hit-rate-groups.ts";
import { compareNames } from "./hit-rate-order.ts";
import { offerOutcomes } from "./hit-rate-outcomes.ts";
import {
  type HitRateOverTimeOptions,
  type OverTimePlan,
  overTimePlan,
} from "./hit-rate-over-time-options.ts";
import type { HitRateOverTime, PeriodHitRate } from "./hit-rate-over-time-result.ts";
import { crossPeriods, type OfferPeriods, offerPeriods } from "./hit-rate-periods.ts";
import { assumptionsOf } from "./hit-rate-plan.ts";
import { countOf, type HitRateTally, hitRateCounts, inWindow, tallyOffers } from "./hit-rate-tally.ts";
import { basisWarnings, warnBelowMinimum } from "./hit-rate-warnings.ts";

/**
 * Hit rates of successive weeks, months, quarters or years: of the offers submitted in each (`"cohort"`), or of those decided in each (`"period"`).
 *
 * A cohort is followed to the end: its rate is final once nothing of it is open, and until then lies between `ifAllLost` and `ifAllWon`. A period divides
 * what was won in it by what was decided in it, whenever submitted. Neither divides the orders of a month by the offers of the same month, which come
 * to be decided later. Both count every decided offer once, so over all periods they agree.
 *
 * @param book - What `offerBook` returns.
 * @param options - `period` (`"day"`, `"week"`, `"month"`, default, `"quarter"`, `"year"`), `window` (`"cohort"`, default, or `"period"`), `basis`
 *   (`"decided"`, default, or `"submitted"`, for cohorts only), `by` (a key of the book), and those of `hitRate`.
 * @returns `{ rows, total, period, basis, by, assumptions, warnings }`: a row for each period from the first day of the window (or the first offer) to its
 *   last, without gaps, with rate, interval, counts, values and whether it is `complete`.
 * @throws {@link DataError} if this is no book, for options that are none, or if groups and periods make millions of rows.
 *
 * @example
 * import { hitRateOverTime, offerBook } from "clientele";
 *
 * const book = offerBook([
 *   { status: "won", submitted: "2025-01-10", decided: "2025-02-01" },
 *   { status: "lost", submitted: "2025-01-15", decided: "2025-02-20" },
 *   { status: "open", submitted: "2025-01-31" },
 *   { status: "won", submitted: "2025-02-05", decided: "2025-02-28" },
 * ]);
 * const cohorts = hitRateOverTime(book);
 * cohorts.rows.map(({ period, won, of, complete }) => [period, won, of, complete]);
 * // => [["2025-01", 1, 2, false], ["2025-02", 1, 1, true]]
 * cohorts.rows[0]?.ifAllWon; // => 0.6667
 * hitRateOverTime(book, { window: "period" }).rows.map(({ won, of }) => [won, of]); // => [[2, 3]]
 */
export function hitRateOverTime(book: OfferBook, options: HitRateOverTimeOptions = {}): HitRateOverTime {
  const plan = overTimePlan(book, options);
  const found = offerOutcomes(book, plan);
  const keys = options.by === undefined ? [] : [keyOf(book, options.by, "by")];
  const periods = offerPeriods(found, plan);
  const { codes, groups } = groupOffers(keys, book.statuses.length);
  const crossed = keys.length === 0 ? periods.codes : crossPeriods(periods, { codes, groups });
  const tally = tallyOffers(book, found.outcomes, crossed, Math.max(1, groups.length) * periods.length);
  // After its last day a book tells of no offer, so no period is complete there.
  const last = Math.min(plan.to, book.until === null ? plan.to : civilDayOfIso(book.until));
  const names = keys.length === 0 ? [null] : groups.map(([name]) => name ?? null);
  const rows = groupsInOrder(tally, names, periods.length).flatMap((group) =>
    Array.from({ length: periods.length }, (_, at) =>
      periodRow(tally, { plan, periods, group, at, last, name: names[group] ?? null }),
    ),
  );
  const total = tallyOffers(book, found.outcomes, null, 1);
  return {
    rows,
    total: hitRateTotal(total, plan, plan.basis),
    period: plan.period,
    basis: plan.basis,
    by: options.by ?? null,
    assumptions: assumptionsOf(plan),
    warnings: [...basisWarnings(book, total, plan, plan.basis), ...warnBelowMinimum(rows, plan)],
  };
}

/** Groups with offers in any period, that with most of them first. */
function groupsInOrder(tally: HitRateTally, names: readonly GroupKey[], periods: number): readonly number[] {
  const offers = names.map((_, group) => {
    let sum = 0;
    for (let at = 0; at < periods; at++) sum += inWindow(tally, group * periods + at);
    return sum;
  });
  // Without a key there is one line of periods, whether or not there is anything in it.
  const shown = names
    .map((_, group) => group)
    .filter((group) => names.length === 1 || (offers[group] ?? 0) > 0);
  return shown.sort(
    (one, other) =>
      (offers[other] as number) - (offers[one] as number) ||
      compareNames([names[one] ?? null], [names[other] ?? null]),
  );
}

interface PeriodPlace {
  readonly plan: OverTimePlan;
  readonly periods: OfferPeriods;
  readonly group: number;
  readonly name: GroupKey;
  readonly at: number;
  /** Last day of the window that was observed. */
  readonly last: CivilDay;
}

function periodRow(
  tally: HitRateTally,
  { plan, periods, group, name, at, last }: PeriodPlace,
): PeriodHitRate {
  const place = group * periods.length + at;
  const from = periodStart(periods.first + at, plan.period);
  const to = periodEnd(periods.first + at, plan.period);
  const counts = hitRateCounts(tally, place);
  const cohort = plan.window === "cohort";
  const decided = countOf(tally, place, plan.denominators.decided);
  const all = countOf(tally, place, plan.denominators.submitted);
  const bounded = cohort && all >= plan.minimum;
  return {
    period: periodName(periods.first + at, plan.period),
    from: isoDate(from),
    to: isoDate(to),
    group: name,
    ...numberRate(tally, place, plan, plan.basis),
    counts: cohort ? counts : { ...counts, open: null },
    byValue: valueRate(tally, place, plan, plan.basis),
    complete: to <= last && (plan.from === null || from >= plan.from) && (!cohort || decided === all),
    ifAllLost: bounded ? counts.won / all : null,
    ifAllWon: bounded ? (counts.won + all - decided) / all : null,
  };
}
