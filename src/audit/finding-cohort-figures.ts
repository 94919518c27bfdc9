import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { CohortDevelopment } from "./cohort-view-result.ts";

/** An age of a cohort: so many periods after that of the first purchase. */
export interface AgeFigure {
  readonly periods: number;
  /** `"period"` for windows of a length. */
  readonly unit: CalendarPeriod | "period";
}

/** Several cohorts as one. */
export interface CohortsFigure {
  readonly first: string;
  readonly last: string;
  readonly customers: number;
}

/** A cohort at an age. */
export interface CohortShareFigures {
  readonly cohort: string;
  readonly age: AgeFigure;
  /** The period that is meant. */
  readonly period: string;
  /** Customers of the cohort. */
  readonly size: number;
  /** Those of them who bought in the period. */
  readonly active: number;
  readonly activeShare: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** Newer and older cohorts at the same age. */
export interface ComparedFigures {
  readonly age: AgeFigure;
  /** How many cohorts stand on either side. */
  readonly cohortsPerSide: number;
  readonly older: CohortsFigure;
  readonly newer: CohortsFigure;
}

/** Shares of customers who bought at the age. */
export interface ActivityFigures extends ComparedFigures {
  readonly olderShare: number;
  readonly newerShare: number;
  /** newerShare − olderShare, and its interval. */
  readonly shareDifference: number;
  readonly shareLower: number;
  readonly shareUpper: number;
  readonly level: number;
}

/** Cumulative revenue per acquired customer at the age. */
export interface WorthFigures extends ComparedFigures {
  readonly olderWorth: number;
  readonly newerWorth: number;
  /** newerWorth − olderWorth, and its interval. */
  readonly worthDifference: number;
  readonly worthLower: number;
  readonly worthUpper: number;
  readonly level: number;
}

/** Figures of the findings about one cohort, and about newer against older ones. */
export interface CohortFigures {
  readonly cohort: {
    readonly cohort: string;
    readonly size: number;
    /** `"only"`: there is no other complete one. */
    readonly chosenAs: CohortDevelopment["chosenAs"] | "only";
    readonly firstOrderValue: number;
  };
  /** It may hold customers who bought before the log begins. */
  readonly "cohort-holds-older": { readonly cohort: string; readonly logFrom: IsoDate };
  /** One period after the first purchase. */
  readonly "cohort-next": CohortShareFigures;
  /** In the last complete period, if that is another. */
  readonly "cohort-last": CohortShareFigures;
  readonly "cohort-revenue": {
    readonly cohort: string;
    /** The last complete period. */
    readonly period: string;
    readonly revenue: number;
    /** Revenue so far ÷ customers of the cohort, active or not. */
    readonly revenuePerCustomer: number;
  };
  readonly "cohort-margin": { readonly cohort: string; readonly marginPerCustomer: number };
  readonly "newer-more-active": ActivityFigures;
  readonly "newer-less-active": ActivityFigures;
  readonly "newer-activity-open": ActivityFigures;
  readonly "newer-worth-more": WorthFigures;
  readonly "newer-worth-less": WorthFigures;
  readonly "newer-worth-open": WorthFigures;
  /** Too few customers for an interval. */
  readonly "newer-not-told": ComparedFigures;
  /** The older cohorts may hold customers who bought before the log begins. */
  readonly "older-look-new": {
    readonly cohortsPerSide: number;
    readonly older: CohortsFigure;
    readonly logFrom: IsoDate;
  };
}
