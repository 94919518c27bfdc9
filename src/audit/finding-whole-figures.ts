import type { IsoDate } from "../time/civil-day.ts";

/** Figures of the findings about the whole base. */
export interface WholeFigures {
  /** All of the log up to the day as of which the base is judged. */
  readonly "whole-log": {
    readonly logFrom: IsoDate;
    readonly asOf: IsoDate;
    readonly customers: number;
    readonly orders: number;
    readonly revenue: number;
  };
  /** People with credit notes who never bought. */
  readonly "never-bought": { readonly people: number; readonly credited: number };
  /** Revenue of those who bought in the current period, by when they were won. */
  readonly "revenue-source": {
    readonly period: string;
    readonly wonInPeriodCustomers: number;
    readonly wonInPeriodShare: number;
    /** Won in the twelve months before the period. */
    readonly wonInYearBeforeCustomers: number;
    readonly wonInYearBeforeShare: number;
    readonly wonEarlierCustomers: number;
    readonly wonEarlierShare: number;
  };
  readonly "short-history": { readonly logFrom: IsoDate; readonly period: string };
  /** Purchases after the day of the first, against those on it; before returns. */
  readonly "repeat-purchases": {
    readonly period: string;
    readonly repeatOrders: number;
    readonly repeatRevenue: number;
    readonly repeatShare: number;
    readonly firstOrders: number;
    readonly firstRevenue: number;
  };
  readonly "returned-goods": {
    readonly period: string;
    /** Sum of the credit notes, below 0. */
    readonly credited: number;
    /** Of what was bought in the period. */
    readonly share: number;
  };
}
