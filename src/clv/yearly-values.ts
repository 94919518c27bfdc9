import { CompensatedSums } from "../math/compensated-sums.ts";
import { periodIndex, periodNumbering } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { LifetimeValuePeriod } from "./lifetime-value.ts";

/** Margins and values by calendar year; what has no day is kept apart. */
export class YearlyValues {
  readonly size: number;
  readonly #first: number;
  readonly #yearOf: (day: CivilDay) => number = periodNumbering("year");
  readonly #margins: CompensatedSums;
  readonly #values: CompensatedSums;

  constructor(from: CivilDay, asOf: CivilDay) {
    this.#first = periodIndex(from, "year");
    this.size = periodIndex(asOf, "year") - this.#first + 1;
    this.#margins = new CompensatedSums(this.size + 1);
    this.#values = new CompensatedSums(this.size + 1);
  }

  add(day: CivilDay | null, margin: number, value: number): void {
    const place = day === null ? this.size : this.#yearOf(day) - this.#first;
    this.#margins.add(place, margin);
    this.#values.add(place, value);
  }

  periods(): LifetimeValuePeriod[] {
    return Array.from({ length: this.size }, (_, period) => {
      const margin = this.#margins.at(period);
      const value = this.#values.at(period);
      const factor = value / margin;
      // Where margins of a year cancel, no factor leads from them to their value.
      if (!Number.isFinite(factor)) return { period, survival: null, margin: value, factor: 1, value };
      return { period, survival: null, margin, factor, value };
    });
  }

  undated(): number {
    return this.#values.at(this.size);
  }
}
