import type { Locale } from "../locales/locale.ts";
import { checkOneOf } from "../rows/options.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import { TIME_UNITS, type TimeUnit } from "../time/unit.ts";
import type { ChartPart } from "./chart.ts";
import { timeTicks } from "./time-ticks.ts";

/** The option of charts over the time since a start. */
export interface TimeUnitOptions {
  /** Unit of the times, for the words beside them. Default: none is named. */
  readonly unit?: TimeUnit;
}

export function checkedTimeUnit({ unit }: TimeUnitOptions): TimeUnit | null {
  if (unit !== undefined) checkOneOf("unit", unit, TIME_UNITS);
  return unit ?? null;
}

/** A length of time as a number: whole, or with one decimal. */
export function timeText(time: number, { format }: Locale): string {
  return formatNumber(time, Math.abs(time - Math.round(time)) < 0.05 ? 0 : 1, format);
}

/** A moment in words, such as "month 23". */
export function momentText(time: number, unit: TimeUnit | null, locale: Locale): string {
  const { moments, moment } = locale.charts.retention;
  return fillTemplate(unit === null ? moment : moments[unit], { time: timeText(time, locale) });
}

/** Title of an axis of time. */
export function timeTitle(unit: TimeUnit | null, { charts }: Locale): string {
  return unit === null ? charts.retention.time : charts.retention.units[unit];
}

/** The axis of time from 0 to the last one. */
export function timeAxis(last: number, unit: TimeUnit | null, locale: Locale): ChartPart {
  return {
    field: "time",
    type: "quantitative",
    title: timeTitle(unit, locale),
    scale: { domain: [0, last], nice: false },
    axis: { values: timeTicks(last, unit), format: ",~f", grid: false, labelFlush: false },
  };
}
