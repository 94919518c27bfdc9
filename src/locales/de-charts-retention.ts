import type { RetentionChartLabels } from "./chart-labels-retention.ts";

export const deRetentionCharts: RetentionChartLabels = {
  customers: "Kunden",
};
