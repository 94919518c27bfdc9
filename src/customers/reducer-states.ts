import type { CivilDay } from "../time/civil-day.ts";
import type { CustomerTally } from "./customer-tally.ts";
import { settledRevenue } from "./customer-tally.ts";
import { addToBlock, type CodedLines } from "./reducer-add.ts";
import {
  BLOCK_BITS,
  BLOCK_SIZE,
  blockRoom,
  DAYS,
  FIRST_SUM,
  IN_BLOCK,
  LAST,
  LATER_SUM,
  ORDERS,
  StateBlock,
} from "./reducer-block.ts";
import { ReducerDays } from "./reducer-days.ts";
import { ReducerStage } from "./reducer-stage.ts";
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

/**
 * The state of each customer, to which every line adds; the order of the lines does not matter.
 *
 * Customers stand in blocks: room grows block by block, without laying out anew what is there, and lines wait in a stage until a block has
 * enough of them. Who reads states calls `settle` before.
 */
export class ReducerStates {
  readonly #blocks: StateBlock[] = [];
  readonly #stage = new ReducerStage();
  /** `null` if purchases are counted instead of days. */
  readonly days: ReducerDays | null;

  constructor(countsDays: boolean) {
    this.days = countsDays ? new ReducerDays() : null;
  }

  /** Makes room for customers. */
  reserve(customers: number): void {
    const blocks = Math.ceil(customers / BLOCK_SIZE);
    for (let b = Math.max(0, this.#blocks.length - 1); b < blocks; b++) {
      const block = this.#blocks[b] ?? new StateBlock();
      this.#blocks[b] = block;
      const room = blockRoom(customers, b);
      block.reserve(room);
      this.days?.reserveBlock(b, room);
    }
    this.#stage.reserve(blocks);
  }

  /** The block of a customer, whose place in it is `customer & IN_BLOCK`. */
  blockOf(customer: number): StateBlock {
    return this.#blocks[customer >> BLOCK_BITS] as StateBlock;
  }

  /** Takes lines up to a day. */
  stage({ codes, days, amounts }: CodedLines, asOf: CivilDay): void {
    this.#stage.add(codes, days, amounts, asOf, this.#addStaged);
  }

  /** Adds all lines that are waiting to the states. */
  settle(): void {
    this.#stage.flush(this.#addStaged);
  }

  readonly #addStaged = (
    block: number,
    ints: Int32Array,
    floats: Float64Array,
    from: number,
    end: number,
  ): void => addToBlock(this.#blocks[block] as StateBlock, this.days, block, ints, floats, from, end);

  ordersOf(customer: number): number {
    return this.blockOf(customer).counts[8 * (customer & IN_BLOCK) + ORDERS] as number;
  }

  /** Writes what is known of a customer into a tally. */
  read(customer: number, tally: CustomerTally): void {
    const block = this.blockOf(customer);
    const place = customer & IN_BLOCK;
    const at = 8 * place;
    const firstDayAmount = block.sums[4 * place + FIRST_SUM] as number;
    const laterAmount = block.sums[4 * place + LATER_SUM] as number;
    const returned = block.returned[place] ?? 0;
    const purchases = firstDayAmount + laterAmount;
    tally.orders = block.counts[at + ORDERS] as number;
    tally.transactions = tally.orders + (block.returns[place] ?? 0);
    tally.days = block.counts[at + DAYS] as number;
    tally.firstDay = block.counts[at] as number;
    tally.lastDay = block.counts[at + LAST] as number;
    tally.firstDayOrders = block.firstDayOrders[place] as number;
    tally.firstDayAmount = firstDayAmount;
    tally.laterAmount = laterAmount;
    tally.revenue = settledRevenue(purchases + returned, purchases - returned, tally.transactions);
    tally.margin = block.margins[place] ?? 0;
  }

  /** Σ of the logarithms of the days between purchase days, of each customer; `null` if days are not counted. */
  sumLogs(customers: number): Float64Array | null {
    return this.days === null ? null : this.days.sumLogs(customers);
  }

  contents(customers: number): CustomerStates {
    this.settle();
    const hasMargins = this.#blocks.some(({ margins }) => margins.length > 0);
    const states = {
      counts: new Int32Array(4 * customers),
      sums: new Float64Array(2 * customers),
      firstDayOrders: new Int32Array(customers),
      returns: new Int32Array(customers),
      returned: new Float64Array(customers),
      margins: new Float64Array(hasMargins ? customers : 0),
    };
    for (let c = 0; c < customers; c++) {
      const block = this.blockOf(c);
      const place = c & IN_BLOCK;
      for (let k = 0; k < 4; k++) states.counts[4 * c + k] = block.counts[8 * place + k] as number;
      states.sums[2 * c] = block.sums[4 * place + FIRST_SUM] as number;
      states.sums[2 * c + 1] = block.sums[4 * place + LATER_SUM] as number;
      states.firstDayOrders[c] = block.firstDayOrders[place] as number;
      states.returns[c] = block.returns[place] ?? 0;
      states.returned[c] = block.returned[place] ?? 0;
      if (hasMargins) states.margins[c] = block.margins[place] ?? 0;
    }
    return { ...states, days: this.days === null ? null : this.days.contents(customers) };
  }
}
