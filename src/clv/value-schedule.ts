import { horizonInUnits } from "../models/horizon.ts";
import { checkOption } from "../rows/options.ts";
import type { IsoDate } from "../time/civil-day.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import { daysPerUnit, type TimeUnit } from "../time/unit.ts";
import { checkAsOf } from "./check-as-of.ts";
import { discountSchedule } from "./discount-schedule.ts";

/** When purchases to come are counted, in units of the model's time from now. */
export interface ValueSchedule {
  /** Length of a listed period: a month, or one opportunity. */
  readonly period: TimeUnit;
  /** The end of each period. */
  readonly ends: readonly number[];
  /** What money at the end of each period is worth now; `null` if each purchase is discounted from its own time. */
  readonly factors: readonly number[] | null;
  /** Whether purchases after the last period count as well. */
  readonly endless: boolean;
  /** Continuous discount rate per unit. */
  readonly rate: number;
}

/** What a schedule is made from. */
export interface ScheduleTask {
  readonly horizon: Duration | "infinite";
  readonly discountRate: number;
  readonly asOf: IsoDate | null;
  readonly unit: TimeUnit;
  /** Whether the model counts opportunities. */
  readonly discrete: boolean;
  /** Periods to list of a future without end. */
  readonly listed: number;
}

/**
 * Calendar months from the day of the customers, each discounted from its end, as `predictCustomers` has them; opportunities one by one;
 * without end, mean months in which each purchase is discounted from its own time, since that is what DERT does.
 */
export function valueSchedule(task: ScheduleTask): ValueSchedule {
  const { horizon, discountRate, asOf, unit, discrete, listed } = task;
  const rate = (Math.log1p(discountRate) * daysPerUnit(unit)) / daysPerUnit("year");
  if (horizon === "infinite") {
    const length = discrete ? 1 : daysPerUnit("month") / daysPerUnit(unit);
    const ends = Array.from({ length: listed }, (_, k) => (k + 1) * length);
    const factors = discrete ? ends.map((end) => Math.exp(-rate * end)) : null;
    return { period: discrete ? unit : "month", ends, factors, endless: true, rate };
  }
  checkOption("horizon", horizon, durationTrouble(horizon));
  if (discrete) {
    if (asOf !== null) checkAsOf(asOf);
    const opportunities = horizonInUnits(horizon, { unit, asOf, discrete });
    const ends = Array.from({ length: opportunities }, (_, k) => k + 1);
    return { period: unit, ends, factors: ends.map((end) => Math.exp(-rate * end)), endless: false, rate };
  }
  // A rate of 0 would make one step of all months; any other cuts them.
  const steps = discountSchedule(asOf, horizon, discountRate === 0 ? 1 : discountRate);
  return {
    period: "month",
    ends: steps.map(({ endsAfterDays }) => endsAfterDays / daysPerUnit(unit)),
    factors: steps.map(({ factor }) => (discountRate === 0 ? 1 : factor)),
    endless: false,
    rate,
  };
}
