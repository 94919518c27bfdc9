import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { FirstMargin } from "./first-margin.ts";
import type { ValueInterval } from "./value-interval.ts";

/** The ways in which a lifetime value is worked out. */
export type LifetimeValueMethod =
  | "historic"
  | "formula"
  | "constant-retention"
  | "retention-curve"
  | "predicted";

/** The income of one period. */
export interface LifetimeValuePeriod {
  /** 0 is now, 1 is one period from now; the first period listed is the one of the first margin. */
  readonly period: number;
  /** Share of the customers that are still there; `null` where the way does not tell it. */
  readonly survival: number | null;
  /** Margin if all customers were there, or, where survival is `null`, of those who were; not discounted. */
  readonly margin: number;
  /** What one unit of money of the period is worth now. */
  readonly factor: number;
  /** Survival × margin × factor. */
  readonly value: number;
}

/** What a lifetime value rests on, so that values of different ways can be compared. */
export interface LifetimeValueAssumptions {
  readonly method: LifetimeValueMethod;
  /** Customers of whom this is the value together: 1, or the size of a base. */
  readonly customers: number;
  /** Length of a period. */
  readonly period: CalendarPeriod;
  /** Per year, whatever the length of a period. */
  readonly discountRate: number;
  /** When the margin of a period is taken: at its beginning, at its end, or at the day of each purchase. */
  readonly firstMargin: FirstMargin | "continuous";
  /** Periods that are counted; `null` if there is no end. */
  readonly horizon: number | null;
  /** The other figures that went in, by their names. */
  readonly inputs: Readonly<Record<string, number | string | null>>;
}

/** A lifetime value, in whatever way it was worked out. Money is in the currency of the input. */
export interface LifetimeValue {
  /** The sum of `perPeriod` and `rest`: discounted, acquisition cost not deducted. */
  readonly value: number;
  /** The same without discounting; `null` if that has no limit. */
  readonly undiscounted: number | null;
  /** Periods in their order. */
  readonly perPeriod: readonly LifetimeValuePeriod[];
  /** Value of the periods that are not listed, 0 if all are. */
  readonly rest: number;
  readonly assumptions: LifetimeValueAssumptions;
  /** What it cost to win the customer; `null` if that was not said. */
  readonly acquisitionCost: number | null;
  /** `value` − acquisition cost; `null` if that was not said. */
  readonly netValue: number | null;
  /** How far `value` can be trusted; `null` where the input carries no errors. */
  readonly interval: ValueInterval | null;
}
