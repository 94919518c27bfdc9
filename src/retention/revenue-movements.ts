import type { SubscriptionBook } from "../subscriptions/subscription-book.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import { customerAccounts } from "./revenue-accounts.ts";
import { ledgerFrame, type RevenueMovementOptions, type RevenueWarning } from "./revenue-frame.ts";
import type { RevenueBalance, RevenuePeriod } from "./revenue-ledger.ts";
import { LedgerTable } from "./revenue-ledger-table.ts";
import { revenueSteps } from "./revenue-steps.ts";

/** The ledger of recurring revenue. */
export interface RevenueMovements {
  readonly period: CalendarPeriod;
  /** Money is exact to this many decimals. */
  readonly decimals: number;
  /** Level of the intervals of confidence. */
  readonly level: number;
  /** A row for each period that is over, oldest first. */
  readonly rows: readonly RevenuePeriod[];
  /** All periods at once: the first start, the sums of what moved, the last end; `null` without periods. */
  readonly totals: RevenueBalance | null;
  readonly warnings: readonly RevenueWarning[];
}

/**
 * The ledger of monthly recurring revenue (MRR, monatlich wiederkehrender Umsatz): what came, what went, period by period.
 *
 * The recurring revenue of a customer at the end of a period is the sum of the monthly amounts of his subscriptions that are in service on its last
 * day. From one period end to the next he has one movement, net of all his subscriptions: new, expansion, contraction, churn or reactivation. What
 * starts and ends between two period ends is not seen. Whoever is served and pays nothing (a trial) is `free`, and no paying customer. Money is added up
 * in whole units, so that every row closes to the last decimal: start + new + expansion + reactivation − contraction − churn = end.
 *
 * @param book - Subscriptions.
 * @param options - `period` (default month), `from` and `asOf` (only periods over by then count), and `level` of the interval of the rate of
 *   customers lost.
 * @returns `{ period, decimals, level, rows, totals, warnings }`, with a row per period: money, customers, and rates of that period (of a month, not a year,
 *   if the period is a month).
 * @throws {@link DataError} for an option that cannot be used.
 *
 * @example
 * import { revenueMovements, subscriptionBook } from "clientele";
 *
 * const book = subscriptionBook([
 *   { customerId: "Ada", start: "2025-01-10", end: "2025-02-28", monthlyAmount: 50 },
 *   { customerId: "Ada", start: "2025-03-01", end: null, monthlyAmount: 70 },
 *   { customerId: "Ben", start: "2025-01-01", end: "2025-03-15", monthlyAmount: 30 },
 *   { customerId: "Cem", start: "2025-03-20", end: "2025-03-31", monthlyAmount: 20 },
 * ]);
 * const march = revenueMovements(book).rows[2];
 * march?.start; // => 80
 * march?.new; // => 20
 * march?.expansion; // => 20
 * march?.churn; // => 30
 * march?.end; // => 90
 * march?.netRevenueRetention; // => 0.875
 */
export function revenueMovements(
  book: SubscriptionBook,
  options: RevenueMovementOptions = {},
): RevenueMovements {
  const { level, ...frame } = ledgerFrame(book, options);
  const accounts = customerAccounts(book);
  const table = new LedgerTable(frame, 1);
  table.add(revenueSteps(book, accounts, frame.period, frame.asOf), new Int32Array(accounts.count));
  return {
    period: frame.period,
    decimals: book.decimals,
    level,
    rows: table.rows(0, book.decimals, level),
    totals: table.totals(0, book.decimals),
    warnings: frame.warnings,
  };
}
