import { checkNames, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { type ProportionEstimate, wilsonInterval } from "../statistics/proportion-interval.ts";
import { checkBook, type SubscriptionBook } from "../subscriptions/subscription-book.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { type RevenueWarning, warnAfterUntil } from "./revenue-frame.ts";

/** The two days whose recurring revenue is compared. */
export interface RevenueRetentionOptions extends ConfidenceOptions {
  /** First day: customers who pay on it are followed. For a year by months' ends, the last day of the year before. */
  readonly from: DateInput;
  /** Second day, later than the first. */
  readonly to: DateInput;
}

const NAMES = { from: true, to: true, level: true } satisfies Record<keyof RevenueRetentionOptions, true>;

/** What became of the recurring revenue of one day by another. */
export interface RevenueRetention {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Money is exact to this many decimals. */
  readonly decimals: number;
  /** Monthly recurring revenue on the first day. */
  readonly start: number;
  /** What the same customers pay on the second day, expansion included. */
  readonly now: number;
  /** Of that, what they paid before: the sum of the lesser of then and now, customer by customer. */
  readonly retained: number;
  /** Now ÷ start; may be above 1. `null` if nobody paid on the first day. */
  readonly netRevenueRetention: number | null;
  /** Retained ÷ start, from 0 to 1; `null` if nobody paid on the first day. */
  readonly grossRevenueRetention: number | null;
  /** Paying customers on the first day, and how many of them pay on the second. */
  readonly customers: { readonly start: number; readonly retained: number };
  /** Share of these, with Wilson's interval; `null` if nobody paid on the first day. */
  readonly customerRetention: ProportionEstimate | null;
  /** Level of the interval. */
  readonly level: number;
  readonly warnings: readonly RevenueWarning[];
}

/**
 * Net and gross revenue retention (NRR, GRR) over a window such as a year.
 *
 * The customers who pay on the first day are followed to the second: NRR is what they pay then ÷ what they paid, GRR the sum of the lesser of both ÷
 * what they paid. Nobody who came later counts, and what happened between the days does not matter: who left and came back has stayed. The product of
 * monthly rates is another figure, since its customers change every month.
 *
 * @param book - Subscriptions.
 * @param options - The days `from` and `to`, each judged at its end, and `level` of the interval of the share of customers.
 * @returns `{ start, now, retained, netRevenueRetention, grossRevenueRetention, customers, customerRetention, … }`; money is per month.
 * @throws {@link DataError} for an option that cannot be used, or if `from` is not before `to`.
 *
 * @example
 * import { revenueRetention, subscriptionBook } from "clientele";
 *
 * const book = subscriptionBook([
 *   { customerId: "Ada", start: "2024-01-01", end: "2024-06-30", monthlyAmount: 50 },
 *   { customerId: "Ada", start: "2024-07-01", end: null, monthlyAmount: 80 },
 *   { customerId: "Ben", start: "2024-01-01", end: "2024-12-31", monthlyAmount: 50 },
 *   { customerId: "Cem", start: "2024-09-01", end: "2025-12-31", monthlyAmount: 99 },
 * ]);
 * const { netRevenueRetention, grossRevenueRetention } = revenueRetention(book, {
 *   from: "2024-01-31",
 *   to: "2025-01-31",
 * });
 * netRevenueRetention; // => 0.8
 * grossRevenueRetention; // => 0.5
 */
export function revenueRetention(book: SubscriptionBook, options: RevenueRetentionOptions): RevenueRetention {
  checkBook(book);
  checkNames("options", options, NAMES);
  const { level = 0.95 } = options;
  checkLevel(level);
  const from = dayOption("from", options.from, book.timeZone);
  const to = dayOption("to", options.to, book.timeZone);
  if (from >= to) {
    throw invalidOption(
      "from",
      isoDate(from),
      `It is not before ${isoDate(to)}: pass the earlier day as from.`,
    );
  }
  const { customerIds, offsets, starts, ends, amounts, decimals } = book;
  const units = { start: 0, now: 0, retained: 0 };
  const customers = { start: 0, retained: 0 };
  for (let c = 0; c < customerIds.length; c++) {
    let before = 0;
    let after = 0;
    for (let i = offsets[c] as number; i < (offsets[c + 1] as number); i++) {
      const start = starts[i] as number;
      const end = ends[i] as number;
      const amount = amounts[i] as number;
      if (start <= from && end >= from) before += amount;
      if (start <= to && end >= to) after += amount;
    }
    if (before === 0) continue;
    units.start += before;
    units.now += after;
    units.retained += Math.min(before, after);
    customers.start += 1;
    if (after > 0) customers.retained += 1;
  }
  const scale = 10 ** decimals;
  return {
    from: isoDate(from),
    to: isoDate(to),
    decimals,
    start: units.start / scale,
    now: units.now / scale,
    retained: units.retained / scale,
    netRevenueRetention: units.start === 0 ? null : units.now / units.start,
    grossRevenueRetention: units.start === 0 ? null : units.retained / units.start,
    customers,
    customerRetention: wilsonInterval(customers.retained, customers.start, standardErrorsOfLevel(level)),
    level,
    warnings: warnAfterUntil(book, to),
  };
}
