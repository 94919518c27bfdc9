import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";

/** Into what periods a base is cut: those of the calendar, or windows of one length of which the last ends at `asOf`. */
export type BasePeriodKind = CalendarPeriod | Duration;

/** A period of which figures tell. */
export interface BasePeriod {
  /** Its name, e.g. `"2025-Q1"`; `"2025-01-01/2025-06-30"` for windows and periods of your own. */
  readonly period: string;
  /** First and last day. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Whether it is over by `asOf`; figures of one that is not can still change. */
  readonly complete: boolean;
  /** Whether the log begins at its first day or before, so that it holds all of it. */
  readonly covered: boolean;
}
