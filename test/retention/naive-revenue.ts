import type { CalendarPeriod } from "../../src/time/calendar-period.ts";

/** A subscription with its amount in cents. */
export interface NaiveSubscription {
  readonly customerId: string;
  readonly start: string;
  readonly end: string | null;
  readonly cents: number;
}

/** A movement of a customer in cents, found by looking at every day and every customer. */
export interface NaiveMovement {
  readonly customerId: string;
  readonly period: string;
  readonly movement: string;
  readonly before: number;
  readonly after: number;
}

/** How things stand at the end of a period. */
export interface NaivePeriod {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
  readonly customersStart: number;
  readonly customersEnd: number;
  readonly free: number;
}

export interface NaiveLedger {
  readonly periods: readonly NaivePeriod[];
  readonly movements: readonly NaiveMovement[];
}

/** The ledger by its definition: day by day, customer by customer, with the calendar of `Date`. */
export function naiveLedger(
  rows: readonly NaiveSubscription[],
  { period, from, asOf }: { readonly period: CalendarPeriod; readonly from: string; readonly asOf: string },
): NaiveLedger {
  const firstDay = rows.reduce((least, { start }) => (start < least ? start : least), from);
  const periods: NaivePeriod[] = [];
  const movements: NaiveMovement[] = [];
  const customers = [...new Set(rows.map((row) => row.customerId))];
  const everPaid = new Set<string>();
  let before = new Map<string, number>();
  let since = firstOf(firstDay, period);
  for (let day = since; day <= asOf; day = dayAfter(day)) {
    const name = nameOf(day, period);
    if (nameOf(dayAfter(day), period) === name) continue;
    const after = new Map<string, number>();
    let free = 0;
    for (const customer of customers) {
      const served = rows.filter((row) => row.customerId === customer && isServed(row, day));
      const cents = served.reduce((sum, row) => sum + row.cents, 0);
      if (cents > 0) after.set(customer, cents);
      else if (served.length > 0) free += 1;
    }
    const wanted = name >= nameOf(from, period);
    for (const customer of customers) {
      const then = before.get(customer) ?? 0;
      const now = after.get(customer) ?? 0;
      if (then === now) continue;
      let movement = now > then ? "expansion" : "contraction";
      if (now === 0) movement = "churn";
      if (then === 0) movement = everPaid.has(customer) ? "reactivation" : "new";
      everPaid.add(customer);
      if (wanted) movements.push({ customerId: customer, period: name, movement, before: then, after: now });
    }
    if (wanted) {
      periods.push({
        period: name,
        from: since,
        to: day,
        start: total(before),
        end: total(after),
        customersStart: before.size,
        customersEnd: after.size,
        free,
      });
    }
    before = after;
    since = dayAfter(day);
  }
  return { periods, movements };
}

export function isServed({ start, end }: NaiveSubscription, day: string): boolean {
  return start <= day && (end === null || end >= day);
}

function total(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((sum, cents) => sum + cents, 0);
}

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function firstOf(day: string, period: CalendarPeriod): string {
  let first = day;
  while (nameOf(dayAfter(first, -1), period) === nameOf(day, period)) first = dayAfter(first, -1);
  return first;
}

/** Names in whose order the periods lie. */
export function nameOf(day: string, period: CalendarPeriod): string {
  if (period === "day") return day;
  if (period === "month") return day.slice(0, 7);
  const year = day.slice(0, 4);
  if (period === "year") return year;
  if (period === "quarter") return `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const thursday = dayAfter(day, 3 - weekday);
  const ofYear = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  return `${thursday.slice(0, 4)}-W${String(Math.floor(ofYear / 7) + 1).padStart(2, "0")}`;
}
