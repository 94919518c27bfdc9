// The definitions once more, slowly: walks day by day, dates as texts, windows by date-fns, nothing shared with the library.
import { UTCDate, utc } from "@date-fns/utc";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { sub } from "date-fns/sub";

export interface NaiveTenure {
  readonly customerId: string;
  readonly start: string;
  readonly end: string | null;
  readonly days: number;
  readonly event: boolean;
  readonly spell: number;
}

export interface NaiveDuration {
  readonly days?: number;
  readonly weeks?: number;
  readonly months?: number;
}

const written = (date: Date): string => date.toISOString().slice(0, 10);

export const dayAfter = (date: string, days = 1): string =>
  written(new Date(Date.parse(date) + days * 86_400_000));

export const before = (date: string, length: NaiveDuration): string =>
  written(sub(new UTCDate(date), length, { in: utc }));

export const daysBetween = (from: string, to: string): number =>
  differenceInCalendarDays(to, from, { in: utc });

/** The tenures of one customer who is one on the days that `isCustomer` says; observed up to and including `end`. */
export function naiveTenures(
  customerId: string,
  firstDay: string,
  end: string,
  isCustomer: (day: string) => boolean,
): { readonly rows: readonly NaiveTenure[]; readonly notYetObserved: number } {
  const rows: NaiveTenure[] = [];
  let notYetObserved = 0;
  let start: string | null = null;
  let spell = 0;
  for (let day = firstDay; day <= end; day = dayAfter(day)) {
    if (isCustomer(day)) {
      if (start === null) {
        start = day;
        spell += 1;
      }
      continue;
    }
    if (start === null) continue;
    rows.push({
      customerId,
      start,
      end: dayAfter(day, -1),
      days: daysBetween(start, day),
      event: true,
      spell,
    });
    start = null;
  }
  if (start !== null && start < end) {
    rows.push({ customerId, start, end: null, days: daysBetween(start, end), event: false, spell });
  } else if (start !== null) notYetObserved += 1;
  return { rows, notYetObserved };
}
