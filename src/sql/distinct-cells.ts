import { reportHistory } from "../models/check-history.ts";
import {
  historyTrouble,
  type PurchaseHistories,
  type WeightedHistory,
} from "../models/purchase-histories.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { FIRST_CIVIL_DAY, LAST_CIVIL_DAY } from "../time/civil-day.ts";
import { daysPerUnit } from "../time/unit.ts";

/** Histories in whole days, as the keys of a table. */
export interface DistinctCells {
  readonly frequency: Int32Array;
  readonly recency_days: Int32Array;
  readonly age_days: Int32Array;
}

/** The distinct histories in the order in which they first appear. */
export function distinctCells(cells: PurchaseHistories): DistinctCells {
  const perUnit = daysPerUnit(cells.unit);
  const size = cells.rows.length;
  const frequency = new Int32Array(size);
  const recency = new Int32Array(size);
  const age = new Int32Array(size);
  const seen = new SeenCells();
  const collector = new IssueCollector();
  let used = 0;
  for (let i = 0; i < size; i++) {
    const row = cells.rows[i] as WeightedHistory;
    const fault = historyTrouble(row) ?? dayFault(row, perUnit);
    if (fault !== null) {
      reportHistory(collector, i, row, fault);
      continue;
    }
    const recencyDays = Math.round(row.recency * perUnit);
    const ageDays = Math.round(row.T * perUnit);
    if (!seen.add(row.frequency, recencyDays, ageDays)) continue;
    frequency[used] = row.frequency;
    recency[used] = recencyDays;
    age[used] = ageDays;
    used += 1;
  }
  collector.throwIfAny();
  return {
    frequency: frequency.slice(0, used),
    recency_days: recency.slice(0, used),
    age_days: age.slice(0, used),
  };
}

const NO_DAYS =
  "The time is no whole number of days, so a join would not find it: pass histories whose times are days divided by the days of the unit.";

function dayFault(
  { recency, T }: WeightedHistory,
  perUnit: number,
): { readonly field: string; readonly trouble: string } | null {
  if (!isWholeDays(recency, perUnit)) return { field: "recency", trouble: NO_DAYS };
  return isWholeDays(T, perUnit) ? null : { field: "T", trouble: NO_DAYS };
}

const MOST_DAYS = LAST_CIVIL_DAY - FIRST_CIVIL_DAY;

function isWholeDays(time: number, perUnit: number): boolean {
  const days = Math.round(time * perUnit);
  return days <= MOST_DAYS && days / perUnit === time;
}

/** The cells that have come by. Three numbers are too long for one that is exact, so the two times have a number of their own. */
class SeenCells {
  readonly #times = new Map<number, number>();
  readonly #cells = new Set<number>();

  /** Whether the cell is new. */
  add(frequency: number, recency: number, age: number): boolean {
    const time = recency * (MOST_DAYS + 1) + age;
    let number = this.#times.get(time);
    if (number === undefined) {
      number = this.#times.size;
      this.#times.set(time, number);
    }
    const before = this.#cells.size;
    // At most 10,000,000 purchases.
    return this.#cells.add(number * 10_000_001 + frequency).size > before;
  }
}
