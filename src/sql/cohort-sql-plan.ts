import type { CohortDefinition } from "../retention/cohort-options.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { SqlSyntax } from "./syntax.ts";

/** Options of cohorts in an engine, checked and complete. */
export interface CohortSqlPlan {
  readonly period: CalendarPeriod;
  readonly definition: CohortDefinition;
  /** `null` on the calendar's clock. */
  readonly intervalDays: number | null;
  readonly from: CivilDay;
  readonly asOf: CivilDay;
  /** Number of the last period that is over. */
  readonly lastOver: number;
  readonly hasMargin: boolean;
}

/** Whole intervals of days from one day to another. */
export function wholeIntervals(syntax: SqlSyntax, days: string, length: number): string {
  return syntax.toInteger(`FLOOR(${syntax.toDouble(days)} / ${length})`);
}
