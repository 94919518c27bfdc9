import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { type CivilDay, civilDayOfIso, type IsoDate, isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { firstDayWanted } from "./period-from.ts";
import type { DayPlaces } from "./period-windows.ts";
import { repeatPurchases } from "./repeat-purchases.ts";

/** Which days are looked at, and what counts as a purchase. */
export interface RepeatPurchaseOptions extends ConfidenceOptions {
  /** First day, inclusive. Default: the first of the log. */
  readonly from?: DateInput;
  /** Last day, inclusive. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
  /** Whether each transaction of 0 or more is a purchase (default), or all of one day together. */
  readonly count?: PurchaseCount;
}

const NAMES = { from: true, asOf: true, count: true, level: true } satisfies Record<
  keyof RepeatPurchaseOptions,
  true
>;

/** How many of those who bought did so again. */
export interface RepeatPurchaseRate {
  /** First and last day that were looked at. */
  readonly from: IsoDate;
  readonly asOf: IsoDate;
  /** Customers with a purchase in these days. */
  readonly buyers: number;
  /** Those with two or more. */
  readonly repeatBuyers: number;
  /** Repeat buyers ÷ buyers; `null` if nobody bought. */
  readonly rate: number | null;
  /** Wilson's interval of the rate. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The repeat purchase rate (Wiederkaufsrate): customers with two or more purchases in a span of days ÷ customers with at least one.
 *
 * Purchases before the span do not count: a regular customer who buys once in it is no repeat buyer. The longer the span, the higher the rate;
 * compare spans of equal length only. Returns are no purchases, and take none away.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `from` and `asOf` (days, both inclusive), what to `count`, and the `level` of confidence.
 * @returns `{ from, asOf, buyers, repeatBuyers, rate, lower, upper }`; rates in [0, 1].
 * @throws {@link DataError} for options that are none, a `from` after `asOf`, or if the log is empty and no `asOf` is given.
 *
 * @example
 * import { repeatPurchaseRate, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-03-02", amount: 70 },
 *   { customerId: "Ben", date: "2025-01-21", amount: 20 },
 * ]);
 * repeatPurchaseRate(log).rate; // => 0.5
 * repeatPurchaseRate(log, { from: "2025-02-01" }).rate; // => 0
 */
export function repeatPurchaseRate(
  log: TransactionLog,
  options: RepeatPurchaseOptions = {},
): RepeatPurchaseRate {
  checkLog(log);
  checkNames("options", options, NAMES);
  const { count = "purchases", level = 0.95 } = options;
  checkOneOf("count", count, ["purchases", "purchase-days"]);
  checkLevel(level);
  const asOf = asOfDay(log, options.asOf);
  const begin = log.from === null ? asOf : Math.min(civilDayOfIso(log.from), asOf);
  const from = firstDayWanted(log, options.from, asOf) ?? begin;
  const { buyers, repeatBuyers } = repeatPurchases(log, oneSpan(begin, from, asOf), 2, count);
  const counts = { buyers: buyers[1] as number, repeatBuyers: repeatBuyers[1] as number };
  const estimate = wilsonInterval(counts.repeatBuyers, counts.buyers, standardErrorsOfLevel(level));
  return {
    from: isoDate(from),
    asOf: isoDate(asOf),
    ...counts,
    ...(estimate ?? { rate: null, lower: null, upper: null }),
  };
}

/** Place 1 is the span, place 0 what comes before it. */
function oneSpan(first: CivilDay, from: CivilDay, asOf: CivilDay): DayPlaces {
  const enters = new Int32Array(asOf - first + 1);
  enters.fill(1, Math.max(0, from - first));
  return { first, enters };
}
