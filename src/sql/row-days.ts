import type { HistoryFault } from "../models/check-history.ts";
import { type CivilDay, FIRST_CIVIL_DAY } from "../time/civil-day.ts";

/** What is wrong with the times of a row, in days before `asOf`; `null` if nothing. */
export function rowDaysTrouble(recencyDays: number, ageDays: number, asOf: CivilDay): HistoryFault | null {
  if (!(Number.isInteger(ageDays) && asOf - ageDays >= FIRST_CIVIL_DAY))
    return {
      field: "T",
      trouble: "The age must be a whole number of days since some day of the calendar.",
    };
  if (Number.isInteger(recencyDays)) return null;
  return { field: "recency", trouble: "The age at the last purchase must be a whole number of days." };
}
