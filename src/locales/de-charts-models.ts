import type { ModelChartLabels } from "./chart-labels-models.ts";

export const deModelCharts: ModelChartLabels = {
  customers: "Kunden",
};
