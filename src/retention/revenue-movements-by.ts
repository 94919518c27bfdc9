import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import type { SubscriptionBook } from "../subscriptions/subscription-book.ts";
import { CALENDAR_PERIODS, type CalendarPeriod, periodName } from "../time/calendar-period.ts";
import { accountsByKey, customerAccounts, keyOf } from "./revenue-accounts.ts";
import { cohortsOfAccounts } from "./revenue-cohort-of.ts";
import { ledgerFrame, type RevenueMovementOptions, type RevenueWarning } from "./revenue-frame.ts";
import type { RevenueBalance, RevenuePeriod } from "./revenue-ledger.ts";
import { LedgerTable } from "./revenue-ledger-table.ts";
import { revenueSteps } from "./revenue-steps.ts";

/** Customers by the calendar period at whose end they first paid. */
export interface RevenueCohortKey {
  readonly cohort: CalendarPeriod;
}

/** The ledger of a group. */
export interface RevenueGroup {
  /** The value of the key, or the name of the cohort's period; `null` for subscriptions without a value. */
  readonly group: CustomerId | null;
  readonly rows: readonly RevenuePeriod[];
  /** All periods at once; `null` without periods. */
  readonly totals: RevenueBalance | null;
}

/** A ledger for each group. */
export interface RevenueMovementsBy {
  /** The name of the key, or `"cohort"`. */
  readonly by: string;
  readonly period: CalendarPeriod;
  readonly decimals: number;
  readonly level: number;
  /** Values of a key as they first appear in the book, subscriptions without one last; cohorts oldest first. */
  readonly groups: readonly RevenueGroup[];
  readonly warnings: readonly RevenueWarning[];
}

/**
 * The ledger of recurring revenue for each plan, industry or other key of the book, or for each cohort of customers.
 *
 * By a key, the part of a customer in each group is followed by itself: who changes from plan A to plan B churns in A and is new in B. So starts and
 * ends add up to those of the whole book, but movements and customers do not. By cohort they do, since a customer stands in one cohort only: that of
 * the calendar period at whose end he first paid. Customers who never paid stand in none.
 *
 * @param book - Subscriptions.
 * @param by - Name of a key of the book, such as `"plan"`, or `{ cohort: "year" }`.
 * @param options - As for `revenueMovements`.
 * @returns `{ by, period, decimals, level, groups, warnings }`; each group has the same periods, but a cohort begins with its own.
 * @throws {@link DataError} if the book has no such key, or for an option that cannot be used.
 *
 * @example
 * import { revenueMovementsBy, subscriptionBook } from "clientele";
 *
 * const book = subscriptionBook(
 *   [
 *     { customerId: "Ada", start: "2025-01-10", end: "2025-02-28", monthlyAmount: 50, plan: "basic" },
 *     { customerId: "Ada", start: "2025-03-01", end: null, monthlyAmount: 70, plan: "pro" },
 *   ],
 *   {},
 *   { until: "2025-03-31" },
 * );
 * const { groups } = revenueMovementsBy(book, "plan");
 * groups.map(({ group, totals }) => [group, totals?.new, totals?.churn, totals?.end]);
 * // => [["basic", 50, 50, 0], ["pro", 70, 0, 70]]
 */
export function revenueMovementsBy(
  book: SubscriptionBook,
  by: string | RevenueCohortKey,
  options: RevenueMovementOptions = {},
): RevenueMovementsBy {
  const { level, ...frame } = ledgerFrame(book, options);
  const ledgers = typeof by === "string" ? ledgersByKey(book, by, frame) : ledgersByCohort(book, by, frame);
  return {
    by: typeof by === "string" ? by : "cohort",
    period: frame.period,
    decimals: book.decimals,
    level,
    groups: ledgers.groups.map(({ group, since }, place) => ({
      group,
      rows: ledgers.table.rows(place, book.decimals, level, since),
      totals: ledgers.table.totals(place, book.decimals),
    })),
    warnings: frame.warnings,
  };
}

type Frame = Omit<ReturnType<typeof ledgerFrame>, "level">;

interface Ledgers {
  readonly table: LedgerTable;
  readonly groups: readonly { readonly group: CustomerId | null; readonly since: number }[];
}

function ledgersByKey(book: SubscriptionBook, name: string, frame: Frame): Ledgers {
  const key = keyOf(book, name);
  const accounts = accountsByKey(book, key);
  const values: readonly (CustomerId | null)[] = key.codes.includes(-1)
    ? [...key.dictionary, null]
    : key.dictionary;
  const table = new LedgerTable(frame, values.length);
  table.add(revenueSteps(book, accounts, frame.period, frame.asOf), accounts.groupOf);
  return { table, groups: values.map((group) => ({ group, since: frame.first })) };
}

function ledgersByCohort(book: SubscriptionBook, by: RevenueCohortKey, frame: Frame): Ledgers {
  const isRecord = typeof by === "object" && by !== null;
  checkOption("by", by, isRecord ? null : 'Pass the name of a key of the book, or { cohort: "month" }.');
  checkNames("by", by, { cohort: true } satisfies Record<keyof RevenueCohortKey, true>);
  checkOneOf("by.cohort", by.cohort, CALENDAR_PERIODS);
  const steps = revenueSteps(book, customerAccounts(book), frame.period, frame.asOf);
  const cohorts = cohortsOfAccounts(steps, book.customerIds.length, frame, by.cohort);
  const table = new LedgerTable(frame, cohorts.indices.length);
  table.add(steps, cohorts.cohortOf);
  return {
    table,
    groups: cohorts.indices.map((index, place) => ({
      group: periodName(index, by.cohort),
      since: cohorts.firstPeriods[place] as number,
    })),
  };
}
