import type { CohortValue } from "../retention/cohort-options.ts";
import type { CountLabel } from "../text/count-label.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";

/** Words of the charts of cohorts. */
export interface CohortChartLabels {
  /** What is followed, as the beginning of a headline. */
  readonly subjects: Readonly<Record<CohortValue, string>>;
  /** Headline with the places `{subject}`, `{rate}` and `{interval}`. */
  readonly title: string;
  /** An interval in words, with the place `{n}`. */
  readonly intervals: Readonly<Record<CalendarPeriod, string>>;
  /** The same on the customers' own clock. */
  readonly interval: string;
  /** Titles of the axis of intervals. */
  readonly axes: Readonly<Record<CalendarPeriod, string>>;
  /** The same on the customers' own clock, with the place `{days}`. */
  readonly axis: string;
  readonly cohort: string;
  readonly cohortCount: CountLabel;
  /** Share of the customers of a cohort. */
  readonly rate: string;
  /** Ratio of purchases or money to interval 0. */
  readonly ratio: string;
  /** What a cell counts or adds up. */
  readonly values: Readonly<Record<CohortValue, string>>;
  readonly state: string;
  readonly complete: string;
  readonly running: string;
  /** Explains the marks of the heat map. */
  readonly dashed: string;
  /** Explains the marks of the curves. */
  readonly thick: string;
  /** Ends of the scale of colours. */
  readonly oldest: string;
  readonly youngest: string;
  readonly cumulative: string;
  readonly pooled: string;
  /** What the pictures show, with the places `{customers}`, `{cohorts}`, `{first}`, `{last}` and `{figures}`. */
  readonly heatMap: string;
  readonly curves: string;
  /** The pooled rate in an interval, with the places `{rate}` and `{interval}`. */
  readonly figure: string;
  /** Said where no interval after the first is over. */
  readonly noFigures: string;
}
