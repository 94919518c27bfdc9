import { daysPerUnit, type TimeUnit } from "../time/unit.ts";

/** Numbers the distinct times of a base, so that a logarithm is taken once per distinct time and not once per customer. */
export class TimeTable {
  readonly #values: number[] = [];
  readonly #perUnit: number;
  #byDay = new Int32Array(1024).fill(-1);
  readonly #offGrid = new Map<number, number>();

  constructor(unit: TimeUnit) {
    this.#perUnit = daysPerUnit(unit);
  }

  /** The distinct times in the order in which they came. */
  get values(): Float64Array {
    return Float64Array.from(this.#values);
  }

  indexOf(time: number): number {
    // Times are whole days as a rule, and an array is several times faster than a Map.
    const day = Math.round(time * this.#perUnit);
    if (day > MOST_DAYS || day / this.#perUnit !== time) return this.#indexOffGrid(time);
    if (day >= this.#byDay.length) this.#grow(day);
    let index = this.#byDay[day] as number;
    if (index < 0) {
      index = this.#values.push(time) - 1;
      this.#byDay[day] = index;
    }
    return index;
  }

  #indexOffGrid(time: number): number {
    let index = this.#offGrid.get(time);
    if (index === undefined) {
      index = this.#values.push(time) - 1;
      this.#offGrid.set(time, index);
    }
    return index;
  }

  #grow(day: number): void {
    const larger = new Int32Array(2 * (day + 1)).fill(-1);
    larger.set(this.#byDay);
    this.#byDay = larger;
  }
}

const MOST_DAYS = 1_000_000;
