import type { CustomerId } from "../rows/customer-id.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { isoDateWriter } from "../time/iso-date-writer.ts";
import { daysPerUnit, type TimeUnit } from "../time/unit.ts";
import type { Tenure, Tenures, TenureWarning } from "./tenure.ts";

/** Between which days tenures are observed, and in which unit they are told. */
export interface TenureFrame {
  readonly unit: TimeUnit;
  readonly asOf: CivilDay;
  /** Day on which running tenures are censored. */
  readonly end: CivilDay;
  /** Day from which the data are complete; `null` if they always were. */
  readonly from: CivilDay | null;
}

/** Turns the first and last days of tenures into rows, and counts what has none. */
export class TenureWriter {
  readonly #frame: TenureFrame;
  readonly #perUnit: number;
  readonly #written = isoDateWriter();
  readonly #rows: Tenure[] = [];
  #notYetObserved = 0;
  #endedBefore = 0;
  #lost = 0;
  /** Customers with nothing that counts. */
  withoutStart = 0;
  /** Tenures after which the customer came back. */
  cameBack = 0;

  constructor(frame: TenureFrame) {
    this.#frame = frame;
    this.#perUnit = daysPerUnit(frame.unit);
  }

  /** Adds a tenure whose first day without it is `over`, whenever that comes to be; its row, or `null` if it has none. */
  add(customerId: CustomerId, start: CivilDay, over: CivilDay, spell: number): Tenure | null {
    const { end, from } = this.#frame;
    if (start >= end) {
      this.#notYetObserved += 1;
      return null;
    }
    const event = over <= end;
    const stop = event ? over : end;
    if (from !== null && stop <= from) {
      this.#endedBefore += 1;
      return null;
    }
    if (event) this.#lost += 1;
    const tenure = {
      customerId,
      start: this.#written(start),
      end: event ? this.#written(over - 1) : null,
      duration: (stop - start) / this.#perUnit,
      event,
      spell,
    };
    const row = from === null ? tenure : { ...tenure, entry: Math.max(0, from - start) / this.#perUnit };
    this.#rows.push(row);
    return row;
  }

  result(): Tenures {
    const { unit, asOf, end } = this.#frame;
    return {
      unit,
      asOf: isoDate(asOf),
      observedUntil: isoDate(end),
      rows: this.#rows,
      omitted: {
        notYetObserved: this.#notYetObserved,
        endedBefore: this.#endedBefore,
        withoutStart: this.withoutStart,
      },
      warnings: this.#warnings(),
    };
  }

  #warnings(): TenureWarning[] {
    const rows = this.#rows.length;
    if (rows > 0 && this.#lost === 0) {
      const message = "No tenure has ended, so nothing can be said of when they do: observe for longer.";
      return [{ code: "nobody-lost", tenures: rows, message }];
    }
    if (this.cameBack === 0 || this.cameBack < OFTEN * this.#lost) return [];
    const message = `${this.cameBack} of ${this.#lost} lost customers came back later: a longer limit would call fewer lost who are not.`;
    return [{ code: "often-back", tenures: this.cameBack, message }];
  }
}

const OFTEN = 0.1;
