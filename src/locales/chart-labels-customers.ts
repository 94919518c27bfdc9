/** Words of the charts of classes, segments, key accounts and the Pareto principle. */
export interface CustomerChartLabels {
  /** The unit of a number of customers. */
  readonly customers: string;
}
