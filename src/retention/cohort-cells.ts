import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { lastPeriodEnd, periodIndex, periodName } from "../time/calendar-period.ts";
import { type CohortGrid, intervalsCompleted } from "./cohort-grid.ts";
import type { CohortMembers } from "./cohort-members.ts";
import type { CohortPlan } from "./cohort-options.ts";
import type { CohortCell } from "./cohort-result.ts";

/** What was counted or added up in the cells of a grid. */
export interface CellContents {
  readonly values: Float64Array;
  /** Retained customers who are still in the interval; `null` where all of a cohort are in it together, or none are counted. */
  readonly running: Float64Array | null;
  /** Customers who have the interval behind them; `null` where a cohort has it behind it together. */
  readonly observed: Float64Array | null;
}

/** The cells of each cohort as rows, one list per cohort. */
export function cohortCells(
  members: CohortMembers,
  grid: CohortGrid,
  plan: CohortPlan,
  contents: CellContents,
): readonly (readonly CohortCell[])[] {
  const z = standardErrorsOfLevel(plan.level);
  return members.periods.map((period, cohort) => {
    const size = members.sizes[cohort] as number;
    const start = grid.offsets[cohort] as number;
    const values = contents.values.subarray(start, grid.offsets[cohort + 1]);
    const completed = completeIntervals(members, plan, cohort);
    const name = periodName(period, plan.period);
    const origin = values[0] as number;
    let sum = 0;
    return Array.from(values, (own, interval): CohortCell => {
      sum += own;
      const value = plan.cumulative ? sum : own;
      const complete = interval < completed;
      const observed = contents.observed?.[start + interval] ?? (complete ? size : 0);
      const seen = value - (contents.running?.[start + interval] ?? 0);
      return {
        cohort: name,
        size,
        interval,
        value,
        ...rateOf(plan, value, plan.value === "customers" ? size : origin, z),
        perCustomer: value / size,
        complete,
        observed,
        observedRate: plan.value === "customers" && observed > 0 ? seen / observed : null,
      };
    });
  });
}

/** A rate with its interval, if it is one of customers. */
export function rateOf(
  { value: what }: CohortPlan,
  value: number,
  base: number,
  z: number,
): Pick<CohortCell, "rate" | "lower" | "upper"> {
  if (what === "customers") return wilsonInterval(value, base, z) ?? { rate: null, lower: null, upper: null };
  return { rate: base > 0 ? value / base : null, lower: null, upper: null };
}

/** How many intervals are over for all of a cohort to which nobody can come any more. */
function completeIntervals(members: CohortMembers, plan: CohortPlan, cohort: number): number {
  if (!(members.over[cohort] as boolean)) return 0;
  const { asOf, intervalDays, period } = plan;
  if (intervalDays !== null) {
    return intervalsCompleted(members.lastJoined[cohort] as number, asOf, intervalDays);
  }
  return periodIndex(lastPeriodEnd(asOf, period), period) - (members.periods[cohort] as number) + 1;
}
