import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { CohortClockKind, CohortDefinition, CohortValue } from "./cohort-options.ts";
import type { PeriodWarning } from "./period-warnings.ts";

/** Customers whose first purchase lies in one calendar period. */
export interface Cohort {
  /** The period, e.g. `"2010-12"`. */
  readonly cohort: string;
  /** First and last day of the period. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** How many customers. */
  readonly size: number;
  /** Whether the period is over by `asOf`, so that nobody can join any more. */
  readonly complete: boolean;
}

/** What became of a cohort in one interval. */
export interface CohortCell {
  readonly cohort: string;
  /** Customers of the cohort. */
  readonly size: number;
  /** 0 for the interval of the first purchase. */
  readonly interval: number;
  /** Customers retained, purchases, or money. */
  readonly value: number;
  /** Customers ÷ size; anything else ÷ its value in interval 0, `null` if that is not above 0. */
  readonly rate: number | null;
  /** Value ÷ size. */
  readonly perCustomer: number;
  /** Wilson's interval of the rate; `null` for anything but customers. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether the interval is over for the whole cohort, and the cohort itself complete. */
  readonly complete: boolean;
  /** Customers who have the interval behind them; on the calendar's clock all or none. */
  readonly observed: number;
  /** The rate among them; `null` without any, and for anything but customers. */
  readonly observedRate: number | null;
}

/** The triangle: a line per cohort, in the order of `cohorts`, with a number per interval that has begun. */
export interface CohortMatrix {
  readonly values: readonly (readonly number[])[];
  readonly rates: readonly (readonly (number | null)[])[];
  readonly complete: readonly (readonly boolean[])[];
}

/** All cohorts together in one interval, from complete cells only. */
export interface PooledInterval {
  readonly interval: number;
  /** Cohorts whose cell is complete. */
  readonly cohorts: number;
  /** Their customers. */
  readonly customers: number;
  /** What their cells add up to. */
  readonly value: number;
  /** Customers: value ÷ customers; anything else ÷ the same cohorts' value in interval 0, `null` if that is not above 0. */
  readonly rate: number | null;
  /** Value ÷ customers. */
  readonly perCustomer: number;
  /** Wilson's interval of the rate; `null` for anything but customers. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Cohorts by first purchase, followed through intervals of time. */
export interface CohortRetention {
  readonly period: CalendarPeriod;
  readonly clock: CohortClockKind;
  /** Length of an interval on the clock `"elapsed"`; `null` on the calendar's. */
  readonly intervalDays: number | null;
  readonly definition: CohortDefinition;
  readonly value: CohortValue;
  readonly cumulative: boolean;
  readonly asOf: IsoDate;
  /** Level of the intervals of confidence. */
  readonly level: number;
  /** The cohorts that have customers, oldest first. */
  readonly cohorts: readonly Cohort[];
  /** A row per cohort and interval that has begun. */
  readonly rows: readonly CohortCell[];
  readonly matrix: CohortMatrix;
  readonly pooled: readonly PooledInterval[];
  /** What the log holds up to `asOf`: customers who have bought, purchases, or money. */
  readonly total: number;
  /**
   * The part of `total` that stands in no cohort or cell: cohorts before `from`, intervals beyond `intervals`, and returns of customers who
   * had not bought by then.
   */
  readonly leftOut: number;
  readonly warnings: readonly PeriodWarning[];
}
