import { checkNames, checkOneOf } from "../rows/options.ts";
import { type CivilDay, civilDayOfIso, type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { TIME_UNITS, type TimeUnit } from "../time/unit.ts";

/** What rows of a query do not say themselves. */
export interface SqlRowsOptions {
  /** The day that was passed to the query. */
  readonly asOf: DateInput;
  /** Unit in which recency and T are to be told; rows count days. */
  readonly unit: TimeUnit;
}

/** The names of these options, for refusing any other. */
export const ROWS_NAMES: Readonly<Record<keyof SqlRowsOptions, true>> = { asOf: true, unit: true };

/** Refuses options that are none, and names the day. */
export function checkedRowsOptions(
  options: SqlRowsOptions,
  names: Readonly<Record<string, true>> = ROWS_NAMES,
): { readonly asOf: IsoDate; readonly asOfDay: CivilDay; readonly unit: TimeUnit } {
  checkNames("options", options, names);
  checkOneOf("unit", options.unit, TIME_UNITS);
  const asOf = isoDate(dayOption("asOf", options.asOf, "UTC"));
  return { asOf, asOfDay: civilDayOfIso(asOf), unit: options.unit };
}
