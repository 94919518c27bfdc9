import { checkNames, checkOption } from "../rows/options.ts";
import { civilDayOfIso, type IsoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import { addDuration, type Duration, durationTrouble } from "../time/duration.ts";
import { daysPerUnit, type TimeUnit } from "../time/unit.ts";

/** Days of the future, the first and the last included. */
export interface DateSpan {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** A stretch of the future: so long from now, or from one day to another. */
export type Horizon = Duration | DateSpan;

/** Where a horizon begins and ends, in units of time from now. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** The clock of a model: the unit of its times, the day that is now, and whether it counts whole opportunities. */
export interface ModelClock {
  readonly unit: TimeUnit;
  readonly asOf?: IsoDate | null;
  readonly discrete: boolean;
}

/** A horizon of either form in the times of a model. */
export function stretchOf(horizon: Horizon, clock: ModelClock): Stretch {
  if (isSpan(horizon)) return spanStretch(horizon, clock);
  return { from: 0, until: horizonInUnits(horizon, clock) };
}

/**
 * The length of a horizon in units of time.
 *
 * With a start day, months and years follow the calendar from it; without one, they have their mean length.
 */
export function horizonInUnits(horizon: Duration, { unit, asOf, discrete }: ModelClock): number {
  checkOption("horizon", horizon, durationTrouble(horizon));
  const days = asOf === null || asOf === undefined ? meanDays(horizon) : daysFrom(asOf, horizon);
  return wholeIf(discrete, days / daysPerUnit(unit), horizon, unit);
}

function daysFrom(start: IsoDate, horizon: Duration): number {
  const day = civilDayOfIso(start);
  return addDuration(day, horizon) - day;
}

function meanDays({ days = 0, weeks = 0, months = 0, years = 0 }: Duration): number {
  return days + weeks * 7 + months * daysPerUnit("month") + years * daysPerUnit("year");
}

/** Opportunities come whole; a calendar year is not exactly a mean year, though. */
function wholeIf(discrete: boolean, units: number, horizon: Horizon, unit: TimeUnit): number {
  if (!discrete) return units;
  const whole = Math.round(units);
  const trouble = `The model counts whole opportunities, one each ${unit}; this is ${units.toFixed(2)} of them.`;
  checkOption("horizon", JSON.stringify(horizon), Math.abs(units - whole) > 0.1 ? trouble : null);
  return whole;
}

function isSpan(horizon: Horizon): horizon is DateSpan {
  return typeof horizon === "object" && horizon !== null && ("from" in horizon || "until" in horizon);
}

function spanStretch(span: DateSpan, { unit, asOf, discrete }: ModelClock): Stretch {
  checkNames("horizon", span, { from: true, until: true } satisfies Record<keyof DateSpan, true>);
  const from = dayOption("horizon.from", span.from, "UTC");
  const until = dayOption("horizon.until", span.until, "UTC");
  if (asOf === null || asOf === undefined) {
    checkOption(
      "horizon",
      null,
      "Days need a model that knows the day it was fitted as of (asOf): pass a duration.",
    );
    return { from: 0, until: 0 };
  }
  const now = civilDayOfIso(asOf);
  checkOption(
    "horizon.from",
    span.from,
    from > now ? null : `The first day must lie after ${asOf}, the day of the model.`,
  );
  checkOption("horizon.until", span.until, until >= from ? null : "The last day lies before the first.");
  const perUnit = daysPerUnit(unit);
  return {
    from: wholeIf(discrete, (from - 1 - now) / perUnit, span, unit),
    until: wholeIf(discrete, (until - now) / perUnit, span, unit),
  };
}
