import type { TransactionLog } from "../transactions/transaction-log.ts";
import { sumFromTheEnd } from "./cohort-counts.ts";
import { type CohortGrid, intervalsCompleted } from "./cohort-grid.ts";
import { type CohortMembers, NO_COHORT } from "./cohort-members.ts";
import type { CohortPlan } from "./cohort-options.ts";

/** For each cell of a grid, how many customers have the interval behind them. */
export function observedCustomers(
  log: TransactionLog,
  members: CohortMembers,
  grid: CohortGrid,
  { asOf }: CohortPlan,
  intervalDays: number,
): Float64Array {
  const observed = new Float64Array(grid.offsets[grid.offsets.length - 1] as number);
  for (let c = 0; c < members.cohortOf.length; c++) {
    const cohort = members.cohortOf[c] as number;
    if (cohort === NO_COHORT) continue;
    const joined = log.days[members.startOf[c] as number] as number;
    const completed = intervalsCompleted(joined, asOf, intervalDays);
    if (completed === 0) continue;
    const base = grid.offsets[cohort] as number;
    const last = Math.min(base + completed, grid.offsets[cohort + 1] as number) - 1;
    observed[last] = (observed[last] as number) + 1;
  }
  sumFromTheEnd(observed, grid.offsets);
  return observed;
}
