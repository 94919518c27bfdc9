import type { CalendarPeriod } from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso, type IsoDate, isoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { type PeriodWarning, warnAfterLogEnd, warnNoPurchase } from "./period-warnings.ts";
import { type PeriodWindows, periodWindows, windowEnds } from "./period-windows.ts";
import { repeatPurchases } from "./repeat-purchases.ts";
import { type LedgerPlan, ledgerPlan, type RetentionLedgerOptions } from "./retention-ledger-options.ts";
import type { RetentionLedgerRow } from "./retention-ledger-row.ts";
import { ledgerRows } from "./retention-ledger-rows.ts";
import { LedgerTally } from "./retention-ledger-tally.ts";

/** A customer base from period to period. */
export interface RetentionLedger {
  /** `null` for periods of your own. */
  readonly period: CalendarPeriod | null;
  /** The window that makes active customers; `null` if it is the period itself. */
  readonly activeWindow: Duration | null;
  readonly asOf: IsoDate;
  /** Level of the intervals of confidence. */
  readonly level: number;
  /** A row per complete period. */
  readonly rows: readonly RetentionLedgerRow[];
  readonly warnings: readonly PeriodWarning[];
}

/**
 * Books new, kept, returned and lost customers of every period, by number and by revenue, with the rates that follow.
 *
 * A customer is active at the end of a period if he bought within the window that ends there: the period itself, or `activeWindow`. Then
 * start + new + returned − lost = end, each end is the next start, and revenue closes in the same way. Kept are those active at the start and at
 * the end; who had lapsed and returned was not kept, so the retention rate is not (end − new) ÷ start where customers return. Sums of money are
 * compensated for rounding, so that they close to the cent. Periods that are not over by `asOf` have no row.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `period` or `boundaries` of your own, `activeWindow` (a duration), what `count` takes for one purchase, the first period (`from`, a day in it), `asOf` (a
 *   day), and the `level` of confidence.
 * @returns `{ period, activeWindow, asOf, level, rows, warnings }`: customers, rates in [0, 1] with their limits, mean duration in periods, and
 *   revenue in the log's currency.
 * @throws {@link DataError} for options that are none, a `from` after `asOf`, or if the log is empty and no `asOf` is given.
 *
 * @example
 * import { retentionLedger, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-02-02", amount: 70 },
 *   { customerId: "Ben", date: "2025-01-21", amount: 20 },
 *   { customerId: "Ben", date: "2025-03-30", amount: 25 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 90 },
 * ]);
 * const { rows } = retentionLedger(log, { asOf: "2025-03-31" });
 * const february = rows[1];
 * [february?.start, february?.new, february?.returned, february?.lost, february?.end]; // => [2, 1, 0, 1, 2]
 * february?.retentionRate; // => 0.5
 * february?.revenue.expansion; // => 20
 * rows[2]?.returned; // => 1
 */
export function retentionLedger(log: TransactionLog, options: RetentionLedgerOptions = {}): RetentionLedger {
  checkLog(log);
  const plan = ledgerPlan(log, options);
  const { period, activeWindow, asOf, level } = plan;
  const { rows, warnings } = followedPeriods(log, plan);
  return { period, activeWindow, asOf: isoDate(asOf), level, rows, warnings };
}

function followedPeriods(log: TransactionLog, plan: LedgerPlan): Pick<RetentionLedger, "rows" | "warnings"> {
  const { activeWindow, sequence, asOf } = plan;
  if (log.from === null || civilDayOfIso(log.from) > asOf) {
    return { rows: [], warnings: [warnNoPurchase(`The log holds nothing by ${isoDate(asOf)}.`)] };
  }
  if (sequence.ends.length < 2) {
    const message = `No period with a row is over by ${isoDate(asOf)}: a later asOf or shorter periods give rows.`;
    return { rows: [], warnings: [{ code: "no-complete-period", message }] };
  }
  const begin = civilDayOfIso(log.from);
  const windows = periodWindows(windowEnds(sequence, activeWindow), begin);
  const tally = new LedgerTally(windows);
  for (let c = 0; c < log.customerIds.length; c++) tally.add(log, c);
  return {
    rows: ledgerRows(tally, repeatPurchases(log, windows, windows.ends.length, plan.count), plan),
    warnings: [...warnBeginning(windows, plan, begin), ...warnEnd(log, plan)],
  };
}

/** Customers who look new, or not yet active, because the log does not reach back far enough. */
function warnBeginning(
  { befores }: PeriodWindows,
  { sequence: { names } }: LedgerPlan,
  begin: CivilDay,
): readonly PeriodWarning[] {
  const cut = befores.filter((before) => before + 1 < begin).length;
  if (cut === 0) return [];
  // A window counts at the end of one period and at the start of the next.
  const last = names[Math.min(cut, names.length - 1)];
  const message = `The log begins on ${isoDate(begin)}, within the windows of the rows up to ${last}: their starts are too small, and customers who bought before the log look new.`;
  return [{ code: "left-censored", message }];
}

/** Periods at the end that the log does not reach. */
function warnEnd(log: TransactionLog, { asOf, sequence }: LedgerPlan): readonly PeriodWarning[] {
  const { until } = log;
  if (until === null) return [];
  const untold = sequence.starts.findIndex((start) => start > civilDayOfIso(until));
  return untold < 0 ? [] : [warnAfterLogEnd(until, asOf, sequence.names[untold] ?? "")];
}
