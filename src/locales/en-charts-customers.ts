import type { CustomerChartLabels } from "./chart-labels-customers.ts";

export const enCustomerCharts: CustomerChartLabels = {
  customers: "customers",
};
