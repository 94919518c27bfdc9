import type { ModelChartLabels } from "./chart-labels-models.ts";

export const enModelCharts: ModelChartLabels = {
  customers: "customers",
};
