import { periodNumbering } from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";
import type { Transaction } from "../transactions/columns.ts";
import type { TransactionLogOptions } from "../transactions/options.ts";
import { StreamedActivity } from "./activity-reducer.ts";
import { NOT_SAID, nothingYet, type StreamColumns, splitOptions } from "./activity-reducer-options.ts";
import type { LedgerReducer } from "./activity-reducer-types.ts";
import { retentionLedger } from "./retention-ledger.ts";
import {
  LEDGER_OPTIONS,
  type LedgerPlan,
  ledgerPlan,
  type RetentionLedgerOptions,
} from "./retention-ledger-options.ts";

/** How a stream is read and booked: the options of `transactionLog` and of `retentionLedger`. */
export interface LedgerReducerOptions extends RetentionLedgerOptions, TransactionLogOptions {}

/**
 * Keeps the ledger of a customer base over a stream of transactions that need not fit into memory; several streams can be merged.
 *
 * All options of `retentionLedger` hold, and `finish()` gives the same: customers exactly, money up to rounding in the fifteenth digit. What is
 * kept are two cells at most for each customer and period in which he was active, one of purchases and one of returns; with an `activeWindow`, whose
 * ends cut through periods, for each customer and day.
 *
 * @param options - Those of `retentionLedger` (`period` or `boundaries`, `activeWindow`, `count`, `from`, `asOf`, `level`); `columns`, `timeZone`,
 *   `invalid` and `returns` as for `transactionLog`. Name no `order`: add up line items before.
 * @returns `{ add, addAll, merge, snapshot, finish, hasBatch, progress }`; `merge(snapshot)` also resumes.
 * @throws {@link DataError} for options that are none; `finish` as `retentionLedger`.
 *
 * @example
 * import { createLedgerReducer } from "clientele";
 *
 * const north = createLedgerReducer({ asOf: "2025-02-28" });
 * const south = createLedgerReducer({ asOf: "2025-02-28" });
 * north.add([{ customerId: "Ada", date: "2025-01-10", amount: 50 }]);
 * south.add([{ customerId: "Ada", date: "2025-02-02", amount: 70 }]);
 * north.merge(south.snapshot());
 * const [, february] = north.finish().rows;
 * february?.kept; // => 1
 * february?.revenue.expansion; // => 20
 */
export function createLedgerReducer<Row extends Transaction = Transaction>(
  options?: LedgerReducerOptions & StreamColumns<Row>,
): LedgerReducer<Row>;
export function createLedgerReducer<Row>(
  options: LedgerReducerOptions & Required<StreamColumns<Row>>,
): LedgerReducer<Row>;
export function createLedgerReducer<Row>(
  options: LedgerReducerOptions & StreamColumns<Row> = {},
): LedgerReducer<Row> {
  const { columns, log, own, settings } = splitOptions<Row, RetentionLedgerOptions>(options, LEDGER_OPTIONS);
  const plan = ledgerPlan(nothingYet(log.timeZone), { asOf: NOT_SAID, ...own });
  const slotOf = slotsOf(plan, own.boundaries);
  return new StreamedActivity(
    {
      kind: "ledger-reducer",
      settings,
      log,
      asOf: own.asOf === undefined ? null : plan.asOf,
      slotOf,
      slotOfReturn: slotOf,
      money: "amount",
      lines: "repeat",
      finish: (cells) => retentionLedger(cells, own),
    },
    columns,
  );
}

/** The slot of a day: its period, or the day itself where a window may begin or end on any. */
function slotsOf(
  { activeWindow, period }: LedgerPlan,
  boundaries: RetentionLedgerOptions["boundaries"],
): (day: CivilDay) => number {
  if (activeWindow !== null) return (day) => day;
  if (period !== null) return periodNumbering(period);
  // The options have been checked and written as ISO dates.
  const starts = (boundaries ?? []).map((date) => civilDayOfIso(date as string));
  return (day) => periodBefore(starts, day);
}

/** How many of the ascending days do not lie after a day. */
function periodBefore(starts: readonly CivilDay[], day: CivilDay): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
