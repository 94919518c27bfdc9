// The definitions of the retention ledger once more: each customer in each period, by searching all rows.
import type { CalendarPeriod } from "../../src/time/calendar-period.ts";
import type { Duration } from "../../src/time/duration.ts";
import { before, cents, dayAfter, type NaiveRow, nameOf, periodsBetween } from "./naive-periods.ts";

export interface NaiveLedgerSettings {
  readonly period: CalendarPeriod;
  readonly activeWindow: Duration | null;
  readonly asOf: string;
  readonly from: string | null;
}

/** One customer in one period; money in cents. */
export interface NaiveMovement {
  readonly period: string;
  readonly customerId: string;
  readonly movement: "new" | "kept" | "returned" | "lost" | "inactive" | "unknown";
  readonly before: number;
  readonly now: number;
  readonly purchases: number;
  readonly purchaseDays: number;
}

export function naiveMovements(rows: readonly NaiveRow[], settings: NaiveLedgerSettings): NaiveMovement[] {
  const { period, activeWindow, asOf, from } = settings;
  const start = rows.map((row) => row.date).sort()[0] ?? asOf;
  const customers = [...new Set(rows.map((row) => row.customerId))];
  const windowAt = (end: string): string => {
    if (activeWindow !== null) return before(end, activeWindow);
    let first = end;
    while (nameOf(first, period) === nameOf(end, period)) first = dayAfter(first, -1);
    return first;
  };
  return periodsBetween(start, asOf, period)
    .filter(({ to }) => to <= asOf && (from === null || to >= from))
    .flatMap(({ name, from: first, to }) => {
      const startDay = dayAfter(first, -1);
      const [beforeStart, beforeEnd] = [windowAt(startDay), windowAt(to)];
      return customers.map((customerId): NaiveMovement => {
        const own = rows.filter((row) => row.customerId === customerId);
        const bought = own.filter((row) => row.amount >= 0);
        const then = bought.some(({ date }) => date > beforeStart && date <= startDay);
        const now = bought.some(({ date }) => date > beforeEnd && date <= to);
        const known = bought.some(({ date }) => date <= startDay);
        const money = (after: string, until: string): number =>
          own
            .filter(({ date }) => date > after && date <= until)
            .reduce((sum, { amount }) => sum + cents(amount), 0);
        const within = bought.filter(({ date }) => date >= first && date <= to).map(({ date }) => date);
        return {
          period: name,
          customerId,
          movement: then
            ? now
              ? "kept"
              : "lost"
            : now
              ? known
                ? "returned"
                : "new"
              : known
                ? "inactive"
                : "unknown",
          before: money(beforeStart, startDay),
          now: money(beforeEnd, to),
          purchases: within.length,
          purchaseDays: new Set(within).size,
        };
      });
    });
}
