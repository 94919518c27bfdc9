import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase } from "../transactions/transaction-log.ts";
import {
  DAYS,
  FIRST_SUM,
  IN_BLOCK,
  LAST,
  LATER_SUM,
  NEVER,
  ORDERS,
  type StateBlock,
} from "./reducer-block.ts";
import type { ReducerDays } from "./reducer-days.ts";
import type { ReducerStates } from "./reducer-states.ts";

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
  const { days, margins } = lines;
  states.reserve(customers);
  const span = spanOf(days, asOf);
  states.days?.reserve(days, span.first, Math.min(span.last, asOf), asOf);
  if (margins !== null) addMargins(states, lines, margins, asOf);
  states.stage(lines, asOf);
  return { late: span.late, last: days.length === 0 ? null : span.last };
}

/** Adds lines of customers of a block, as `ReducerStage` holds them. */
export function addToBlock(
  state: StateBlock,
  dayBits: ReducerDays | null,
  block: number,
  ints: Int32Array,
  floats: Float64Array,
  from: number,
  end: number,
): void {
  const { counts, sums, firstDayOrders } = state;
  const bits = dayBits === null ? counts : (dayBits.bits[block] as Int32Array);
  const words = dayBits === null ? 0 : dayBits.words;
  const base = dayBits === null ? 0 : dayBits.base;
  for (let line = from; line < end; line++) {
    const customer = (ints[4 * line] as number) & IN_BLOCK;
    const day = ints[4 * line + 1] as number;
    const amount = floats[2 * line + 1] as number;
    if (!isPurchase(amount)) {
      state.addReturns(customer, 1, amount);
      continue;
    }
    const at = 8 * customer;
    const sum = 4 * customer;
    const orders = counts[at + ORDERS] as number;
    counts[at + ORDERS] = orders + 1;
    const firstDay = orders === 0 ? NEVER : (counts[at] as number);
    if (day > firstDay) {
      sums[sum + LATER_SUM] = (sums[sum + LATER_SUM] as number) + amount;
      const last = counts[at + LAST] as number;
      if (day > last) counts[at + LAST] = day;
      else if (day === last) continue;
    } else if (day === firstDay) {
      sums[sum + FIRST_SUM] = (sums[sum + FIRST_SUM] as number) + amount;
      firstDayOrders[customer] = (firstDayOrders[customer] as number) + 1;
      continue;
    } else {
      if (orders === 0) counts[at + LAST] = day;
      sums[sum + LATER_SUM] = (sums[sum + LATER_SUM] as number) + (sums[sum + FIRST_SUM] as number);
      sums[sum + FIRST_SUM] = amount;
      counts[at] = day;
      firstDayOrders[customer] = 1;
    }
    if (dayBits === null) continue;
    const offset = day - base;
    const word = offset >> 5;
    if (word >= 0 && word < words) {
      const place = customer * words + word;
      const known = bits[place] as number;
      const bit = 1 << (offset & 31);
      if ((known & bit) !== 0) continue;
      bits[place] = known | bit;
    } else if (!dayBits.addStray(ints[4 * line] as number, day)) continue;
    counts[at + DAYS] = (counts[at + DAYS] as number) + 1;
  }
}

function addMargins(
  states: ReducerStates,
  { codes, days }: CodedLines,
  margins: Float64Array,
  asOf: CivilDay,
): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if ((days[i] as number) <= asOf) states.blockOf(code).addMargin(code & IN_BLOCK, margins[i] as number);
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
