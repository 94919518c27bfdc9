import { IssueCollector } from "../rows/issue-collector.ts";
import { checkBase } from "./check-base.ts";
import { reportHistory } from "./check-history.ts";
import { historyTrouble, type PurchaseHistories } from "./purchase-histories.ts";
import { TimeTable } from "./time-table.ts";

/**
 * The distinct histories of a base with their weights, by ascending number of purchases.
 *
 * A likelihood needs nothing else, so that fitting costs what the distinct histories cost and not what the customers do.
 */
export interface PurchaseCells {
  readonly size: number;
  /** Repeat purchases of each cell, ascending. */
  readonly frequency: Int32Array;
  /** Places of recency and T in `times`. */
  readonly recencyAt: Int32Array;
  readonly ageAt: Int32Array;
  readonly weight: Float64Array;
  /** The distinct times. */
  readonly times: Float64Array;
  /** Number of customers: the sum of the weights. */
  readonly customers: number;
}

/**
 * Merges equal histories.
 *
 * `every` takes each n-th row only, for a quick first look at a large base.
 */
export function purchaseCells(histories: PurchaseHistories, every = 1): PurchaseCells {
  checkBase(histories);
  const { rows } = histories;
  const collector = new IssueCollector();
  const times = new TimeTable(histories.unit);
  const cells = new CellTable();
  for (let i = 0; i < rows.length; i += every) {
    const row = rows[i] as (typeof rows)[number];
    const fault = historyTrouble(row);
    if (fault !== null) {
      reportHistory(collector, i, row, fault);
      continue;
    }
    cells.add(row.frequency, times.indexOf(row.recency), times.indexOf(row.T), row.weight ?? 1);
  }
  collector.throwIfAny();
  return cells.sorted(times.values);
}

/** Distinct triples in an open-addressing table. */
class CellTable {
  #size = 0;
  #frequency = new Int32Array(512);
  #recencyAt = new Int32Array(512);
  #ageAt = new Int32Array(512);
  #weight = new Float64Array(512);
  #places = new Int32Array(1024).fill(-1);

  add(frequency: number, recencyAt: number, ageAt: number, weight: number): void {
    const mask = this.#places.length - 1;
    let place = hash(frequency, recencyAt, ageAt) & mask;
    for (;;) {
      const cell = this.#places[place] as number;
      if (cell < 0) break;
      if (
        this.#frequency[cell] === frequency &&
        this.#recencyAt[cell] === recencyAt &&
        this.#ageAt[cell] === ageAt
      ) {
        this.#weight[cell] = (this.#weight[cell] as number) + weight;
        return;
      }
      place = (place + 1) & mask;
    }
    const cell = this.#size++;
    this.#places[place] = cell;
    this.#frequency[cell] = frequency;
    this.#recencyAt[cell] = recencyAt;
    this.#ageAt[cell] = ageAt;
    this.#weight[cell] = weight;
    if (this.#size === this.#frequency.length) this.#grow();
  }

  #grow(): void {
    const capacity = this.#size * 2;
    this.#frequency = enlarged(Int32Array, this.#frequency, capacity);
    this.#recencyAt = enlarged(Int32Array, this.#recencyAt, capacity);
    this.#ageAt = enlarged(Int32Array, this.#ageAt, capacity);
    this.#weight = enlarged(Float64Array, this.#weight, capacity);
    this.#places = new Int32Array(2 * capacity).fill(-1);
    const mask = this.#places.length - 1;
    for (let cell = 0; cell < this.#size; cell++) {
      let place =
        hash(this.#frequency[cell] as number, this.#recencyAt[cell] as number, this.#ageAt[cell] as number) &
        mask;
      while ((this.#places[place] as number) >= 0) place = (place + 1) & mask;
      this.#places[place] = cell;
    }
  }

  /** The cells by ascending frequency (counting sort). */
  sorted(times: Float64Array): PurchaseCells {
    const size = this.#size;
    let most = 0;
    for (let cell = 0; cell < size; cell++) most = Math.max(most, this.#frequency[cell] as number);
    const next = new Int32Array(most + 2);
    for (let cell = 0; cell < size; cell++) {
      const after = (this.#frequency[cell] as number) + 1;
      next[after] = (next[after] as number) + 1;
    }
    for (let x = 0; x <= most; x++) next[x + 1] = (next[x + 1] as number) + (next[x] as number);
    const frequency = new Int32Array(size);
    const recencyAt = new Int32Array(size);
    const ageAt = new Int32Array(size);
    const weight = new Float64Array(size);
    let customers = 0;
    for (let cell = 0; cell < size; cell++) {
      const x = this.#frequency[cell] as number;
      const place = next[x] as number;
      next[x] = place + 1;
      frequency[place] = x;
      recencyAt[place] = this.#recencyAt[cell] as number;
      ageAt[place] = this.#ageAt[cell] as number;
      weight[place] = this.#weight[cell] as number;
      customers += this.#weight[cell] as number;
    }
    return { size, frequency, recencyAt, ageAt, weight, times, customers };
  }
}

function hash(frequency: number, recencyAt: number, ageAt: number): number {
  let h = Math.imul(frequency, 0x9e3779b1) ^ Math.imul(recencyAt, 0x85ebca6b) ^ Math.imul(ageAt, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

function enlarged<T extends Int32Array | Float64Array>(
  make: new (length: number) => T,
  values: T,
  length: number,
): T {
  const larger = new make(length);
  larger.set(values);
  return larger;
}
