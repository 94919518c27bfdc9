import { cohortRetention } from "../retention/cohort-retention.ts";
import { checkFigures } from "../rows/finite-figures.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";

/** What cohorts cost, and how they are followed. */
export interface CohortPaybackOptions {
  /** What it cost to win a customer: one amount for all cohorts, or a function of the cohort, such as `"2025-03"`. 0 or more. */
  readonly acquisitionCost: number | ((cohort: string) => number);
  /** Share of revenue that is margin, −1 to 1. Needed unless the log carries margins, and refused if it does. */
  readonly marginRate?: number;
  /** Calendar period of the first purchase, and of the intervals since. Default `"month"`. */
  readonly period?: CalendarPeriod;
  /** A day in the first cohort that is wanted. Default: the first of the log. */
  readonly from?: DateInput;
  /** Day as of which is judged, inclusive. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
}

/** How far a cohort has paid back what it cost. */
export interface CohortPaybackRow {
  /** The period, e.g. `"2025-03"`. */
  readonly cohort: string;
  /** Customers won in it. */
  readonly customers: number;
  /** Per customer. */
  readonly acquisitionCost: number;
  /** Margin so far per customer won. */
  readonly margin: number;
  /** Margin ÷ acquisition cost; `null` if there was none. */
  readonly share: number | null;
  /** Periods since the cohort's until the cost was paid back, 0 for its own; `null` if it is not yet. */
  readonly paidBackIn: number | null;
  /** Periods since the cohort's that have been observed to their end. */
  readonly periodsObserved: number;
}

/** Payback by cohort. */
export interface CohortPayback {
  readonly asOf: IsoDate;
  readonly period: CalendarPeriod;
  /** Oldest first. */
  readonly rows: readonly CohortPaybackRow[];
  /** All cohorts together: cost, margin, and share paid back. */
  readonly total: {
    readonly customers: number;
    readonly cost: number;
    readonly margin: number;
    readonly share: number | null;
  };
}

const NAMES = {
  acquisitionCost: true,
  marginRate: true,
  period: true,
  from: true,
  asOf: true,
} satisfies Record<keyof CohortPaybackOptions, true>;

/**
 * Payback by cohort, from what its customers have really brought: margins up to `asOf` against what it cost to win them.
 *
 * Customers who left count with what they brought until then. A cohort that has not paid back yet may still do so: look at `periodsObserved`
 * before you call it worse than an older one.
 *
 * @param log - A log of purchases; its margins are used if it carries them.
 * @param options - `acquisitionCost` (per customer, or a function of the cohort), `marginRate`, `period` (default `"month"`), `from`, `asOf`.
 * @returns `{ asOf, period, rows, total }`: per cohort cost and margin per customer, the share paid back, and in which period it was.
 * @throws {@link DataError} for options that are none, a margin rate that is missing or one too many, or a log without purchases.
 *
 * @example
 * import { cohortPayback, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "A", date: "2025-01-05", amount: 100 },
 *   { customerId: "A", date: "2025-03-05", amount: 100 },
 *   { customerId: "B", date: "2025-02-10", amount: 100 },
 * ]);
 * const { rows } = cohortPayback(log, { acquisitionCost: 50, marginRate: 0.3, asOf: "2025-03-31" });
 * rows.map(({ cohort, margin, paidBackIn }) => [cohort, margin, paidBackIn]); // => [["2025-01", 60, 2], ["2025-02", 30, null]]
 */
export function cohortPayback(log: TransactionLog, options: CohortPaybackOptions): CohortPayback {
  checkLog(log);
  checkNames("options", options, NAMES);
  const { acquisitionCost, marginRate, period = "month", from, asOf } = options;
  checkMarginRate(marginRate, log.margins !== null);
  const { cohorts, matrix, ...followed } = cohortRetention(log, {
    period,
    value: marginRate === undefined ? "margin" : "revenue",
    cumulative: true,
    ...(from === undefined ? {} : { from }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  const rate = marginRate ?? 1;
  const rows = cohorts.map(({ cohort, size }, line): CohortPaybackRow => {
    const cost = typeof acquisitionCost === "function" ? acquisitionCost(cohort) : acquisitionCost;
    checkNumber(`acquisitionCost of ${cohort}`, cost, { least: 0 });
    const margins = (matrix.values[line] ?? []).map((value) => (rate * value) / size);
    const margin = margins.at(-1) ?? 0;
    const paidBackIn = margins.findIndex((cumulative) => cumulative >= cost);
    return {
      cohort,
      customers: size,
      acquisitionCost: cost,
      margin,
      share: cost > 0 ? margin / cost : null,
      paidBackIn: paidBackIn < 0 ? null : paidBackIn,
      periodsObserved: (matrix.complete[line] ?? []).filter(Boolean).length,
    };
  });
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  const cost = rows.reduce((sum, row) => sum + row.customers * row.acquisitionCost, 0);
  const margin = rows.reduce((sum, row) => sum + row.customers * row.margin, 0);
  checkFigures("acquisitionCost", cost, cost > 0 ? margin / cost : null, ...rows.map(({ share }) => share));
  return {
    asOf: followed.asOf,
    period,
    rows,
    total: { customers, cost, margin, share: cost > 0 ? margin / cost : null },
  };
}

function checkMarginRate(marginRate: number | undefined, hasMargins: boolean): void {
  if (hasMargins) {
    const trouble =
      marginRate === undefined ? null : "The log carries margins of its own: leave the rate out.";
    checkOption("marginRate", marginRate, trouble);
    return;
  }
  checkOption(
    "marginRate",
    marginRate,
    marginRate === undefined
      ? "The log carries no margins: say which share of revenue is margin, such as 0.3 (1 if amounts are margins)."
      : null,
  );
  checkNumber("marginRate", marginRate, { least: -1, most: 1 });
}
