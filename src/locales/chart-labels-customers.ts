import type { CountLabel } from "../text/count-label.ts";

/** The words above a chart, and what it shows for those who cannot see it; all are templates with places. */
type Captions<More extends string = never> = Readonly<
  Record<"title" | "subtitle" | "description" | More, string>
>;

/** The ABC curve. */
export interface ParetoChartLabels extends Captions {
  /** Places `{class} {customers} {shareOfCustomers} {shareOfValue} {value}`. */
  readonly classText: string;
  readonly shareOfCustomers: string;
  /** Place `{value}`. */
  readonly shareOfValue: string;
}

/** The Lorenz curve. */
export interface LorenzChartLabels extends Captions {
  readonly shareOfCustomers: string;
  /** Place `{value}`. */
  readonly shareOfValue: string;
  readonly equality: string;
  /** Place `{gini}`. */
  readonly gini: string;
}

/** The grid of RFM. */
export interface RfmGridChartLabels extends Captions<"plainTitle" | "window" | "day" | "rows"> {
  readonly recency: string;
  readonly frequencyMonetary: string;
  readonly frequency: string;
  readonly customers: string;
  readonly revenue: string;
  readonly segment: string;
  /** Stands in a cell whose customers are of several segments. */
  readonly several: string;
}

/** Segments beside each other. */
export interface SegmentBarsChartLabels extends Captions<"customersTitle" | "customersOnly"> {
  readonly segment: string;
  readonly noSegment: string;
  readonly share: string;
}

/** Lifecycle classes of one day, or of several. */
export interface ClassSharesChartLabels
  extends Captions<"overTimeTitle" | "overTimeSubtitle" | "overTimeDescription"> {
  readonly active: string;
  readonly inactive: string;
  readonly activity: string;
  /** Places `{customers} {share}`. */
  readonly barText: string;
}

/** From class to class. */
export interface ClassMovementsChartLabels extends Captions {
  /** Place `{date}`. */
  readonly from: string;
  /** Place `{date}`. */
  readonly to: string;
  readonly shareOfRow: string;
}

/** Four fields of customers. */
export interface PortfolioChartLabels extends Captions<"plainSubtitle" | "valuedDescription"> {
  /** Place `{share}`. */
  readonly ofCustomers: string;
  /** Places `{share} {value}`. */
  readonly ofValue: string;
  readonly fields: string;
}

/** Key accounts and what they bring together. */
export interface KeyAccountsChartLabels extends Captions {
  readonly others: string;
  readonly keyAccounts: string;
  /** Place `{value}`. */
  readonly shareOfValue: string;
  readonly cumulative: string;
  /** Places `{share} {reason}`. */
  readonly strategicText: string;
  readonly rank: string;
}

/** What clusters are like. */
export interface ClusterProfileChartLabels extends Captions<"profileDescription"> {
  /** Places `{cluster}`. */
  readonly cluster: string;
  readonly clusters: string;
  readonly feature: string;
  readonly centre: string;
  readonly mean: string;
  /** Heading of the colours: standard deviations from the mean of all. */
  readonly deviation: string;
  /** Heading of the colours: times the mean of all. */
  readonly index: string;
}

/** From segment to segment. */
export interface MigrationChartLabels extends Captions<"orderedSubtitle"> {
  readonly from: string;
  readonly to: string;
  readonly shareOfRow: string;
}

/** Words of the charts of classes, segments, key accounts and the Pareto principle. */
export interface CustomerChartLabels {
  /** A number of customers with its word. */
  readonly count: CountLabel;
  /** What a value is called unless the caller says so. */
  readonly value: string;
  readonly pareto: ParetoChartLabels;
  readonly lorenz: LorenzChartLabels;
  readonly rfmGrid: RfmGridChartLabels;
  readonly segmentBars: SegmentBarsChartLabels;
  readonly classShares: ClassSharesChartLabels;
  readonly classMovements: ClassMovementsChartLabels;
  readonly portfolio: PortfolioChartLabels;
  readonly keyAccounts: KeyAccountsChartLabels;
  readonly clusterProfile: ClusterProfileChartLabels;
  readonly migration: MigrationChartLabels;
}
