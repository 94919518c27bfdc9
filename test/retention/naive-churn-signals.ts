// The definitions once more, slowly: dates as texts, one customer after the other, nothing shared with the library.
import { daysBetween } from "./naive-tenures.ts";

export interface NaiveSignal {
  readonly customerId: string;
  readonly silence: number;
  readonly usualGap: number | null;
  readonly own: boolean;
  readonly ownLonger: number | null;
  readonly baseLonger: number | null;
  readonly buysAgain: boolean;
}

export interface NaivePurchase {
  readonly customerId: string;
  readonly date: string;
  readonly amount: number;
}

export function naiveSignals(rows: readonly NaivePurchase[], asOf: string, until: string): NaiveSignal[] {
  const purchases = rows.filter(({ amount }) => amount >= 0);
  const ids = [...new Set(rows.map(({ customerId }) => customerId))];
  const people = ids.map((id) => {
    const own = purchases.filter(({ customerId }) => customerId === id).map(({ date }) => date);
    const days = [...new Set(own.filter((date) => date <= asOf))].sort();
    const gaps = days.slice(1).map((day, i) => daysBetween(days[i] ?? day, day));
    return { id, days, gaps, buysAgain: own.some((date) => date > asOf && date <= until) };
  });
  const all = people.flatMap(({ gaps }) => gaps);
  return people.flatMap(({ id, days, gaps, buysAgain }) => {
    const last = days.at(-1);
    if (last === undefined) return [];
    const silence = daysBetween(last, asOf);
    const own = days.length >= 3;
    return {
      customerId: id,
      silence,
      usualGap: median(own ? gaps : all),
      own,
      ownLonger: shareLonger(gaps, silence),
      baseLonger: shareLonger(all, silence),
      buysAgain,
    };
  });
}

function shareLonger(gaps: readonly number[], silence: number): number | null {
  return gaps.length === 0 ? null : gaps.filter((gap) => gap > silence).length / gaps.length;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** How often one who left has the higher value, pair by pair. */
export function naiveAuc(left: readonly number[], stayed: readonly number[]): number {
  let sum = 0;
  for (const a of left) for (const b of stayed) sum += a > b ? 1 : a === b ? 0.5 : 0;
  return sum / (left.length * stayed.length);
}

/** DeLong's standard error by his own formulas, pair by pair. */
export function naiveDeLong(left: readonly number[], stayed: readonly number[]): number {
  const places = (values: readonly number[], others: readonly number[]): number[] =>
    values.map((value) => naiveAuc([value], others));
  const variance = (values: readonly number[]): number => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  };
  return Math.sqrt(
    variance(places(left, stayed)) / left.length + variance(places(stayed, left)) / stayed.length,
  );
}
