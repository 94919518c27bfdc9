import { invalidOption } from "../rows/options.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";

/** The day that `from` names; it must not lie after `asOf`. */
export function firstDayWanted(
  log: TransactionLog,
  from: DateInput | undefined,
  asOf: CivilDay,
): CivilDay | null {
  if (from === undefined) return null;
  const day = dayOption("from", from, log.timeZone);
  if (day <= asOf) return day;
  throw invalidOption("from", isoDate(day), `It lies after asOf, ${isoDate(asOf)}: pass an earlier day.`);
}
