import type { CustomerTally } from "./customer-tally.ts";
import { settledRevenue } from "./customer-tally.ts";
import { ReducerDays } from "./reducer-days.ts";
import type { PurchaseDays } from "./reducer-strays.ts";

/** What is kept of each customer, as plain data: arrays with the same customers in the same order. */
export interface CustomerStates {
  /** First and last purchase day, number of purchase days, number of purchases; four numbers for each customer. */
  readonly counts: Int32Array;
  /** Sum of the purchases of the first day, sum of the later ones; two numbers for each customer. */
  readonly sums: Float64Array;
  /** Purchases of the first day. */
  readonly firstDayOrders: Int32Array;
  readonly returns: Int32Array;
  /** Sum of the returns, at most 0. */
  readonly returned: Float64Array;
  /** Sum of the margins, if transactions carry any; else empty. */
  readonly margins: Float64Array;
  /** `null` if purchases are counted instead of days. */
  readonly days: PurchaseDays | null;
}

/** Places of a state in `#counts`, 8 to a customer, and in `#sums`, 4 to a customer: both lie over the same 32 bytes. */
export const LAST = 1;
export const DAYS = 2;
export const ORDERS = 3;
export const FIRST_SUM = 2;
export const LATER_SUM = 3;
const BYTES = 32;

/** The first purchase day of who has not bought: behind all days. */
export const NEVER: number = 2 ** 31 - 1;

const FEWEST = 1024;

/** Beyond this many customers room grows by steps, since doubling would waste too much memory. */
const MOST_AHEAD = 2 ** 24;

/**
 * The state of each customer, from which every line takes its own and to which it adds: 32 bytes side by side for purchases, so that a
 * line of the cache holds them, and what returns and margins need elsewhere. The order of the lines does not matter.
 */
export class ReducerStates {
  capacity = 0;
  counts: Int32Array = new Int32Array(0);
  sums: Float64Array = new Float64Array(0);
  firstDayOrders: Int32Array = new Int32Array(0);
  returns: Int32Array = new Int32Array(0);
  returned: Float64Array = new Float64Array(0);
  margins: Float64Array = new Float64Array(0);
  /** `null` if purchases are counted instead of days. */
  readonly days: ReducerDays | null;

  constructor(countsDays: boolean) {
    this.days = countsDays ? new ReducerDays() : null;
  }

  /** Makes room for customers, and for their margins if there are any. */
  reserve(customers: number, margins: boolean): void {
    if (margins && this.margins.length < this.capacity) this.margins = new Float64Array(this.capacity);
    if (customers <= this.capacity) return;
    const capacity = Math.max(FEWEST, customers, Math.min(2 * this.capacity, this.capacity + MOST_AHEAD));
    const states = new ArrayBuffer(BYTES * capacity);
    this.counts = longer(new Int32Array(states), this.counts);
    this.sums = new Float64Array(states);
    this.firstDayOrders = longer(new Int32Array(capacity), this.firstDayOrders);
    this.returns = longer(new Int32Array(capacity), this.returns);
    this.returned = longer(new Float64Array(capacity), this.returned);
    if (margins || this.margins.length > 0) {
      this.margins = longer(new Float64Array(capacity), this.margins);
    }
    this.capacity = capacity;
  }

  ordersOf(customer: number): number {
    return this.counts[8 * customer + ORDERS] as number;
  }

  /** Writes what is known of a customer into a tally. */
  read(customer: number, tally: CustomerTally): void {
    const at = 8 * customer;
    const firstDayAmount = this.sums[4 * customer + FIRST_SUM] as number;
    const laterAmount = this.sums[4 * customer + LATER_SUM] as number;
    const returned = this.returned[customer] as number;
    const purchases = firstDayAmount + laterAmount;
    tally.orders = this.counts[at + ORDERS] as number;
    tally.transactions = tally.orders + (this.returns[customer] as number);
    tally.days = this.counts[at + DAYS] as number;
    tally.firstDay = this.counts[at] as number;
    tally.lastDay = this.counts[at + LAST] as number;
    tally.firstDayOrders = this.firstDayOrders[customer] as number;
    tally.firstDayAmount = firstDayAmount;
    tally.laterAmount = laterAmount;
    tally.revenue = settledRevenue(purchases + returned, purchases - returned, tally.transactions);
    tally.margin = this.margins[customer] ?? 0;
  }

  /** Σ of the logarithms of the days between purchase days, of each customer; `null` if days are not counted. */
  sumLogs(customers: number): Float64Array | null {
    return this.days === null ? null : this.days.sumLogs(customers);
  }

  contents(customers: number): CustomerStates {
    const counts = new Int32Array(4 * customers);
    const sums = new Float64Array(2 * customers);
    for (let c = 0; c < customers; c++) {
      for (let k = 0; k < 4; k++) counts[4 * c + k] = this.counts[8 * c + k] as number;
      sums[2 * c] = this.sums[4 * c + FIRST_SUM] as number;
      sums[2 * c + 1] = this.sums[4 * c + LATER_SUM] as number;
    }
    return {
      counts,
      sums,
      firstDayOrders: this.firstDayOrders.slice(0, customers),
      returns: this.returns.slice(0, customers),
      returned: this.returned.slice(0, customers),
      margins: this.margins.slice(0, customers),
      days: this.days === null ? null : this.days.contents(customers),
    };
  }
}

function longer<T extends Int32Array | Float64Array>(room: T, old: T): T {
  room.set(old);
  return room;
}
