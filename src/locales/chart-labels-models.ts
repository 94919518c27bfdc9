/** Words of the charts of models and lifetime value. */
export interface ModelChartLabels {
  /** The unit of a number of customers. */
  readonly customers: string;
}
