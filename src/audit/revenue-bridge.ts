import { checkNames, checkNumber } from "../rows/options.ts";
import { isoDate } from "../time/civil-day.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { bridgeContributors } from "./bridge-contributors.ts";
import type { RevenueBridge } from "./bridge-result.ts";
import { bridgeSteps, keptStep } from "./bridge-steps.ts";
import { firstDays } from "./first-days.ts";
import { pairWarnings } from "./pair-warnings.ts";
import type { PeriodPair } from "./paired-period.ts";
import { PAIR_NAMES, type PeriodPairOptions, periodPair } from "./period-pair.ts";
import { shareOf } from "./ratio.ts";
import { reconciled } from "./reconcile.ts";
import { type SheetPair, sheetPair } from "./sheet-pair.ts";

/** Which periods are bridged. */
export interface RevenueBridgeOptions extends PeriodPairOptions {
  /** How many customers with the largest gains and losses are named. Default 10. */
  readonly top?: number;
}

const NAMES = { ...PAIR_NAMES, top: true } satisfies Record<keyof RevenueBridgeOptions, true>;

/**
 * Bridges the revenue of one period to the next by what became of customers (Umsatzbrücke): new, returned, up, down, lost.
 *
 * A customer is of a period if he bought in it. New are those who never bought up to the end of the previous period; returned, those who
 * had, but not in it; kept, those who bought in both, for more (up), less (down) or the same (level). Revenue is net of returns; a
 * customer's credit notes stand in the step that he is in, and those of people who bought in neither period in `inactive`. The steps
 * close: revenueBefore + all changes = revenueNow.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `period` (or a length) with `at` (a day) and `compareWith`, or `previous` and `current` of your own (`{ from, to }`, both
 *   included); `asOf` (a day); how many customers to name (`top`, default 10).
 * @returns `{ previous, current, revenueBefore, revenueNow, change, growth, customersBefore, customersNow, kept, steps, residual, gains, losses,
 *   reconciliation, warnings }`: per step its customers and what they brought before and now, in the log's currency.
 * @throws {@link DataError} for options that are none, periods that overlap or are not over, or if the log is empty and no `asOf` is given.
 *
 * @example
 * import { revenueBridge, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-05-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 70 },
 *   { customerId: "Ben", date: "2024-08-21", amount: 20 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 90 },
 * ]);
 * const bridge = revenueBridge(log, { period: "year", asOf: "2025-12-31" });
 * [bridge.revenueBefore, bridge.revenueNow]; // => [70, 160]
 * const { steps } = bridge;
 * [steps.new.change, steps.returned.change, steps.up.change, steps.down.change, steps.lost.change]; // => [90, 0, 20, 0, -20]
 */
export function revenueBridge(log: TransactionLog, options: RevenueBridgeOptions = {}): RevenueBridge {
  checkLog(log);
  checkNames("options", options, NAMES);
  const { top = 10 } = options;
  checkNumber("top", top, { least: 0, whole: true });
  const pair = periodPair(log, options);
  const sheets = sheetPair(log, pair, { kind: null });
  return bridgeOf(log, pair, sheets, firstDays(log, pair.asOf), top);
}

/** The bridge between two sheets. */
export function bridgeOf(
  log: TransactionLog,
  pair: PeriodPair,
  sheets: SheetPair,
  days: Int32Array,
  top: number,
): RevenueBridge {
  const revenueBefore = sheets.before.logRevenue;
  const revenueNow = sheets.now.logRevenue;
  const { movements, steps, changes } = bridgeSteps(pair, sheets, days);
  const change = revenueNow - revenueBefore;
  const closing = reconciled("revenue bridge", revenueBefore + changes, revenueNow);
  return {
    previous: pair.previous.period,
    current: pair.current.period,
    asOf: isoDate(pair.asOf),
    revenueBefore,
    revenueNow,
    change,
    growth: shareOf(change, revenueBefore),
    customersBefore: sheets.before.buyers,
    customersNow: sheets.now.buyers,
    kept: keptStep(steps, revenueBefore),
    steps,
    residual: revenueNow - (revenueBefore + changes),
    ...bridgeContributors(log, movements, sheets, top),
    reconciliation: [closing],
    warnings: pairWarnings(log, pair),
  };
}
