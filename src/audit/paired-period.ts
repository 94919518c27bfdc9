import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { BasePeriod } from "./base-period.ts";
import { basePeriod } from "./period-frame.ts";

/** Two spans of days, in order. */
export interface PeriodPair {
  readonly previous: PairedPeriod;
  readonly current: PairedPeriod;
  readonly asOf: CivilDay;
}

/** A span of days with what is reported of it. */
export interface PairedPeriod {
  readonly start: CivilDay;
  readonly end: CivilDay;
  readonly period: BasePeriod;
}

/** A span of days of a log. */
export function paired(
  log: TransactionLog,
  name: string,
  start: CivilDay,
  end: CivilDay,
  asOf: CivilDay,
): PairedPeriod {
  const begin = log.from === null ? asOf + 1 : civilDayOfIso(log.from);
  return { start, end, period: basePeriod(name, start, end, begin, asOf) };
}
