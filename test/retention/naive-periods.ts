// Days as texts and periods as names, by date-fns and nothing of the library.
import { UTCDate, utc } from "@date-fns/utc";
import { addDays } from "date-fns/addDays";
import { getISOWeek } from "date-fns/getISOWeek";
import { getISOWeekYear } from "date-fns/getISOWeekYear";
import { sub } from "date-fns/sub";
import type { CalendarPeriod } from "../../src/time/calendar-period.ts";
import type { Duration } from "../../src/time/duration.ts";

export interface NaiveRow {
  readonly customerId: string;
  readonly date: string;
  readonly amount: number;
}

export function dayAfter(date: string, days = 1): string {
  return iso(addDays(new UTCDate(date), days));
}

export function daysBetween(date: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(date)) / 86_400_000);
}

export function before(date: string, window: Duration): string {
  return iso(sub(new UTCDate(date), window, { in: utc }));
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function nameOf(date: string, period: CalendarPeriod): string {
  const month = Number(date.slice(5, 7));
  if (period === "day") return date;
  if (period === "month") return date.slice(0, 7);
  if (period === "year") return date.slice(0, 4);
  if (period === "quarter") return `${date.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
  const at = new UTCDate(date);
  return `${getISOWeekYear(at)}-W${String(getISOWeek(at)).padStart(2, "0")}`;
}

export interface NaivePeriod {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** All periods from the one of a day to the one of another, whole. */
export function periodsBetween(first: string, last: string, period: CalendarPeriod): NaivePeriod[] {
  let date = first;
  while (nameOf(dayAfter(date, -1), period) === nameOf(first, period)) date = dayAfter(date, -1);
  const found: NaivePeriod[] = [];
  while (date <= last) {
    const name = nameOf(date, period);
    const from = date;
    while (nameOf(dayAfter(date), period) === name) date = dayAfter(date);
    found.push({ name, from, to: date });
    date = dayAfter(date);
  }
  return found;
}

/** Money as whole cents, so that sums are exact. */
export function cents(amount: number): number {
  return Math.round(amount * 100);
}
