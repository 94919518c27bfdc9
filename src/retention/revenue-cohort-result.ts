import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { RevenueWarning } from "./revenue-frame.ts";

/** Customers who paid for the first time at the end of one period. */
export interface RevenueCohort {
  /** The period, e.g. `"2024-03"`, with its first and last day. */
  readonly cohort: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** How many customers. */
  readonly size: number;
  /** Whether the period is over by `asOf`, so that nobody can join any more. */
  readonly complete: boolean;
}

/** What became of a cohort by the end of one period. */
export interface RevenueCohortCell {
  readonly cohort: string;
  /** Customers of the cohort. */
  readonly size: number;
  /** Periods since the cohort's, 0 for its own. */
  readonly interval: number;
  /** The period at whose end the cohort is looked at. */
  readonly period: string;
  /** Monthly recurring revenue in money, or paying customers. */
  readonly value: number;
  /** Value ÷ value of interval 0. */
  readonly rate: number;
  /** Wilson's interval of the rate; `null` for revenue. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether the period is over by `asOf`; if not, the cell says how things stand on that day. */
  readonly complete: boolean;
}

/** Cohorts of subscribers, followed from period end to period end. */
export interface RevenueCohorts {
  readonly period: CalendarPeriod;
  readonly value: "revenue" | "customers";
  /** Money is exact to this many decimals. */
  readonly decimals: number;
  /** Level of the intervals of confidence. */
  readonly level: number;
  readonly asOf: IsoDate;
  /** The cohorts that have customers, oldest first. */
  readonly cohorts: readonly RevenueCohort[];
  /** A row per cohort and interval that has begun. */
  readonly rows: readonly RevenueCohortCell[];
  readonly warnings: readonly RevenueWarning[];
}
