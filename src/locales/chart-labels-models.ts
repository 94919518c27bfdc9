import type { CountLabel } from "../text/count-label.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { ValueChartLabels } from "./chart-labels-values.ts";

/** Words of the charts of models and lifetime value. */
export interface ModelChartLabels {
  /** What came. */
  readonly actual: string;
  /** What a model expects. */
  readonly expected: string;
  /** What was observed of a share. */
  readonly observed: string;
  /** What a model says of a share. */
  readonly fitted: string;
  readonly purchases: string;
  readonly customers: CountLabel;
  /** Stands above the axis of a number of customers. */
  readonly numberOfCustomers: string;
  /** So many periods. */
  readonly periods: Readonly<Record<CalendarPeriod, CountLabel>>;
  /** Units of an axis of time. */
  readonly units: Readonly<Record<CalendarPeriod, string>>;
  /** Names an axis of what happens per period, such as `Per week`. */
  readonly perPeriod: Readonly<Record<CalendarPeriod | "unknown", string>>;
  /** From a day to another: places `{from}` and `{until}`. */
  readonly span: string;
  /** So many and more: place `{number}`. */
  readonly orMore: string;
  readonly tracking: TrackingChartLabels;
  readonly alive: AliveChartLabels;
  readonly calibration: CalibrationChartLabels;
  readonly frequency: FrequencyChartLabels;
  readonly contract: ContractChartLabels;
  readonly values: ValueChartLabels;
}

/** Words of the chart of actual and expected repeat purchases. */
export interface TrackingChartLabels {
  readonly title: string;
  /** If only the expectation is known. */
  readonly titleExpected: string;
  /** Places `{model}`, `{customers}`, `{actual}`, `{expected}` and `{change}`. */
  readonly subtitle: string;
  /** Places `{from}` and `{until}`, the first and last period's last days, and `{expected}`. */
  readonly subtitleExpected: string;
  readonly cumulative: string;
  readonly end: string;
  readonly holdout: string;
  /** Places as in the subtitle, and `{split}` and `{until}`. */
  readonly description: string;
}

/** Words of the matrices of frequency and recency, and of the history of one customer. */
export interface AliveChartLabels {
  readonly probability: string;
  readonly title: string;
  /** Place `{horizon}`. */
  readonly purchasesTitle: string;
  readonly expectedPurchases: string;
  /** Places `{model}` and `{age}`. */
  readonly subtitle: string;
  readonly frequency: string;
  /** Place `{unit}`. */
  readonly recency: string;
  /** Place `{unit}`. */
  readonly silence: string;
  /** Places `{age}`, `{least}`, `{leastAt}`, `{most}` and `{mostAt}`. */
  readonly description: string;
  /** Places `{age}`, `{horizon}`, `{least}`, `{leastAt}`, `{most}` and `{mostAt}`. */
  readonly purchasesDescription: string;
  /** A cell: places `{frequency}` and `{recency}`. */
  readonly cell: string;
  /** Place `{customer}`. */
  readonly historyTitle: string;
  /** Places `{model}`, `{purchases}`, `{asOf}` and `{probability}`. */
  readonly historySubtitle: string;
  readonly day: string;
  readonly purchase: CountLabel;
  /** Places `{customer}`, `{purchases}`, `{from}`, `{asOf}`, `{probability}` and `{lowest}`. */
  readonly historyDescription: string;
}

/** Words of the chart that holds purchases in the holdout against the forecast. */
export interface CalibrationChartLabels {
  readonly title: string;
  /** Places `{model}`, `{customers}`, `{actual}`, `{expected}` and `{change}`. */
  readonly subtitle: string;
  readonly frequency: string;
  readonly perCustomer: string;
  readonly probability: string;
  readonly shareBuying: string;
  readonly perfect: string;
  /** Places of the subtitle, and `{from}`, `{until}`, `{buyers}` and `{expectedBuyers}`. */
  readonly description: string;
}

/** Words of the chart of customers by number of repeat purchases. */
export interface FrequencyChartLabels {
  readonly title: string;
  /** Places `{model}`, `{customers}` and `{asOf}`. */
  readonly subtitle: string;
  /** Places `{model}` and `{customers}`. */
  readonly subtitleWithoutDay: string;
  readonly frequency: string;
  /** Places `{customers}`, `{actualNone}` and `{expectedNone}`: those without a repeat purchase. */
  readonly description: string;
}

/** Words of the chart of a model of retention. */
export interface ContractChartLabels {
  readonly title: string;
  /** Places `{model}`, `{customers}` and `{level}`. */
  readonly subtitle: string;
  /** If nothing was observed: place `{model}`. */
  readonly subtitleFitted: string;
  /** Place `{unit}`. */
  readonly period: string;
  readonly survival: string;
  readonly retention: string;
  readonly projection: string;
  readonly atRisk: string;
  readonly interval: string;
  /** Places `{model}`, `{period}` and `{survival}`, of the last period shown. */
  readonly description: string;
  /** Appended to the description: places `{period}`, `{observed}` and `{fitted}`, of the last period observed. */
  readonly observedDescription: string;
}
