import type { ContractModel } from "../models/contract-models.ts";
import type { Predictor } from "../models/models.ts";
import type { SurvivalCurve } from "../statistics/survival-curve.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";

/** A model of retention: fitted, then it carries errors, or a literal `{ kind, parameters, unit }`. */
export type RetentionModel = Predictor<ContractModel> & Partial<Pick<ContractModel, "covariance">>;

/**
 * How many customers stay how long: observed shares from period 0 on, such as `[1, 0.8, 0.7]`, what `kaplanMeier` returns, or a model of
 * retention (sBG or BdW).
 */
export type RetentionCurve = readonly number[] | SurvivalCurve | RetentionModel;

/** How the periods of a curve are paid. */
export interface CurvePlan {
  /** The first period with a margin: 0 or 1. */
  readonly first: 0 | 1;
  /** What each margin is worth now, by the period: `worth(t)` without survival, of the first margin of 1. */
  readonly worth: (t: number) => number;
  /** Continuous rate by which worth falls from period to period; below 0 it rises. */
  readonly fall: number;
  /** Continuous rate by which margins fall: 0 without growth. */
  readonly plainFall: number;
}

/** A curve as shares by period. */
export interface ReadCurve {
  /** Length of a period, if the curve says it. */
  readonly period: CalendarPeriod | null;
  /** The last period of which the curve knows; infinite if it goes on for ever. */
  readonly reach: number;
  /** Why it reaches no farther, and what to do. */
  readonly reason: string;
  /** Periods to count if nobody says how many; `null` if it has to be said. */
  readonly ownEnd: number | null;
  /** Share of the customers that pays in a period. */
  share(t: number): number;
  /** Σ over t ≥ from of share(t) · e^(−fall · (t − from)), if the curve goes on for ever. */
  tail(from: number, fall: number): number;
  /** Standard error of Σ worth(t) · share(t) over periods from `first` to `last`; NaN if the curve carries no errors. */
  standardError(plan: CurvePlan, last: number): number;
  readonly covers: "survival" | "parameters";
}
