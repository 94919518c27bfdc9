/** Words of the report of an audit. */
export interface ReportLabels {
  /** Opens the table of a chart: `{title}`. */
  readonly figures: string;
  /** Stands below the heading of a view that the audit could not make. */
  readonly noView: string;
  /** The heading of a column of amounts: `{heading}` and `{currency}`. */
  readonly withCurrency: string;
  readonly cumulativeRevenue: string;
}
