import { checkOption, invalidOption } from "../rows/options.ts";
import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";
import { type DateInput, dateTrouble, isCivilDay, readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";
import { checkLog, type TransactionLog } from "./transaction-log.ts";

/** The day an option names, in a time zone. */
export function dayOption(path: string, value: DateInput, timeZone: string): CivilDay {
  const day = readCivilDay(value, zoneClock(timeZone));
  checkOption(path, value, isCivilDay(day) ? null : dateTrouble(day).message);
  return day;
}

/** The day as of which a log is judged: what the user says, else the last day that was observed. */
export function asOfDay(log: TransactionLog, asOf: DateInput | undefined): CivilDay {
  checkLog(log);
  if (asOf !== undefined) return dayOption("asOf", asOf, log.timeZone);
  if (log.until !== null) return civilDayOfIso(log.until);
  throw invalidOption(
    "asOf",
    null,
    "The log holds no transactions, so it has no last day: pass the day to judge it as of.",
  );
}
