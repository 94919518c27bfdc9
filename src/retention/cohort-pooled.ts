import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { rateOf } from "./cohort-cells.ts";
import type { CohortPlan } from "./cohort-options.ts";
import type { CohortCell, PooledInterval } from "./cohort-result.ts";

/** Puts the complete cells of each interval together: a cell that can still grow would look like a drop. */
export function pooledIntervals(
  cohorts: readonly (readonly CohortCell[])[],
  plan: CohortPlan,
): readonly PooledInterval[] {
  const z = standardErrorsOfLevel(plan.level);
  const pooled: PooledInterval[] = [];
  const longest = cohorts.reduce((most, cells) => Math.max(most, cells.length), 0);
  for (let interval = 0; interval < longest; interval++) {
    let count = 0;
    let customers = 0;
    let value = 0;
    let origin = 0;
    for (const cells of cohorts) {
      const cell = cells[interval];
      if (cell?.complete !== true) continue;
      count += 1;
      customers += cell.size;
      value += cell.value;
      origin += cells[0]?.value ?? 0;
    }
    if (count === 0) break;
    const base = plan.value === "customers" ? customers : origin;
    pooled.push({
      interval,
      cohorts: count,
      customers,
      value,
      ...rateOf(plan, value, base, z),
      perCustomer: value / customers,
    });
  }
  return pooled;
}
