import { invalidOption } from "../rows/options.ts";
import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { checkLog, type TransactionLog } from "./transaction-log.ts";

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
