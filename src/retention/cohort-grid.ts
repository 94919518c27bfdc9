import { checkOption } from "../rows/options.ts";
import { periodIndex } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { CohortMembers } from "./cohort-members.ts";
import type { CohortPlan } from "./cohort-options.ts";

/** The cells of all cohorts, one cohort after the other, and the clock that finds the interval of a day. */
export interface CohortGrid {
  /** Where the cells of each cohort begin; one more than there are cohorts. */
  readonly offsets: Int32Array;
  /**
   * Interval of a day: `intervals[day − origin] − shift`. On the calendar's clock the origin is the first day of the log and the shift the
   * cohort's period; on the other the origin is the day of the customer's first purchase, and there is no shift.
   */
  readonly intervals: Int32Array;
  /** First day of the log on the calendar's clock; `null` on each customer's own. */
  readonly origin: CivilDay | null;
  /** Period of each cohort, counted from the first of the log. */
  readonly shifts: Int32Array;
}

/** More cells than anybody reads; rows for them would fill the memory. */
const MOST_CELLS = 2_000_000;

export function cohortGrid(members: CohortMembers, plan: CohortPlan): CohortGrid {
  const { table, periods } = members;
  const offsets = new Int32Array(periods.length + 1);
  let cells = 0;
  for (let cohort = 0; cohort < periods.length; cohort++) {
    cells += Math.min(plan.intervals, intervalsBegun(members, plan, cohort));
    const trouble = `Cohorts by ${plan.period} would have more than ${MOST_CELLS} cells: pass a longer period, a later from, or a number of intervals.`;
    checkOption("period", plan.period, cells <= MOST_CELLS ? null : trouble);
    offsets[cohort + 1] = cells;
  }
  const { intervalDays } = plan;
  return {
    offsets,
    intervals:
      intervalDays === null
        ? table.periods
        : Int32Array.from(table.periods.keys(), (age) => Math.floor(age / intervalDays)),
    origin: intervalDays === null ? table.first : null,
    shifts: Int32Array.from(periods, (period) => (intervalDays === null ? period - table.firstPeriod : 0)),
  };
}

function intervalsBegun(members: CohortMembers, plan: CohortPlan, cohort: number): number {
  const { asOf, intervalDays, period } = plan;
  if (intervalDays === null) return periodIndex(asOf, period) - (members.periods[cohort] as number) + 1;
  return Math.floor((asOf - (members.firstJoined[cohort] as number)) / intervalDays) + 1;
}

/** How many intervals a customer who joined on a day has behind him, each to its last day. */
export function intervalsCompleted(joined: CivilDay, asOf: CivilDay, intervalDays: number): number {
  return Math.floor((asOf - joined + 1) / intervalDays);
}
