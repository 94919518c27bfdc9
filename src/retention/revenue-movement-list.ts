import { countingOrder } from "../math/counting-order.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames } from "../rows/options.ts";
import { checkBook, type SubscriptionBook } from "../subscriptions/subscription-book.ts";
import { periodName } from "../time/calendar-period.ts";
import { customerAccounts } from "./revenue-accounts.ts";
import { REVENUE_PERIOD_NAMES, type RevenuePeriodOptions, revenueFrame } from "./revenue-frame.ts";
import { NO_MOVEMENT, REVENUE_MOVEMENTS, type RevenueMovement } from "./revenue-movement.ts";
import { revenueSteps } from "./revenue-steps.ts";

/** How the recurring revenue of a customer moved in a period, in money per month. */
export interface CustomerRevenueMovement {
  readonly customerId: CustomerId;
  /** The period, e.g. `"2024-03"`. */
  readonly period: string;
  readonly movement: RevenueMovement;
  /** What he paid at the end of the period before, and at the end of this one. */
  readonly before: number;
  readonly after: number;
  /** After − before: below 0 for contraction and churn. */
  readonly change: number;
}

/**
 * Who is behind the ledger: every movement of every customer.
 *
 * They are the movements of `revenueMovements` with the same options: added up by period and movement, the changes are its sums.
 *
 * @param book - Subscriptions.
 * @param options - `period` (default month), `from` and `asOf` (only periods over by then count).
 * @returns A row per customer and period in which his revenue changed, by period, then in the order of the book.
 * @throws {@link DataError} for an option that cannot be used.
 *
 * @example
 * import { revenueMovementList, subscriptionBook } from "clientele";
 *
 * const book = subscriptionBook(
 *   [
 *     { customerId: "Ada", start: "2025-01-10", end: "2025-02-28", monthlyAmount: 50 },
 *     { customerId: "Ada", start: "2025-03-01", end: null, monthlyAmount: 70 },
 *   ],
 *   {},
 *   { until: "2025-03-31" },
 * );
 * revenueMovementList(book)[1];
 * // => { customerId: "Ada", period: "2025-03", movement: "expansion", before: 50, after: 70, change: 20 }
 */
export function revenueMovementList(
  book: SubscriptionBook,
  options: RevenuePeriodOptions = {},
): CustomerRevenueMovement[] {
  checkBook(book);
  checkNames("options", options, REVENUE_PERIOD_NAMES);
  const { period, first, last, asOf } = revenueFrame(book, options);
  const steps = revenueSteps(book, customerAccounts(book), period, asOf);
  const wanted: number[] = [];
  for (let i = 0; i < steps.period.length; i++) {
    const now = steps.period[i] as number;
    if (now >= first && now <= last && steps.movement[i] !== NO_MOVEMENT) wanted.push(i);
  }
  const periods = Int32Array.from(wanted, (i) => (steps.period[i] as number) - first);
  const names = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) =>
    periodName(first + k, period),
  );
  const scale = 10 ** book.decimals;
  return Array.from(countingOrder(periods), (place) => {
    const i = wanted[place] as number;
    const before = steps.before[i] as number;
    const after = steps.after[i] as number;
    return {
      customerId: book.customerIds[steps.account[i] as number] as CustomerId,
      period: names[periods[place] as number] as string,
      movement: REVENUE_MOVEMENTS[steps.movement[i] as number] as RevenueMovement,
      before: before / scale,
      after: after / scale,
      change: (after - before) / scale,
    };
  });
}
