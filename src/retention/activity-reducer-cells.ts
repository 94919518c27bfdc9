import type { CivilDay } from "../time/civil-day.ts";

/** The transactions of one customer in one slot of time, purchases and returns apart, put together. */
export interface ActivityCells {
  /** Number of the customer, and slot of time, of each cell. */
  readonly customers: Int32Array;
  readonly slots: Int32Array;
  /** First and last day on which something happened. */
  readonly firstDays: Int32Array;
  readonly lastDays: Int32Array;
  readonly counts: Float64Array;
  /** `sumsPerCell` sums for each cell, and what rounding cut off each. */
  readonly sums: Float64Array;
  readonly lost: Float64Array;
}

/** What a cell may add up: nothing, money, or what stands above 0 apart from what stands below. */
export type SumsPerCell = 0 | 1 | 2;

/** A table of cells that grows with the pairs of customer and slot, not with the transactions. */
export class CellTable {
  readonly #sumsPerCell: SumsPerCell;
  #cells: ActivityCells;
  #size = 0;
  /** Cell + 1 by hash; 0 is an empty place. */
  #places = new Int32Array(1 << 11);

  constructor(sumsPerCell: SumsPerCell) {
    this.#sumsPerCell = sumsPerCell;
    this.#cells = emptyCells(1 << 10, sumsPerCell);
  }

  get size(): number {
    return this.#size;
  }

  /** The cells so far, as copies. */
  contents(): ActivityCells {
    return resized(this.#cells, this.#size, this.#size * this.#sumsPerCell);
  }

  add(customer: number, slot: number, day: CivilDay, amount: number): void {
    const cell = this.#cellOf(customer, slot, day, day);
    this.#cells.counts[cell] = (this.#cells.counts[cell] as number) + 1;
    if (this.#sumsPerCell > 0) this.#addTo(this.#sumsPerCell * cell + this.#signOf(amount), amount);
  }

  /** Takes the cells of another table, whose customers have the numbers `customerOf` here. */
  merge(other: ActivityCells, customerOf: Int32Array): void {
    const sums = this.#sumsPerCell;
    for (let i = 0; i < other.slots.length; i++) {
      const customer = customerOf[other.customers[i] as number] as number;
      const first = other.firstDays[i] as number;
      const cell = this.#cellOf(customer, other.slots[i] as number, first, other.lastDays[i] as number);
      this.#cells.counts[cell] = (this.#cells.counts[cell] as number) + (other.counts[i] as number);
      for (let k = 0; k < sums; k++) {
        this.#addTo(sums * cell + k, other.sums[sums * i + k] as number);
        this.#addTo(sums * cell + k, other.lost[sums * i + k] as number);
      }
    }
  }

  #signOf(amount: number): number {
    return this.#sumsPerCell === 2 && amount < 0 ? 1 : 0;
  }

  /** Adds with what rounding cuts off kept beside the sum (Neumaier 1974), so that the order of batches hardly matters. */
  #addTo(place: number, amount: number): void {
    const { sums, lost } = this.#cells;
    const sum = sums[place] as number;
    const next = sum + amount;
    const cut = Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
    lost[place] = (lost[place] as number) + cut;
    sums[place] = next;
  }

  /** The cell of a customer and slot, which is made if there is none, widened to the days. */
  #cellOf(customer: number, slot: number, first: CivilDay, last: CivilDay): number {
    const { customers, slots, firstDays, lastDays } = this.#cells;
    const mask = this.#places.length - 1;
    let place = hash(customer, slot) & mask;
    for (let entry = this.#places[place] as number; entry !== 0; entry = this.#places[place] as number) {
      const cell = entry - 1;
      if (customers[cell] === customer && slots[cell] === slot) {
        if (first < (firstDays[cell] as number)) firstDays[cell] = first;
        if (last > (lastDays[cell] as number)) lastDays[cell] = last;
        return cell;
      }
      place = (place + 1) & mask;
    }
    const cell = this.#size++;
    this.#places[place] = cell + 1;
    customers[cell] = customer;
    slots[cell] = slot;
    firstDays[cell] = first;
    lastDays[cell] = last;
    if (this.#size === customers.length) this.#enlarge();
    return cell;
  }

  /** Twice the room; there are always at least twice as many places as cells. */
  #enlarge(): void {
    const room = 2 * this.#cells.customers.length;
    this.#cells = resized(this.#cells, room, room * this.#sumsPerCell);
    const places = new Int32Array(2 * room);
    const mask = places.length - 1;
    const { customers, slots } = this.#cells;
    for (let cell = 0; cell < this.#size; cell++) {
      let place = hash(customers[cell] as number, slots[cell] as number) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = cell + 1;
    }
    this.#places = places;
  }
}

function emptyCells(room: number, sumsPerCell: SumsPerCell): ActivityCells {
  return {
    customers: new Int32Array(room),
    slots: new Int32Array(room),
    firstDays: new Int32Array(room),
    lastDays: new Int32Array(room),
    counts: new Float64Array(room),
    sums: new Float64Array(room * sumsPerCell),
    lost: new Float64Array(room * sumsPerCell),
  };
}

function resized(cells: ActivityCells, room: number, sums: number): ActivityCells {
  return {
    customers: ints(cells.customers, room),
    slots: ints(cells.slots, room),
    firstDays: ints(cells.firstDays, room),
    lastDays: ints(cells.lastDays, room),
    counts: floats(cells.counts, room),
    sums: floats(cells.sums, sums),
    lost: floats(cells.lost, sums),
  };
}

function ints(values: Int32Array, room: number): Int32Array {
  const copy = new Int32Array(room);
  copy.set(values.subarray(0, room));
  return copy;
}

function floats(values: Float64Array, room: number): Float64Array {
  const copy = new Float64Array(room);
  copy.set(values.subarray(0, room));
  return copy;
}

function hash(customer: number, slot: number): number {
  let h = Math.imul(customer, 0x9e3779b1) ^ Math.imul(slot, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
