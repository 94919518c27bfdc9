import type { CountLabel } from "../text/count-label.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { TimeUnit } from "../time/unit.ts";
import type { CohortChartLabels } from "./chart-labels-cohorts.ts";

/** Words of the charts of survival curves. */
export interface SurvivalChartLabels {
  /** Headline with the place `{moment}`, such as "month 23". */
  readonly halfGone: string;
  /** Headline where the curve does not come down to a half, with the places `{share}` and `{moment}`. */
  readonly stillThere: string;
  /** Headline of several curves. */
  readonly byGroup: string;
  /** Headline of several curves with the name of what tells them apart: `{by}`. */
  readonly by: string;
  readonly observed: CountLabel;
  readonly events: CountLabel;
  /** Explains the marks: ticks for the censored. */
  readonly ticks: string;
  /** Title of the axis. */
  readonly share: string;
  readonly group: string;
  readonly atRisk: string;
  readonly eventsAt: string;
  readonly censoredAt: string;
  /** With the place `{time}`. */
  readonly median: string;
  /** What is said of a curve whose median is not reached. */
  readonly noMedian: string;
  /** What the picture shows, with the place `{curves}`. */
  readonly description: string;
  /** One curve in words, with the places `{name}`, `{observed}`, `{events}` and `{median}`. */
  readonly curve: string;
  /** What a single curve is called. */
  readonly all: string;
}

/** Words of the charts of causes that compete. */
export interface IncidenceChartLabels {
  /** Headline with the places `{moment}` and `{figures}`. */
  readonly title: string;
  /** A cause and its share, with the places `{cause}` and `{share}`. */
  readonly figure: string;
  /** Title of the axis. */
  readonly share: string;
  readonly cause: string;
  readonly eventsAt: string;
  readonly observed: CountLabel;
  readonly offers: CountLabel;
  /** What is left, with the place `{share}`. */
  readonly without: string;
  /** What the picture shows, with the places `{observed}`, `{moment}` and `{figures}`. */
  readonly description: string;
}

/** Words of the charts of recurring revenue. */
export interface RevenueChartLabels {
  /** Headlines with the places `{start}`, `{end}`, `{first}` and `{last}`. */
  readonly rose: string;
  readonly fell: string;
  readonly same: string;
  /** Explains the marks. */
  readonly marks: string;
  /** Title of the axis. */
  readonly change: string;
  /** The same with the place `{currency}`. */
  readonly changeIn: string;
  readonly movement: string;
  readonly amount: string;
  readonly net: string;
  readonly end: string;
  /** What the picture shows, with the places `{periods}`, `{first}`, `{last}`, `{start}`, `{end}` and `{figures}`. */
  readonly description: string;
}

/** Words of the charts of customers kept and lost. */
export interface LedgerChartLabels {
  /** Headline with the places `{rate}` and `{period}`. */
  readonly title: string;
  /** Headline where there is no rate. */
  readonly plainTitle: string;
  /** Explains the marks. */
  readonly marks: string;
  /** Title of the axis. */
  readonly customers: string;
  readonly movement: string;
  readonly kept: string;
  readonly returned: string;
  readonly new: string;
  readonly lost: string;
  /** What the picture shows, with the places `{periods}`, `{first}`, `{last}`, `{start}`, `{end}`, `{new}`, `{returned}` and `{lost}`. */
  readonly description: string;
}

/** Words of the charts of signals of churn. */
export interface ChurnChartLabels {
  /** Headline with the places `{predicted}` and `{observed}`. */
  readonly calibration: string;
  /** Headline with the place `{auc}`: the largest area under the curve. */
  readonly roc: string;
  /** Brier scores, with the places `{brier}` and `{share}`. */
  readonly brier: string;
  /** Title of the axis, with the place `{signal}`. */
  readonly predicted: string;
  readonly observed: string;
  readonly bin: string;
  readonly churned: string;
  readonly diagonal: string;
  readonly chance: string;
  readonly falseAlarms: string;
  readonly found: string;
  readonly signal: string;
  readonly threshold: string;
  /** What the pictures show, with the places `{customers}`, `{signal}` and `{figures}`. */
  readonly calibrationDescription: string;
  readonly rocDescription: string;
  /** A bin in words, with the places `{predicted}` and `{observed}`. */
  readonly figure: string;
}

/** Words of the charts of retention, survival and recurring revenue. */
export interface RetentionChartLabels {
  readonly customersCount: CountLabel;
  /** Title of a column or axis of numbers of customers. */
  readonly customers: string;
  /** With the place `{date}`. */
  readonly asOf: string;
  /** From a day or period to another, with the places `{from}` and `{to}`. */
  readonly span: string;
  /** What bands and bars of uncertainty are, with the place `{level}`. */
  readonly intervals: string;
  readonly lower: string;
  readonly upper: string;
  /** Titles of axes of calendar periods. */
  readonly periods: Readonly<Record<CalendarPeriod, string>>;
  /** The same for periods of one's own. */
  readonly period: string;
  readonly periodCount: CountLabel;
  /** Titles of axes of time. */
  readonly units: Readonly<Record<TimeUnit, string>>;
  /** The same where the unit is not told. */
  readonly time: string;
  /** Moments on such axes, with the place `{time}`. */
  readonly moments: Readonly<Record<TimeUnit, string>>;
  readonly moment: string;
  readonly cohorts: CohortChartLabels;
  readonly survival: SurvivalChartLabels;
  readonly incidence: IncidenceChartLabels;
  readonly revenue: RevenueChartLabels;
  readonly ledger: LedgerChartLabels;
  readonly churn: ChurnChartLabels;
}
