// The definitions of cohort retention once more, word by word with sets of texts.
import type { CohortClockKind, CohortDefinition, CohortValue } from "../../src/retention/cohort-options.ts";
import type { CalendarPeriod } from "../../src/time/calendar-period.ts";
import { cents, dayAfter, daysBetween, type NaiveRow, nameOf, periodsBetween } from "./naive-periods.ts";

export interface NaiveCohortSettings {
  readonly period: CalendarPeriod;
  readonly definition: CohortDefinition;
  readonly clock: CohortClockKind;
  readonly value: CohortValue;
  readonly asOf: string;
  readonly from: string | null;
  readonly intervals: number | null;
  readonly intervalDays: number | null;
}

export interface NaiveCell {
  readonly cohort: string;
  readonly size: number;
  readonly interval: number;
  /** Money in cents. */
  readonly value: number;
  readonly complete: boolean;
  readonly observed: number;
  readonly observedValue: number;
}

const DAYS = { day: 1, week: 7, month: 30, quarter: 91, year: 365 } as const;

export function naiveCohorts(rows: readonly NaiveRow[], settings: NaiveCohortSettings): NaiveCell[] {
  const { period, asOf, clock } = settings;
  const past = rows.filter((row) => row.date <= asOf);
  const firsts = new Map<string, string>();
  for (const { customerId, date, amount } of past) {
    if (amount < 0) continue;
    const known = firsts.get(customerId);
    if (known === undefined || date < known) firsts.set(customerId, date);
  }
  const start = rows.map((row) => row.date).sort()[0] ?? asOf;
  const periods = start <= asOf ? periodsBetween(start, asOf, period) : [];
  const placeOf = new Map(periods.map(({ name }, place) => [name, place]));
  const place = (date: string): number => placeOf.get(nameOf(date, period)) ?? Number.NaN;
  const length = settings.intervalDays ?? DAYS[period];
  const intervalOf = (customer: string, date: string): number => {
    const first = firsts.get(customer) ?? "";
    return clock === "calendar" ? place(date) - place(first) : Math.floor(daysBetween(first, date) / length);
  };
  const active = new Map<string, Set<number>>();
  for (const { customerId, date, amount } of past) {
    if (amount < 0) continue;
    const intervals = active.get(customerId) ?? new Set<number>();
    active.set(customerId, intervals.add(intervalOf(customerId, date)));
  }
  const bought = (customer: string, interval: number): boolean =>
    active.get(customer)?.has(interval) ?? false;
  const upTo = (interval: number): number[] => Array.from({ length: interval + 1 }, (_, k) => k);
  const retained = (customer: string, interval: number): boolean => {
    if (settings.definition === "bounded") return bought(customer, interval);
    if (settings.definition === "continuous") return upTo(interval).every((k) => bought(customer, k));
    return [...(active.get(customer) ?? [])].some((k) => k >= interval);
  };
  const cells: NaiveCell[] = [];
  for (const { name, to, from } of periods) {
    if (settings.from !== null && to < settings.from) continue;
    const members = [...firsts].filter(([, date]) => nameOf(date, period) === name);
    if (members.length === 0) continue;
    for (let interval = 0; interval < (settings.intervals ?? 2000); interval++) {
      const last = periods[place(from) + interval];
      const begun =
        clock === "calendar"
          ? last !== undefined
          : members.some(([, first]) => dayAfter(first, interval * length) <= asOf);
      if (!begun) break;
      const behind = members.filter(([, first]) =>
        clock === "calendar"
          ? (last?.to ?? "9999") <= asOf
          : dayAfter(first, (interval + 1) * length - 1) <= asOf,
      );
      const within = past.filter(
        ({ customerId, date }) =>
          settings.value !== "customers" &&
          members.some(([id]) => id === customerId) &&
          date >= (firsts.get(customerId) ?? "") &&
          intervalOf(customerId, date) === interval,
      );
      const value = {
        customers: members.filter(([id]) => retained(id, interval)).length,
        orders: within.filter(({ amount }) => amount >= 0).length,
        revenue: within.reduce((sum, { amount }) => sum + cents(amount), 0),
        margin: 0,
      }[settings.value];
      cells.push({
        cohort: name,
        size: members.length,
        interval,
        value,
        complete: to <= asOf && behind.length === members.length,
        observed: behind.length,
        observedValue: behind.filter(([id]) => retained(id, interval)).length,
      });
    }
  }
  return cells;
}
