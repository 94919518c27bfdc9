import { type Accessor, checkAccessor, column, readValue } from "../rows/accessor.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { type DateInput, isCivilDay, readCivilDay } from "./read-civil-day.ts";
import { reportDate } from "./report-date.ts";
import { zoneClock } from "./time-zone.ts";

/** The civil day that each row holds, read once; what is none is noted. */
export function readDays<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, DateInput> | string,
  name: string,
  timeZone: string,
  collector: IssueCollector,
): Int32Array {
  checkAccessor(name, accessor);
  const date = column<Row>(accessor, name);
  const clock = zoneClock(timeZone);
  const days = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const day = readCivilDay(readValue(rows[i], date), clock);
    days[i] = day;
    if (!isCivilDay(day)) reportDate(rows[i] as Row, i, date, day, collector);
  }
  return days;
}
