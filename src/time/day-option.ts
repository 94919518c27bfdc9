import { checkOption } from "../rows/options.ts";
import type { CivilDay } from "./civil-day.ts";
import { type DateInput, dateTrouble, isCivilDay, readCivilDay } from "./read-civil-day.ts";
import { instantClock } from "./time-zone.ts";

/** The day an option names, in a time zone. */
export function dayOption(path: string, value: DateInput, timeZone: string): CivilDay {
  const day = readCivilDay(value, instantClock(timeZone));
  checkOption(path, value, isCivilDay(day) ? null : dateTrouble(day).message);
  return day;
}
