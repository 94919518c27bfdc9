import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { isoDate } from "../time/civil-day.ts";
import { isoDateWriter } from "../time/iso-date-writer.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { daysPerUnit, TIME_UNITS, type TimeUnit } from "../time/unit.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { CustomerSummaries, CustomerSummary, PurchaseCount } from "./customer-summaries.ts";
import { CustomerTally } from "./customer-tally.ts";
import { sumLogDaysBetween } from "./log-intervals.ts";
import { summaryOf } from "./summary-of.ts";

/** How a log is summarised. */
export interface SummaryOptions {
  /** The day as of which to judge, inclusive; later transactions are not looked at. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
  /** Unit of recency and T. Default `"day"`. */
  readonly unit?: TimeUnit;
  /**
   * What `frequency` counts. `"purchase-days"` (default, the field's convention) takes all purchases of a day for one; `"purchases"`
   * counts each, and the purchases of the first day share their mean as the amount of the first.
   */
  readonly count?: PurchaseCount;
  /** Whether rows carry `sumLogIntervals`, from which models of regular buyers judge the regularity. Default false. */
  readonly intervals?: boolean;
}

const NAMES = { asOf: true, unit: true, count: true, intervals: true } satisfies Record<
  keyof SummaryOptions,
  true
>;

/**
 * Sums up each customer of a log: how often, how recently, how long and for how much.
 *
 * Customers who bought by `asOf` have a row. A return reduces revenue and nothing else: it is no purchase, and no sign of life.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `asOf` (a day), `unit` of recency and T, what to `count`, and whether rows carry `intervals`.
 * @returns `{ unit, asOf, count, rows, withoutPurchase }`; times in `unit`, money in the log's currency.
 * @throws {@link DataError} for options that are none, or if the log is empty and no `asOf` is given.
 * @see Fader & Hardie (2005), "A note on deriving the Pareto/NBD model": x, t_x and T.
 *
 * @example
 * import { summarizeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "A", date: "2025-03-14", amount: 10 },
 *   { customerId: "A", date: "2025-04-09", amount: 20 },
 *   { customerId: "A", date: "2025-05-21", amount: 25 },
 * ]);
 * const [customer] = summarizeCustomers(log, { asOf: "2025-06-22" }).rows;
 * customer?.frequency; // => 2
 * customer?.recency; // => 68
 * customer?.T; // => 100
 * customer?.monetaryValue; // => 22.5
 */
export function summarizeCustomers(log: TransactionLog, options: SummaryOptions = {}): CustomerSummaries {
  const { unit = "day", count = "purchase-days", intervals = false } = options;
  checkNames("options", options, NAMES);
  checkSummaryOptions(unit, count, intervals);
  const asOf = asOfDay(log, options.asOf);
  const hasMargin = log.margins !== null;
  const frame = { asOf, perUnit: daysPerUnit(unit), count, hasMargin, written: isoDateWriter() };
  const rows: CustomerSummary[] = [];
  let strangers = 0;
  let strangersRevenue = 0;
  const tally = new CustomerTally();
  for (let c = 0; c < log.customerIds.length; c++) {
    tally.count(log, c, asOf);
    if (tally.orders > 0) {
      const sumLogDays = intervals ? sumLogDaysBetween(log, c, asOf) : null;
      rows.push(summaryOf(log.customerIds[c] as CustomerId, tally, frame, sumLogDays));
    } else if (tally.transactions > 0) {
      strangers += 1;
      strangersRevenue += tally.revenue;
    }
  }
  return {
    unit,
    asOf: isoDate(asOf),
    count,
    rows,
    withoutPurchase: { customers: strangers, revenue: strangersRevenue },
  };
}

/** Refuses a unit, a count or a wish for intervals that is none. */
export function checkSummaryOptions(unit: TimeUnit, count: PurchaseCount, intervals: boolean): void {
  checkOneOf("unit", unit, TIME_UNITS);
  checkOneOf("count", count, ["purchase-days", "purchases"]);
  checkOption("intervals", intervals, intervalsTrouble(intervals, count));
}

function intervalsTrouble(intervals: boolean, count: PurchaseCount): string | null {
  if (typeof intervals !== "boolean") return "This is neither true nor false.";
  if (!intervals || count === "purchase-days") return null;
  return 'Two purchases of one day have no time between them: leave count at "purchase-days".';
}
