import { DRAFT, NOT_YET } from "../offers/as-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { LOST, OPEN, WITHDRAWN, WON } from "../offers/offer-status.ts";
import { NO_DECISION, OUTSIDE } from "./hit-rate-plan.ts";
import type { BookCounts, HitRateCounts } from "./hit-rate-result.ts";

/** All that can become of an offer, from `OPEN` to `OUTSIDE`. */
const OUTCOMES = 8;

/** Numbers of a cell, side by side so that an offer touches one line of the cache. */
const COUNT = 0;
/** A sum of money has beside it what rounding cut off (Neumaier 1974), so that totals do not depend on the order of offers. */
const VALUE = 1;
/** Sum of squares of value ÷ `unit`, for intervals. */
const SQUARES = 3;
/** Value of the orders, of offers won only. */
const ORDERED = 4;
const NUMBERS = 6;

/** Numbers and values of offers by group and by what became of them. */
export interface HitRateTally {
  readonly groups: number;
  /** A cell for each outcome of each group. */
  readonly cells: Float64Array;
  /** Whether the book holds values. */
  readonly valued: boolean;
  /** The largest value, so that no square overflows. */
  readonly unit: number;
}

/** Sums up all offers in one pass; offers of group −1 are left out, and `null` is one group of all. */
export function tallyOffers(
  book: OfferBook,
  outcomes: Uint8Array,
  codes: Int32Array | null,
  groups: number,
): HitRateTally {
  const { values, wonValues } = book;
  const cells = new Float64Array(groups * OUTCOMES * NUMBERS);
  const unit = values === null ? 1 : largestOf(values);
  for (let i = 0; i < outcomes.length; i++) {
    const group = codes === null ? 0 : (codes[i] as number);
    if (group < 0) continue;
    const outcome = outcomes[i] as number;
    const cell = (group * OUTCOMES + outcome) * NUMBERS;
    cells[cell] = (cells[cell] as number) + 1;
    if (values === null || wonValues === null) continue;
    const value = values[i] as number;
    const part = value / unit;
    addTo(cells, cell + VALUE, value);
    cells[cell + SQUARES] = (cells[cell + SQUARES] as number) + part * part;
    if (outcome === WON) addTo(cells, cell + ORDERED, wonValues[i] as number);
  }
  return { groups, cells, valued: values !== null, unit };
}

/** Adds an amount of 0 or more to a sum, and what is lost to the number beside it. */
function addTo(cells: Float64Array, place: number, amount: number): void {
  const sum = cells[place] as number;
  const next = sum + amount;
  cells[place + 1] =
    (cells[place + 1] as number) + (sum >= amount ? sum - next + amount : amount - next + sum);
  cells[place] = next;
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i] as number);
  return largest > 0 ? largest : 1;
}

/** All groups together, group by group, so that rows and total agree. */
export function totalTally(tally: HitRateTally): HitRateTally {
  const cells = new Float64Array(OUTCOMES * NUMBERS);
  const every = tally.cells;
  for (let from = 0; from < every.length; from += NUMBERS) {
    if (every[from] === 0) continue;
    const cell = from % cells.length;
    cells[cell] = (cells[cell] as number) + (every[from] as number);
    cells[cell + SQUARES] = (cells[cell + SQUARES] as number) + (every[from + SQUARES] as number);
    for (const sum of [VALUE, ORDERED]) {
      addTo(cells, cell + sum, every[from + sum] as number);
      cells[cell + sum + 1] = (cells[cell + sum + 1] as number) + (every[from + sum + 1] as number);
    }
  }
  return { ...tally, groups: 1, cells };
}

function sumOver({ cells }: HitRateTally, group: number, outcomes: readonly number[], which: number): number {
  let sum = 0;
  for (let k = 0; k < outcomes.length; k++) {
    const cell = (group * OUTCOMES + (outcomes[k] as number)) * NUMBERS;
    sum += cells[cell + which] as number;
    if (which === VALUE || which === ORDERED) sum += cells[cell + which + 1] as number;
  }
  return sum;
}

/** How many offers of a group became one of some things. */
export function countOf(tally: HitRateTally, group: number, outcomes: readonly number[]): number {
  return sumOver(tally, group, outcomes, COUNT);
}

/** The value of offers of a group that became one of some things, as offered. */
export function offeredValue(tally: HitRateTally, group: number, outcomes: readonly number[]): number {
  return sumOver(tally, group, outcomes, VALUE);
}

/** Their sum of squares, in units of the largest value. */
export function squaresOf(tally: HitRateTally, group: number, outcomes: readonly number[]): number {
  return sumOver(tally, group, outcomes, SQUARES);
}

/** The value of a group's orders. */
export function valueOfOrders(tally: HitRateTally, group: number): number {
  return sumOver(tally, group, [WON], ORDERED);
}

export function hitRateCounts({ cells }: HitRateTally, group: number): HitRateCounts {
  const first = group * OUTCOMES;
  const counted = (outcome: number): number => cells[(first + outcome) * NUMBERS] as number;
  return {
    won: counted(WON),
    lost: counted(LOST),
    withdrawn: counted(WITHDRAWN),
    noDecision: counted(NO_DECISION),
    open: counted(OPEN),
  };
}

export function bookCounts(tally: HitRateTally): BookCounts {
  const counts = hitRateCounts(tally, 0);
  const drafts = countOf(tally, 0, [DRAFT]);
  const outside = countOf(tally, 0, [NOT_YET, OUTSIDE]);
  return { ...counts, drafts, outside, offers: inWindow(tally, 0) + drafts + outside };
}

const OF_WINDOW: readonly number[] = [WON, LOST, WITHDRAWN, NO_DECISION, OPEN];

/** Offers of a group that belong to the window. */
export function inWindow(tally: HitRateTally, group: number): number {
  return countOf(tally, group, OF_WINDOW);
}
