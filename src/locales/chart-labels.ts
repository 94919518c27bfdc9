import type { CustomerChartLabels } from "./chart-labels-customers.ts";
import type { ModelChartLabels } from "./chart-labels-models.ts";
import type { OfferChartLabels } from "./chart-labels-offers.ts";
import type { ReportLabels } from "./chart-labels-report.ts";
import type { RetentionChartLabels } from "./chart-labels-retention.ts";

/** The words of charts: headlines, axes, legends and what a picture shows. */
export interface ChartLabels {
  readonly retention: RetentionChartLabels;
  readonly customers: CustomerChartLabels;
  readonly models: ModelChartLabels;
  readonly offers: OfferChartLabels;
  readonly report: ReportLabels;
}
