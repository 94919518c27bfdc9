import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { lastPeriodEnd, periodNumbering } from "../time/calendar-period.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { TIME_UNITS, type TimeUnit } from "../time/unit.ts";
import { asOfDay } from "../transactions/as-of.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import type { OpportunitySummaries, OpportunitySummary } from "./opportunity-summaries.ts";

/** How a log is cut into opportunities. */
export interface OpportunityOptions {
  /**
   * The calendar period that is one opportunity: a day, a week from Monday to Sunday, a month or a year. There is no default: it should be
   * the rhythm in which customers can buy, such as the year for a yearly appeal.
   */
  readonly period: TimeUnit;
  /**
   * The day as of which to judge, inclusive; later transactions are not looked at. Default: the day until which the log was observed. A
   * period that is still running on this day is left out, one that ends on it is complete.
   */
  readonly asOf?: DateInput;
}

const NAMES = { period: true, asOf: true } satisfies Record<keyof OpportunityOptions, true>;

/**
 * Sums up each customer of a log by opportunities: in how many calendar periods he could have bought, in how many he did, and when last.
 *
 * The period of the first purchase makes the customer and does not count; his opportunities are the complete periods after it. Several
 * purchases of one period are one. The period that is running as of the day is left out, with what was bought in it: it would count as an
 * opportunity missed by all who have yet to come. Returns are no purchases. This is what models with discrete opportunities are fitted to.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `period` (`"day"`, `"week"`, `"month"` or `"year"`) and `asOf` (a day).
 * @returns `{ unit, asOf, completeUntil, rows }`; `frequency`, `recency` and `T` are whole numbers of periods, money is in the log's
 *   currency. Who first bought in the last complete period or the running one has no opportunity yet: his T is 0.
 * @throws {@link DataError} for options that are none, or if the log is empty and no `asOf` is given.
 * @see Fader, Hardie & Shang (2010), "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29(6): x, t_x
 *   and n.
 *
 * @example
 * import { summarizeOpportunities, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "A", date: "2025-01-14", amount: 10 },
 *   { customerId: "A", date: "2025-03-02", amount: 20 },
 *   { customerId: "A", date: "2025-03-29", amount: 25 },
 * ]);
 * const [customer] = summarizeOpportunities(log, { period: "month", asOf: "2025-06-22" }).rows;
 * customer?.frequency; // => 1
 * customer?.recency; // => 2
 * customer?.T; // => 4
 * customer?.monetaryValue; // => 45
 */
export function summarizeOpportunities(
  log: TransactionLog,
  options: OpportunityOptions,
): OpportunitySummaries {
  checkNames("options", options, NAMES);
  const { period } = options;
  checkOneOf("period", period, TIME_UNITS);
  const asOf = asOfDay(log, options.asOf);
  const end = lastPeriodEnd(asOf, period);
  const periodOf = periodNumbering(period);
  const rows: OpportunitySummary[] = [];
  for (let c = 0; c < log.customerIds.length; c++) {
    const summary = summaryOf(log, c, asOf, end, periodOf);
    if (summary !== null) rows.push(summary);
  }
  return { unit: period, asOf: isoDate(asOf), completeUntil: isoDate(end), rows };
}

/** One customer's opportunities; `null` if he has not bought by `asOf`. */
function summaryOf(
  log: TransactionLog,
  customer: number,
  asOf: CivilDay,
  end: CivilDay,
  periodOf: (day: CivilDay) => number,
): OpportunitySummary | null {
  const { days, amounts } = log;
  let i = log.offsets[customer] as number;
  const stop = log.offsets[customer + 1] as number;
  while (i < stop && !isPurchase(amounts[i] as number)) i++;
  if (i === stop || (days[i] as number) > asOf) return null;
  const first = periodOf(days[i] as number);
  let last = first;
  let frequency = 0;
  let amount = 0;
  for (i++; i < stop && (days[i] as number) <= end; i++) {
    if (!isPurchase(amounts[i] as number)) continue;
    const period = periodOf(days[i] as number);
    if (period === first) continue;
    if (period !== last) frequency += 1;
    last = period;
    amount += amounts[i] as number;
  }
  return {
    customerId: log.customerIds[customer] as CustomerId,
    frequency,
    recency: last - first,
    T: Math.max(0, periodOf(end) - first),
    monetaryValue: frequency === 0 ? 0 : amount / frequency,
  };
}
