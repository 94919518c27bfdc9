// The definitions once more, slowly and by other means: dates as texts, windows by date-fns, nothing shared with the library.
import { UTCDate, utc } from "@date-fns/utc";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { sub } from "date-fns/sub";

export type Id = string | number;

export interface NaiveTransaction {
  readonly customerId: Id;
  readonly date: string;
  readonly amount: number;
}

export interface NaiveInteraction {
  readonly customerId: Id;
  readonly date: string;
  readonly kind: string;
}

export interface NaiveSettings {
  readonly asOf: string;
  readonly activeWindow: { readonly days?: number; readonly months?: number };
  readonly newWithin: { readonly days?: number; readonly months?: number };
  readonly lostAfter: { readonly days?: number; readonly months?: number };
  readonly regularOrders: number;
  readonly overdueFactor: number;
  readonly declineRatio: number;
  readonly contacts: number;
  readonly activity: readonly string[];
  readonly count: "purchases" | "purchase-days";
}

export const DEFAULTS: Omit<NaiveSettings, "asOf"> = {
  activeWindow: { months: 12 },
  newWithin: { months: 3 },
  lostAfter: { months: 24 },
  regularOrders: 3,
  overdueFactor: 2,
  declineRatio: 0.5,
  contacts: 3,
  activity: ["purchase"],
  count: "purchases",
};

export interface NaiveRow {
  readonly customerId: Id;
  readonly class: string;
  readonly subReason: string | null;
  readonly revenue: number;
  readonly usualGap: number | null;
  readonly isActive: boolean;
}

export function naiveClassification(
  transactions: readonly NaiveTransaction[],
  interactions: readonly NaiveInteraction[],
  prospects: readonly Id[],
  settings: NaiveSettings,
): NaiveRow[] {
  const seenRows = transactions.filter((row) => row.date <= settings.asOf);
  const seenInteractions = interactions.filter((row) => row.date <= settings.asOf);
  const rowsOf = groupById(seenRows);
  const interactionsOf = groupById(seenInteractions);
  const ids = new Set<Id>([...rowsOf.keys(), ...prospects, ...interactionsOf.keys()]);
  const daysOf = new Map<Id, string[]>();
  for (const id of ids) {
    const bought = (rowsOf.get(id) ?? []).filter((row) => row.amount >= 0).map((row) => row.date);
    daysOf.set(id, [...new Set(bought)].sort());
  }
  const baseGap = median([...daysOf.values()].flatMap(gapsBetween));
  return [...ids].map((customerId) =>
    judge(
      customerId,
      rowsOf.get(customerId) ?? [],
      interactionsOf.get(customerId) ?? [],
      daysOf.get(customerId) ?? [],
      baseGap,
      settings,
    ),
  );
}

function judge(
  customerId: Id,
  rows: readonly NaiveTransaction[],
  interactions: readonly NaiveInteraction[],
  days: readonly string[],
  baseGap: number | null,
  s: NaiveSettings,
): NaiveRow {
  const activeStart = before(s.asOf, s.activeWindow);
  const previousStart = before(activeStart, s.activeWindow);
  const newStart = before(s.asOf, s.newWithin);
  const lostStart = before(s.asOf, s.lostAfter);
  const dates = s.count === "purchases" ? rows.filter((r) => r.amount >= 0).map((r) => r.date) : days;
  const last = days.at(-1);
  const revenue = sum(rows);
  const revenueNow = sum(rows.filter((r) => r.date > activeStart));
  const revenueThen = sum(rows.filter((r) => r.date > previousStart && r.date <= activeStart));
  const activityDates = interactions.filter((i) => s.activity.includes(i.kind)).map((i) => i.date);
  if (s.activity.includes("purchase")) activityDates.push(...days);
  const own = days.length >= 3 ? median(gapsBetween(days)) : null;
  const usualGap = last === undefined ? null : (own ?? baseGap);
  const row = (name: string, subReason: string | null = null): NaiveRow => ({
    customerId,
    class: name,
    subReason,
    revenue,
    usualGap,
    isActive: ["new", "existing", "regular", "declining", "reactivated"].includes(name),
  });

  if (last !== undefined && interactions.some((i) => i.kind === "termination" && i.date >= last)) {
    return row("lost");
  }
  if (last === undefined) {
    const contacts = interactions.filter((i) => i.kind === "contact").length;
    return contacts >= s.contacts ? row("dormant", "never-converted") : row("prospect");
  }
  if (!activityDates.some((date) => date > lostStart)) return row("lost");
  if (!activityDates.some((date) => date > activeStart)) {
    return row("dormant", dates.length === 1 ? "one-and-done" : "lapsed");
  }
  if ((days[0] ?? "") > newStart && dates.length < s.regularOrders) return row("new");
  const cameBack = days.some((day, i) => {
    const previous = days[i - 1];
    return previous !== undefined && day > newStart && previous <= before(day, s.activeWindow);
  });
  if (cameBack) return row("reactivated");
  const silence = differenceInCalendarDays(s.asOf, last, { in: utc });
  if (usualGap !== null && silence > s.overdueFactor * usualGap) return row("declining");
  if (revenueThen > 0 && revenueNow < s.declineRatio * revenueThen) return row("declining");
  return row(dates.filter((date) => date > activeStart).length >= s.regularOrders ? "regular" : "existing");
}

const known = new Map<string, string>();

function before(date: string, duration: { readonly days?: number; readonly months?: number }): string {
  const key = `${date} ${JSON.stringify(duration)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const result = sub(new UTCDate(date), duration).toISOString().slice(0, 10);
  known.set(key, result);
  return result;
}

function gapsBetween(days: readonly string[]): number[] {
  return days.slice(1).map((day, i) => differenceInCalendarDays(day, days[i] ?? day, { in: utc }));
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const low = sorted[Math.ceil(half) - 1];
  const high = sorted[Math.floor(half)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function sum(rows: readonly NaiveTransaction[]): number {
  return rows.reduce((total, row) => total + row.amount, 0);
}

function groupById<Row extends { readonly customerId: Id }>(rows: readonly Row[]): Map<Id, Row[]> {
  const groups = new Map<Id, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group === undefined) groups.set(row.customerId, [row]);
    else group.push(row);
  }
  return groups;
}
