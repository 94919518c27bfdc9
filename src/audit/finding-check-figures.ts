import type { IsoDate } from "../time/civil-day.ts";
import type { NoSplitReason } from "./tree-result.ts";

/** Figures of the findings about what cannot be told, and whether totals agree. */
export interface CheckFigures {
  readonly empty: { readonly asOf: IsoDate };
  readonly "no-current-period": { readonly asOf: IsoDate };
  readonly "no-previous-period": { readonly period: string; readonly logFrom: IsoDate };
  readonly "previous-not-covered": { readonly previousPeriod: string; readonly logFrom: IsoDate };
  readonly "period-in-progress": {
    readonly openPeriod: string;
    /** Its last day. */
    readonly to: IsoDate;
    readonly asOf: IsoDate;
  };
  readonly "different-seasons": { readonly previousPeriod: string; readonly period: string };
  readonly "after-log-end": { readonly period: string; readonly asOf: IsoDate };
  readonly "few-customers": { readonly customers: number; readonly least: number };
  readonly "revenue-not-positive": { readonly period: string; readonly revenue: number };
  readonly "drivers-not-split": { readonly reason: NoSplitReason };
  readonly "no-cohort": { readonly asOf: IsoDate };
  readonly "cohort-too-young": { readonly cohort: string };
  readonly "cohorts-not-compared": { readonly asOf: IsoDate };
  readonly "no-margins": Readonly<Record<never, never>>;
  readonly "totals-agree": {
    /** How many totals were checked. */
    readonly checks: number;
  };
  readonly "total-differs": {
    /** What was added up. */
    readonly name: string;
    readonly parts: number;
    readonly total: number;
    /** parts − total. */
    readonly difference: number;
  };
}
