import type { IsoDate } from "../time/civil-day.ts";
import type { AuditValue } from "./differences-result.ts";

/** How unequally customers bring a value, by the Gini coefficient. */
export type InequalityBand = "even" | "moderate" | "uneven" | "very-uneven";

/** Figures of the findings about how the customers of the current period differ. */
export interface DifferencesFigures {
  /** Who bought, and what they brought net of returns. */
  readonly size: {
    /** Name of the period. */
    readonly period: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly customers: number;
    readonly orders: number;
    readonly revenue: number;
    readonly revenuePerCustomer: number;
  };
  readonly "nobody-bought": { readonly period: string; readonly from: IsoDate; readonly to: IsoDate };
  /** Credit notes to people who bought nothing in the period. */
  readonly "credit-notes-only": {
    readonly people: number;
    /** Their credit notes, at most 0. */
    readonly credited: number;
    /** Revenue of the log in the period: that of those who bought, and these credit notes. */
    readonly periodRevenue: number;
  };
  readonly "top-tenth": {
    readonly customers: number;
    readonly share: number;
    readonly sortedBy: AuditValue;
  };
  /** Values below 0 count as 0. */
  readonly "top-share": {
    /** The share of customers that is looked at. */
    readonly topShare: number;
    /** The fewest customers that are so many. */
    readonly customers: number;
    readonly share: number;
    readonly sortedBy: AuditValue;
  };
  readonly inequality: {
    readonly gini: number;
    readonly band: InequalityBand;
    readonly sortedBy: AuditValue;
  };
  readonly "one-order": {
    readonly customers: number;
    /** All who bought in the period. */
    readonly allCustomers: number;
    readonly shareOfCustomers: number;
    readonly revenue: number;
  };
  readonly "negative-revenue": {
    readonly customers: number;
    readonly shareOfCustomers: number;
    /** Their revenue together, below 0. */
    readonly value: number;
  };
  readonly "negative-margin": {
    readonly customers: number;
    readonly shareOfCustomers: number;
    /** Their margin together, below 0. */
    readonly value: number;
  };
}
