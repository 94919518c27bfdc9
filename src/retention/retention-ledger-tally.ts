import { CompensatedSums } from "../math/compensated-sums.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import type { PeriodWindows } from "./period-windows.ts";

/** The kinds of money that are added up for each period. */
const MONEY = ["change", "new", "returned", "expansion", "contraction", "lost", "adjustment"] as const;

/** Customers and money by end of period; place 0 is the end before the first period. */
export class LedgerTally {
  readonly new: Float64Array;
  readonly returned: Float64Array;
  readonly lost: Float64Array;
  /** Customers whose first purchase falls between the end before and this one. */
  readonly known: Float64Array;
  /** Change of the window's revenue, and how it came about. */
  readonly money: Readonly<Record<(typeof MONEY)[number], CompensatedSums>>;
  readonly #windows: PeriodWindows;
  readonly #revenue = new CompensatedSums(1);

  constructor(windows: PeriodWindows) {
    const places = windows.ends.length;
    this.#windows = windows;
    this.new = new Float64Array(places);
    this.returned = new Float64Array(places);
    this.lost = new Float64Array(places);
    this.known = new Float64Array(places);
    const sums = MONEY.map((name) => [name, new CompensatedSums(places)] as const);
    this.money = Object.fromEntries(sums) as typeof this.money;
  }

  /**
   * Adds a customer, from one end where something changes to the next: transactions come into the window there, or fall out of it.
   *
   * Each transaction does both once, so the cost does not depend on the length of the window or the number of periods.
   */
  add({ days, amounts, offsets }: TransactionLog, customer: number): void {
    const { enters, leaves, first, ends } = this.#windows;
    const places = ends.length;
    const stop = offsets[customer + 1] as number;
    const revenue = this.#revenue;
    let entering = offsets[customer] as number;
    let leaving = entering;
    let purchases = 0;
    let knownAt = places;
    let before = 0;
    revenue.clear(0);
    for (;;) {
      // What lies beyond the last end has no place in the table.
      const enter = entering < stop ? (enters[(days[entering] as number) - first] ?? places) : places;
      const leave = leaving < entering ? (leaves[(days[leaving] as number) - first] as number) : places;
      const place = Math.min(enter, leave);
      if (place >= places) return;
      const wasActive = purchases > 0;
      for (; entering < stop && enters[(days[entering] as number) - first] === place; entering++) {
        const amount = amounts[entering] as number;
        const bought = isPurchase(amount);
        if (bought && knownAt === places) knownAt = place;
        // A window shorter than the period has holes.
        if ((leaves[(days[entering] as number) - first] as number) <= place) continue;
        if (bought) purchases += 1;
        revenue.add(0, amount);
      }
      for (
        ;
        leaving < entering && (leaves[(days[leaving] as number) - first] as number) <= place;
        leaving++
      ) {
        const day = (days[leaving] as number) - first;
        if ((leaves[day] as number) <= (enters[day] as number)) continue;
        const amount = amounts[leaving] as number;
        if (isPurchase(amount)) purchases -= 1;
        revenue.add(0, -amount);
      }
      const now = revenue.at(0);
      if (knownAt === place) this.known[place] = 1 + (this.known[place] as number);
      this.#move(place, wasActive, purchases > 0, knownAt === place, before, now);
      before = now;
    }
  }

  #move(
    place: number,
    wasActive: boolean,
    isActive: boolean,
    isNew: boolean,
    before: number,
    now: number,
  ): void {
    const { money } = this;
    // Not their difference, which is rounded: what is added here is taken away again exactly when it leaves.
    if (now !== before) {
      money.change.add(place, now);
      money.change.add(place, -before);
    }
    if (wasActive && isActive) {
      if (now > before) money.expansion.add(place, now - before);
      else if (now < before) money.contraction.add(place, before - now);
      return;
    }
    if (isActive) {
      const arrived = isNew ? this.new : this.returned;
      arrived[place] = (arrived[place] as number) + 1;
      (isNew ? money.new : money.returned).add(place, now);
    } else if (now !== 0) money.adjustment.add(place, now);
    if (wasActive) {
      this.lost[place] = (this.lost[place] as number) + 1;
      money.lost.add(place, before);
    } else if (before !== 0) money.adjustment.add(place, -before);
  }
}
