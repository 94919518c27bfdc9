/** Words of the charts of offers, satisfaction and the audit. */
export interface OfferChartLabels {
  /** The unit of a number of customers. */
  readonly customers: string;
}
