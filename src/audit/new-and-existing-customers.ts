import { CompensatedSums } from "../math/compensated-sums.ts";
import { firstDayWanted } from "../retention/period-from.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { logTotals } from "./audit-checks.ts";
import { type BaseCost, type CostsByPeriod, costsByPeriod } from "./base-costs.ts";
import type { BasePeriodKind } from "./base-period.ts";
import { firstDays } from "./first-days.ts";
import { marginSource } from "./margin-source.ts";
import type { NewAndExistingCustomers, NewAndExistingRow } from "./new-and-existing-result.ts";
import { NewAndExistingTally } from "./new-and-existing-tally.ts";
import { checkPeriodKind, ownFrame, type PeriodFrame, periodFrame } from "./period-frame.ts";
import { reconciled } from "./reconcile.ts";
import type { BaseWarning } from "./reconciliation.ts";

/** How new and existing customers are told apart, and in which periods. */
export interface NewAndExistingOptions {
  /** Calendar periods, or a length such as `{ months: 6 }` for windows of which the last ends at `asOf`. Default `"month"`. */
  readonly period?: BasePeriodKind;
  /** Periods of your own instead: the first day of each, in order, and last of all the day after the last. Those not over by `asOf` are left out. */
  readonly boundaries?: readonly DateInput[];
  /** A day in the first period that is wanted; what happened before it is looked at all the same. Default: the first of the log. */
  readonly from?: DateInput;
  /** Day as of which the base is judged, inclusive. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
  /** Share of revenue that is margin, −1 to 1. Default: the margins of the log, if it has them. */
  readonly marginRate?: number;
  /** What was spent on winning and on keeping customers, day by day or once for each period. */
  readonly costs?: Iterable<BaseCost>;
}

const NAMES = {
  period: true,
  boundaries: true,
  from: true,
  asOf: true,
  marginRate: true,
  costs: true,
} satisfies Record<keyof NewAndExistingOptions, true>;

/**
 * Sets new customers against existing ones (Neukunden und Bestandskunden), period by period: how many, how often, for how much, at what cost.
 *
 * New are those whose first purchase ever lies in the period; existing, those who bought in it and before it. Revenue is net of returns; who
 * only sends back is neither and stands apart, so that new + existing + without purchase is the revenue of the log.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `period` (or a length) or `boundaries` of your own, the first period (`from`, a day in it), `asOf` (a day), `marginRate` (−1 to 1), `costs`
 *   (`{ date, acquisition, retention }`, money).
 * @returns `{ period, asOf, rows, leftOut, reconciliation, warnings }`: per period `new`, `existing` and `withoutPurchase`; money in the log's
 *   currency, shares in [0, 1].
 * @throws {@link DataError} for options that are none, costs below 0, a `from` after `asOf`, or if the log is empty and no `asOf` is given.
 *
 * @example
 * import { newAndExistingCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-05-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 70 },
 *   { customerId: "Ben", date: "2025-08-21", amount: 20 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 90 },
 * ]);
 * const costs = [{ date: "2025-12-31", acquisition: 60, retention: 10 }];
 * const { rows } = newAndExistingCustomers(log, { period: "year", asOf: "2025-12-31", costs });
 * const year = rows[1];
 * [year?.new.customers, year?.existing.customers]; // => [2, 1]
 * [year?.new.revenuePerCustomer, year?.existing.revenuePerCustomer]; // => [55, 70]
 * [year?.new.costPerCustomer, year?.existing.costPerCustomer]; // => [30, 10]
 */
export function newAndExistingCustomers(
  log: TransactionLog,
  options: NewAndExistingOptions = {},
): NewAndExistingCustomers {
  checkLog(log);
  checkNames("options", options, NAMES);
  const asOf = asOfDay(log, options.asOf);
  const from = firstDayWanted(log, options.from, asOf);
  const margin = marginSource(log, options.marginRate);
  const { frame, period } = frameWanted(log, options, asOf);
  const costs = costsByPeriod(options.costs, frame, asOf, log.timeZone);
  const tally = new NewAndExistingTally(log, { frame, asOf, firstDays: firstDays(log, asOf), margin });
  const after = frame.ends.findIndex((end) => from === null || end >= from);
  const first = after < 0 ? frame.periods.length : after;
  const rows = frame.periods.slice(first).map((_, place) => tally.row(first + place, costs));
  const leftOut = tally.leftOutBefore(first);
  const sums = new CompensatedSums(1);
  for (const row of rows) sums.add(0, row.revenue);
  sums.add(0, leftOut);
  return {
    period,
    asOf: isoDate(asOf),
    rows,
    leftOut,
    reconciliation: [reconciled("revenue by period", sums.at(0), logTotals(log, asOf).revenue)],
    warnings: warningsOf(log, rows, costs),
  };
}

function frameWanted(
  log: TransactionLog,
  { period, boundaries }: NewAndExistingOptions,
  asOf: CivilDay,
): { readonly frame: PeriodFrame; readonly period: BasePeriodKind | null } {
  if (boundaries === undefined) {
    const kind = period ?? "month";
    checkPeriodKind("period", kind);
    const own = typeof kind === "string" ? kind : { ...kind };
    return { frame: periodFrame(log, own, asOf), period: own };
  }
  const trouble = "The boundaries say which periods there are: leave this out.";
  checkOption("period", period ?? null, period === undefined ? null : trouble);
  return { frame: ownFrame(log, boundaries, asOf), period: null };
}

function warningsOf(
  { from }: TransactionLog,
  rows: readonly NewAndExistingRow[],
  costs: CostsByPeriod | null,
): readonly BaseWarning[] {
  const warnings: BaseWarning[] = [];
  if (!rows.some((row) => row.new.customers + row.existing.customers > 0)) {
    warnings.push({ code: "no-purchase", message: "Nobody bought in these periods." });
  }
  const [first] = rows;
  if (first !== undefined && from !== null && from >= first.from) {
    const message = `The log begins on ${from}: in ${first.period} customers who bought before that look new, and later ones too, the less the longer ago. Pass a from some way after it.`;
    warnings.push({ code: "left-censored", message });
  }
  if (costs !== null && costs.outside !== 0) {
    const message = `Costs of ${costs.outside} lie on days before the first period or between periods, and count in none.`;
    warnings.push({ code: "costs-outside", message });
  }
  return warnings;
}
