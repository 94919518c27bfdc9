import type { CustomerChartLabels } from "./chart-labels-customers.ts";

export const deCustomerCharts: CustomerChartLabels = {
  customers: "Kunden",
};
