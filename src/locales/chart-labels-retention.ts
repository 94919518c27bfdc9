/** Words of the charts of retention, survival and recurring revenue. */
export interface RetentionChartLabels {
  /** The unit of a number of customers. */
  readonly customers: string;
}
