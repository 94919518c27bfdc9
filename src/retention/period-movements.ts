import { CompensatedSums } from "../math/compensated-sums.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import {
  CALENDAR_PERIODS,
  type CalendarPeriod,
  lastPeriodEnd,
  periodIndex,
  periodName,
  periodStart,
} from "../time/calendar-period.ts";
import { type CivilDay, type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import { checkLog, isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import { firstPurchase } from "./first-purchase.ts";
import { calendarSequence } from "./period-sequence.ts";
import { windowEnds } from "./period-windows.ts";
import type { RetentionLedgerOptions } from "./retention-ledger-options.ts";

/** Which period is looked at, and what makes an active customer. */
export interface PeriodMovementOptions
  extends Pick<RetentionLedgerOptions, "period" | "activeWindow" | "asOf"> {
  /** A day in the period that is wanted. Default: the last period that is over by `asOf`. */
  readonly at?: DateInput;
}

const NAMES = { period: true, activeWindow: true, at: true, asOf: true } satisfies Record<
  keyof PeriodMovementOptions,
  true
>;

/**
 * How a customer went from the start to the end of a period: as in the ledger, or `"inactive"` for those active at neither whose credit notes
 * stand in its adjustment.
 */
export type RetentionMovement = "new" | "kept" | "returned" | "lost" | "inactive";

/** One customer in one period. */
export interface PeriodMovement {
  readonly customerId: CustomerId;
  readonly movement: RetentionMovement;
  /** Revenue within the window at the start of the period, net of returns. */
  readonly revenueBefore: number;
  /** Revenue within the window at its end. */
  readonly revenueNow: number;
}

/** Who is behind the figures of one period. */
export interface PeriodMovements {
  /** The period, e.g. `"2025-03"`. */
  readonly period: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The window that makes active customers; `null` if it is the period itself. */
  readonly activeWindow: Duration | null;
  readonly asOf: IsoDate;
  /** Everybody active at the start or the end, and whose credit notes count, in the order of the log. */
  readonly rows: readonly PeriodMovement[];
}

/**
 * Lists the customers behind one row of `retentionLedger`: who is new, kept, returned or lost, and what each brought before and now.
 *
 * The rows add up to that row of the ledger under the same options, by number and by revenue.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `period`, `activeWindow` (a duration), the period that is wanted (`at`, a day in it) and `asOf` (a day), by which it must be over.
 * @returns `{ period, from, to, activeWindow, asOf, rows }`: a row `{ customerId, movement, revenueBefore, revenueNow }` per customer, in the
 *   log's currency.
 * @throws {@link DataError} for options that are none, or if the period is not over by `asOf`.
 *
 * @example
 * import { periodMovements, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-05-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 70 },
 *   { customerId: "Ben", date: "2024-08-21", amount: 20 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 90 },
 * ]);
 * const { rows } = periodMovements(log, { period: "year", asOf: "2025-12-31" });
 * rows.map(({ customerId, movement }) => `${customerId} ${movement}`); // => ["Ada kept", "Ben lost", "Cem new"]
 * rows[0]; // => { customerId: "Ada", movement: "kept", revenueBefore: 50, revenueNow: 70 }
 */
export function periodMovements(log: TransactionLog, options: PeriodMovementOptions = {}): PeriodMovements {
  checkLog(log);
  checkNames("options", options, NAMES);
  const { period = "month", activeWindow = null } = options;
  checkOneOf("period", period, CALENDAR_PERIODS);
  if (activeWindow !== null) checkOption("activeWindow", activeWindow, durationTrouble(activeWindow));
  const asOf = asOfDay(log, options.asOf);
  const number = periodWanted(log, options.at, period, asOf);
  const { ends, befores } = windowEnds(calendarSequence(period, number, number), activeWindow);
  const [start, end] = ends as [CivilDay, CivilDay];
  const [beforeStart, beforeEnd] = befores as [CivilDay, CivilDay];
  const rows: PeriodMovement[] = [];
  for (let c = 0; c < log.customerIds.length; c++) {
    const then = within(log, c, beforeStart, start);
    const now = within(log, c, beforeEnd, end);
    const movement = movementOf(log, c, start, then, now);
    if (movement === null) continue;
    const customerId = log.customerIds[c] as CustomerId;
    rows.push({ customerId, movement, revenueBefore: then.revenue, revenueNow: now.revenue });
  }
  return {
    period: periodName(number, period),
    from: isoDate(periodStart(number, period)),
    to: isoDate(end),
    activeWindow: activeWindow === null ? null : { ...activeWindow },
    asOf: isoDate(asOf),
    rows,
  };
}

function periodWanted(
  log: TransactionLog,
  at: DateInput | undefined,
  period: CalendarPeriod,
  asOf: CivilDay,
): number {
  const over = lastPeriodEnd(asOf, period);
  if (at === undefined) return periodIndex(over, period);
  const day = dayOption("at", at, log.timeZone);
  if (day <= over) return periodIndex(day, period);
  const name = periodName(periodIndex(day, period), period);
  const trouble = `${name} is not over by ${isoDate(asOf)}, so nobody can be called lost: pass an earlier day, or an asOf at its end.`;
  throw invalidOption("at", isoDate(day), trouble);
}

interface WindowOfCustomer {
  readonly isActive: boolean;
  readonly revenue: number;
}

/** What a customer did after one day up to another. */
function within(
  { days, amounts, offsets }: TransactionLog,
  customer: number,
  before: CivilDay,
  until: CivilDay,
): WindowOfCustomer {
  const sums = new CompensatedSums(1);
  let isActive = false;
  for (let i = offsets[customer] as number; i < (offsets[customer + 1] as number); i++) {
    const day = days[i] as number;
    if (day > until) break;
    if (day <= before) continue;
    isActive ||= isPurchase(amounts[i] as number);
    sums.add(0, amounts[i] as number);
  }
  return { isActive, revenue: sums.at(0) };
}

function movementOf(
  log: TransactionLog,
  customer: number,
  start: CivilDay,
  then: WindowOfCustomer,
  now: WindowOfCustomer,
): RetentionMovement | null {
  if (then.isActive) return now.isActive ? "kept" : "lost";
  if (now.isActive) return firstPurchase(log, customer, start) < 0 ? "new" : "returned";
  return then.revenue !== 0 || now.revenue !== 0 ? "inactive" : null;
}
