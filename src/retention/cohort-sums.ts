import { CompensatedSums } from "../math/compensated-sums.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import type { CohortGrid } from "./cohort-grid.ts";
import { type CohortMembers, NO_COHORT } from "./cohort-members.ts";
import type { CohortPlan } from "./cohort-options.ts";

/** Purchases or money in the cells of a grid. */
export interface CohortSums {
  readonly values: Float64Array;
  /** All of the log up to the day, in cells or not. */
  readonly total: number;
  readonly leftOut: number;
}

/** Adds up what falls into each cell. */
export function sumTransactions(
  log: TransactionLog,
  members: CohortMembers,
  grid: CohortGrid,
  { value, asOf }: CohortPlan,
): CohortSums {
  const { days, amounts, offsets } = log;
  // Purchases are counted, so there is no column to add up.
  const money = value === "orders" ? null : value === "margin" ? log.margins : amounts;
  const cells = grid.offsets[grid.offsets.length - 1] as number;
  const outside = cells;
  const sums = new CompensatedSums(cells + 1);
  const turnover = new Float64Array(cells + 1);
  for (let c = 0; c < members.cohortOf.length; c++) {
    const cohort = members.cohortOf[c] as number;
    const end = offsets[c + 1] as number;
    const start = cohort === NO_COHORT ? end : (members.startOf[c] as number);
    const base = cohort === NO_COHORT ? 0 : (grid.offsets[cohort] as number);
    const width = cohort === NO_COHORT ? 0 : (grid.offsets[cohort + 1] as number) - base;
    const shift = cohort === NO_COHORT ? 0 : (grid.shifts[cohort] as number);
    const origin = grid.origin ?? (start < end ? (days[start] as number) : 0);
    let cell = outside;
    let sum = 0;
    let moved = 0;
    for (let i = offsets[c] as number; i < end; i++) {
      const day = days[i] as number;
      if (day > asOf) break;
      const amount = money === null ? Number(isPurchase(amounts[i] as number)) : (money[i] as number);
      const interval = i < start ? width : (grid.intervals[day - origin] as number) - shift;
      const own = interval < width ? base + interval : outside;
      if (own !== cell) {
        sums.add(cell, sum);
        turnover[cell] = (turnover[cell] as number) + moved;
        cell = own;
        sum = 0;
        moved = 0;
      }
      sum += amount;
      moved += Math.abs(amount);
    }
    sums.add(cell, sum);
    turnover[cell] = (turnover[cell] as number) + moved;
  }
  const values = new Float64Array(cells);
  const all = new CompensatedSums(1);
  for (let cell = 0; cell < cells; cell++) {
    const value = sums.at(cell);
    // What is left of sums that cancel is rounding; a rate would be divided by it.
    values[cell] = Math.abs(value) > 1e-12 * (turnover[cell] as number) ? value : 0;
    all.addSum(0, sums, cell);
  }
  all.addSum(0, sums, outside);
  return { values, total: all.at(0), leftOut: sums.at(outside) };
}
