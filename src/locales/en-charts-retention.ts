import type { RetentionChartLabels } from "./chart-labels-retention.ts";

export const enRetentionCharts: RetentionChartLabels = {
  customers: "customers",
};
