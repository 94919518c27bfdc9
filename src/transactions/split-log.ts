import type { CustomerId } from "../rows/customer-id.ts";
import { type CivilDay, civilDayOfIso, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { amountTotals } from "./amount-totals.ts";
import { brandLog, checkLog, daySpan, type TransactionLog } from "./transaction-log.ts";

/** A log cut in two at a day. */
export interface SplitLog {
  /** Transactions up to and including the day; observed until that day. */
  readonly calibration: TransactionLog;
  /** Transactions after the day; observed until the end of the log. */
  readonly holdout: TransactionLog;
}

/**
 * Cuts a log in two: what was known on a day, and what came after it.
 *
 * The calibration log ends on that day even if nobody bought on it, so that `asOf` defaults to it. A customer stands in a part only with
 * transactions in it. What was skipped at the door belongs to no day and stays with the whole log.
 *
 * @param log - The log.
 * @param date - Last day of the calibration part, inclusive; an instant falls on the day that the log's time zone says.
 * @returns `{ calibration, holdout }`, two logs that `joinLogs` puts together again.
 * @throws {@link DataError} if the date is none.
 *
 * @example
 * import { splitLog, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "A", date: "2025-01-10", amount: 20 },
 *   { customerId: "A", date: "2025-08-02", amount: 35 },
 *   { customerId: "B", date: "2025-09-15", amount: 50 },
 * ]);
 * const { calibration, holdout } = splitLog(log, "2025-06-30");
 * calibration.until; // => "2025-06-30"
 * holdout.customerIds; // => ["A", "B"]
 */
export function splitLog(log: TransactionLog, date: DateInput): SplitLog {
  checkLog(log);
  const day = dayOption("date", date, log.timeZone);
  const end = log.until === null ? day : Math.min(day, civilDayOfIso(log.until));
  return {
    calibration: transactionsWhere(log, (transaction) => transaction <= day, log.until === null ? null : end),
    holdout: transactionsWhere(log, (transaction) => transaction > day, null),
  };
}

/** The part of a log whose days pass a test; `until` moves the end of observation beyond the last transaction. */
function transactionsWhere(
  log: TransactionLog,
  belongs: (day: CivilDay) => boolean,
  until: CivilDay | null,
): TransactionLog {
  const kept = new Int32Array(log.days.length);
  const customerIds: CustomerId[] = [];
  const starts: number[] = [0];
  let count = 0;
  for (let c = 0; c < log.customerIds.length; c++) {
    const before = count;
    const end = log.offsets[c + 1] as number;
    for (let i = log.offsets[c] as number; i < end; i++) {
      if (belongs(log.days[i] as number)) kept[count++] = i;
    }
    if (count === before) continue;
    customerIds.push(log.customerIds[c] as CustomerId);
    starts.push(count);
  }
  const places = kept.subarray(0, count);
  const days = Int32Array.from(places, (i) => log.days[i] as number);
  const amounts = Float64Array.from(places, (i) => log.amounts[i] as number);
  const offsets = Int32Array.from(starts);
  const span = daySpan(days, offsets);
  const { returns, returned } = amountTotals(amounts);
  const last = until ?? span?.last;
  const { margins } = log;
  return brandLog({
    customerIds,
    offsets,
    days,
    amounts,
    margins: margins === null ? null : Float64Array.from(places, (i) => margins[i] as number),
    rows: count,
    from: span === null ? null : isoDate(span.first),
    until: last === undefined ? null : isoDate(last),
    timeZone: log.timeZone,
    returns: { policy: log.returns.policy, transactions: returns, amount: returned },
    skipped: { total: 0, byCode: {} },
  });
}
