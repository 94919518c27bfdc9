import { invalidOption } from "../rows/options.ts";
import { type CivilDay, civilDayOfIso, FIRST_CIVIL_DAY, type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { possibleDays } from "./sound-rows.ts";
import type { TransactionTable } from "./transaction-table.ts";

/** The day that an option names, by the clock of the table. */
export function tableDay(source: TransactionTable, path: string, value: DateInput): CivilDay {
  const day = dayOption(path, value, source.timeZone ?? "UTC");
  const [first, last] = possibleDays(source.dialect);
  // ClickHouse would take the nearest day that it has.
  if (day >= civilDayOfIso(first) && day <= civilDayOfIso(last)) return day;
  throw invalidOption(path, isoDate(day), `The days of this engine run from ${first} to ${last}.`);
}

/** The day that `from` names; it must not lie after `asOf`. */
export function tableFrom(source: TransactionTable, value: DateInput, asOf: CivilDay): CivilDay {
  const from = tableDay(source, "from", value);
  if (from <= asOf) return from;
  throw invalidOption("from", isoDate(from), `It lies after asOf, ${isoDate(asOf)}: pass an earlier day.`);
}

/** A day as a query writes it: no calendar of an engine begins before the year 1. */
export function writtenDay(day: CivilDay): IsoDate {
  return isoDate(Math.max(day, FIRST_CIVIL_DAY));
}
