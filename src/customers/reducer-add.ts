import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase } from "../transactions/transaction-log.ts";
import { DAYS, FIRST_SUM, LAST, LATER_SUM, NEVER, ORDERS, type ReducerStates } from "./reducer-states.ts";

/** Sound lines of a batch: a customer's number, day, amount and, if there are any, margin each. */
export interface CodedLines {
  readonly codes: Int32Array;
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly margins: Float64Array | null;
}

/** What is to be known of lines that have been added. */
export interface AddedLines {
  /** Lines behind `asOf`. */
  readonly late: number;
  /** Last day of a line; `null` if there is none. */
  readonly last: CivilDay | null;
}

/** Adds lines up to a day, of customers below a number; their order does not matter. */
export function addLines(
  states: ReducerStates,
  lines: CodedLines,
  customers: number,
  asOf: CivilDay,
): AddedLines {
  const { codes, days, amounts, margins } = lines;
  states.reserve(customers, margins !== null);
  const span = spanOf(days, asOf);
  states.days?.reserve(states.capacity, days, span.first, Math.min(span.last, asOf), asOf);
  if (margins !== null) addTo(states.margins, lines, margins, asOf);
  const counts = states.counts;
  const sums = states.sums;
  const dayBits = states.days;
  const bits = dayBits === null ? counts : dayBits.bits;
  const words = dayBits === null ? 0 : dayBits.words;
  const base = dayBits === null ? 0 : dayBits.base;
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as number;
    if (day > asOf) continue;
    const amount = amounts[i] as number;
    const code = codes[i] as number;
    if (!isPurchase(amount)) {
      states.returns[code] = (states.returns[code] as number) + 1;
      states.returned[code] = (states.returned[code] as number) + amount;
      continue;
    }
    const at = 8 * code;
    const sum = 4 * code;
    const orders = counts[at + ORDERS] as number;
    counts[at + ORDERS] = orders + 1;
    const firstDay = orders === 0 ? NEVER : (counts[at] as number);
    if (day > firstDay) {
      sums[sum + LATER_SUM] = (sums[sum + LATER_SUM] as number) + amount;
      if (day > (counts[at + LAST] as number)) counts[at + LAST] = day;
    } else if (day === firstDay) {
      sums[sum + FIRST_SUM] = (sums[sum + FIRST_SUM] as number) + amount;
      states.firstDayOrders[code] = (states.firstDayOrders[code] as number) + 1;
    } else {
      if (orders === 0) counts[at + LAST] = day;
      sums[sum + LATER_SUM] = (sums[sum + LATER_SUM] as number) + (sums[sum + FIRST_SUM] as number);
      sums[sum + FIRST_SUM] = amount;
      counts[at] = day;
      states.firstDayOrders[code] = 1;
    }
    if (dayBits === null) continue;
    const offset = day - base;
    const word = offset >> 5;
    if (word >= 0 && word < words) {
      const place = code * words + word;
      const known = bits[place] as number;
      const bit = 1 << (offset & 31);
      if ((known & bit) !== 0) continue;
      bits[place] = known | bit;
    } else if (!dayBits.addStray(code, day)) continue;
    counts[at + DAYS] = (counts[at + DAYS] as number) + 1;
  }
  return { late: span.late, last: days.length === 0 ? null : span.last };
}

function addTo(sums: Float64Array, { codes, days }: CodedLines, values: Float64Array, asOf: CivilDay): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if ((days[i] as number) <= asOf) sums[code] = (sums[code] as number) + (values[i] as number);
  }
}

function spanOf(days: Int32Array, asOf: CivilDay): { first: CivilDay; last: CivilDay; late: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let late = 0;
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as number;
    if (day < first) first = day;
    if (day > last) last = day;
    if (day > asOf) late += 1;
  }
  return { first, last, late };
}
