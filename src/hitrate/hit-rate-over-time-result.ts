import type { GroupKey } from "../rows/group-codes.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { HitRateBasis } from "./hit-rate-options.ts";
import type {
  HitRateAssumptions,
  HitRateCounts,
  HitRateTotal,
  HitRateWarning,
  NumberRate,
  ValueRate,
} from "./hit-rate-result.ts";

/** Offers of a period by what became of them. */
export interface PeriodCounts extends Omit<HitRateCounts, "open"> {
  /** Offers of the cohort that are still open; `null` on the window `"period"`: what is open was decided in none. */
  readonly open: number | null;
}

/** The hit rate of one period of the calendar. */
export interface PeriodHitRate extends NumberRate {
  /** The period, e.g. `"2025-03"`. */
  readonly period: string;
  /** First and last day of the period. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Value of the key `by`; `null` for offers that say nothing, and without `by`. */
  readonly group: GroupKey;
  readonly counts: PeriodCounts;
  /** `null` if the book holds no values. */
  readonly byValue: ValueRate | null;
  /**
   * Whether the rate is final: the window and the days observed hold the whole period, and on the window `"cohort"` nothing is open or without decision any more (unless
   * that counts as something).
   */
  readonly complete: boolean;
  /** Won ÷ all of the cohort if all that is open were lost; `null` on the window `"period"` and for fewer offers than `minimum`. */
  readonly ifAllLost: number | null;
  /** The same if all of it were won. */
  readonly ifAllWon: number | null;
}

/** Hit rates of successive periods of the calendar. */
export interface HitRateOverTime {
  /** Without gaps, the oldest first; with `by` group after group, that with most offers first. */
  readonly rows: readonly PeriodHitRate[];
  /** All periods and groups together. */
  readonly total: HitRateTotal;
  readonly period: CalendarPeriod;
  readonly basis: HitRateBasis;
  /** Name of the key; `null` without one. */
  readonly by: string | null;
  readonly assumptions: HitRateAssumptions;
  readonly warnings: readonly HitRateWarning[];
}
