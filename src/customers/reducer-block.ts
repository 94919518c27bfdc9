/** Places of a state in `counts`, 8 to a customer, and in `sums`, 4 to a customer: both lie over the same 32 bytes. */
export const LAST = 1;
export const DAYS = 2;
export const ORDERS = 3;
export const FIRST_SUM = 2;
export const LATER_SUM = 3;
const BYTES = 32;

/** The first purchase day of who has not bought: behind all days. */
export const NEVER: number = 2 ** 31 - 1;

/** Customers of a block, as a power of 2: so few that the states and days of all of them fit into a cache. */
export const BLOCK_BITS = 13;
export const BLOCK_SIZE: number = 1 << BLOCK_BITS;
/** The place of a customer in his block. */
export const IN_BLOCK: number = BLOCK_SIZE - 1;

const FEWEST = 256;

/** The number of customers a block has room for, if it shall hold so many of the base. */
export function blockRoom(customers: number, block: number): number {
  const mine = Math.min(BLOCK_SIZE, customers - block * BLOCK_SIZE);
  // Only the first block grows: bases of a few customers are many, and a last block that is not full yet wastes little.
  if (block > 0) return BLOCK_SIZE;
  let room = FEWEST;
  while (room < mine) room *= 2;
  return room;
}

/**
 * The states of some customers who follow each other: 32 bytes side by side for purchases, so that a line of the cache holds them, and what
 * returns and margins need elsewhere.
 */
export class StateBlock {
  capacity = 0;
  counts: Int32Array = new Int32Array(0);
  sums: Float64Array = new Float64Array(0);
  firstDayOrders: Int32Array = new Int32Array(0);
  /** Number and sum of the returns; empty before the first. */
  returns: Int32Array = new Int32Array(0);
  returned: Float64Array = new Float64Array(0);
  /** Empty before the first. */
  margins: Float64Array = new Float64Array(0);

  /** Makes room for customers. */
  reserve(capacity: number): void {
    if (capacity <= this.capacity) return;
    const states = new ArrayBuffer(BYTES * capacity);
    this.counts = longer(new Int32Array(states), this.counts);
    this.sums = new Float64Array(states);
    this.firstDayOrders = longer(new Int32Array(capacity), this.firstDayOrders);
    this.capacity = capacity;
    if (this.returns.length > 0) this.#reserveReturns();
    if (this.margins.length > 0) this.#reserveMargins();
  }

  addReturns(customer: number, count: number, amount: number): void {
    if (count === 0) return;
    if (this.returns.length <= customer) this.#reserveReturns();
    this.returns[customer] = (this.returns[customer] as number) + count;
    this.returned[customer] = (this.returned[customer] as number) + amount;
  }

  addMargin(customer: number, margin: number): void {
    if (this.margins.length <= customer) this.#reserveMargins();
    this.margins[customer] = (this.margins[customer] as number) + margin;
  }

  #reserveReturns(): void {
    this.returns = longer(new Int32Array(this.capacity), this.returns);
    this.returned = longer(new Float64Array(this.capacity), this.returned);
  }

  #reserveMargins(): void {
    this.margins = longer(new Float64Array(this.capacity), this.margins);
  }
}

function longer<T extends Int32Array | Float64Array>(room: T, old: T): T {
  room.set(old);
  return room;
}
