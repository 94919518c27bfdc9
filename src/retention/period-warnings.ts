import type { CalendarPeriod } from "../time/calendar-period.ts";
import { periodEnd, periodIndex, periodName } from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso, isoDate } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";

/** What should be known about figures by calendar period before they are believed; it stops nothing. */
export interface PeriodWarning {
  /**
   * `"left-censored"`: customers from before the log begins look new. `"after-log-end"`: `asOf` lies at least a whole period after the last
   * day of the log, so that the periods between look as if nobody had bought. `"no-purchase"`: nobody has bought by `asOf`, or none of those
   * asked for. `"no-complete-period"`: no period is over by `asOf`.
   */
  readonly code: "left-censored" | "after-log-end" | "no-purchase" | "no-complete-period";
  readonly message: string;
}

/** Warns of periods at the end that the log does not reach. */
export function warnAfterLogEnd(
  log: TransactionLog,
  asOf: CivilDay,
  period: CalendarPeriod,
): readonly PeriodWarning[] {
  if (log.until === null) return [];
  const untold = periodIndex(civilDayOfIso(log.until), period) + 1;
  if (periodEnd(untold, period) > asOf) return [];
  const message = `The log ends on ${log.until}, asOf is ${isoDate(asOf)}: from ${periodName(untold, period)} on it looks as if nobody had bought. Leave asOf out unless that is true.`;
  return [{ code: "after-log-end", message }];
}

/** Warns that nobody counts, in words of the caller. */
export function warnNoPurchase(message: string): PeriodWarning {
  return { code: "no-purchase", message };
}
