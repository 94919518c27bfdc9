import type { BasePeriod } from "./base-period.ts";

/** A cohort at one age. */
export interface CohortAge {
  /** Periods since that of the first purchase, which is 0. */
  readonly age: number;
  /** The period, e.g. `"2025-Q1"`. */
  readonly period: string;
  /** Whether the period is over, and with it all of the cohort at this age. */
  readonly complete: boolean;
  /** Customers of the cohort who bought in the period. */
  readonly active: number;
  /** active ÷ customers of the cohort, with Wilson's interval. */
  readonly activeShare: number;
  readonly activeLower: number;
  readonly activeUpper: number;
  readonly orders: number;
  /** `null` without active customers or orders. */
  readonly ordersPerActive: number | null;
  /** Revenue, net of returns, ÷ orders. */
  readonly averageOrderValue: number | null;
  readonly revenue: number;
  /** Revenue ÷ customers of the cohort, active or not. */
  readonly revenuePerCustomer: number;
  readonly cumulativeRevenue: number;
  readonly cumulativeRevenuePerCustomer: number;
  /** `null` without margins. */
  readonly margin: number | null;
  readonly cumulativeMarginPerCustomer: number | null;
}

/** A cohort: all whose first purchase lies in one period. */
export interface AuditCohort {
  /** The period of the first purchase. */
  readonly cohort: BasePeriod;
  /** Whether the log begins in it, so that older customers may stand in it as if they were new. */
  readonly firstOfLog: boolean;
  /** How many customers. */
  readonly size: number;
  /** Mean of what customers bought on the day of their first purchase, returns apart. */
  readonly firstOrderValue: number;
  /** One row for each period since the first purchase that has begun by `asOf`. */
  readonly ages: readonly CohortAge[];
}

/** View 3: how one cohort develops. */
export interface CohortDevelopment extends AuditCohort {
  /** `"oldest"`: the oldest complete cohort after that in which the log begins, or that one if there is no other. `"largest"`: the largest complete one. `"chosen"`: as asked for. */
  readonly chosenAs: "oldest" | "largest" | "chosen";
}

/** Several cohorts as one, at one age. */
export interface PooledCohorts {
  /** The first and last of them. */
  readonly first: string;
  readonly last: string;
  readonly cohorts: number;
  readonly customers: number;
  /** Customers who bought at this age. */
  readonly active: number;
  readonly activeShare: number;
  /** Cumulative revenue per acquired customer up to this age. */
  readonly cumulativeRevenuePerCustomer: number;
}

/** Newer less older, and where the true difference lies; the limits are `null` where nothing can be said of it. */
export interface CohortDifference {
  readonly difference: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Newer against older cohorts at the same age: the newer half of those complete at it less the older half; of an odd number the middle one is in neither. */
export interface NewerAgainstOlder {
  readonly age: number;
  readonly older: PooledCohorts;
  readonly newer: PooledCohorts;
  /** Active shares: Newcombe's interval. At age 0 all are active: the difference is 0 and tells nothing. */
  readonly activeShare: CohortDifference;
  /** Cumulative revenue per acquired customer: Welch's interval. */
  readonly cumulativeRevenuePerCustomer: CohortDifference;
}

/** View 4: how cohorts compare. */
export interface CohortComparison {
  /** Oldest first. */
  readonly cohorts: readonly AuditCohort[];
  /** One row for each age from 0 to 12 that two complete cohorts have reached; that in which the log begins is left out. */
  readonly newerAgainstOlder: readonly NewerAgainstOlder[];
  /** Level of the intervals. */
  readonly level: number;
}
