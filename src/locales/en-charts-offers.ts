import type { OfferChartLabels } from "./chart-labels-offers.ts";

export const enOfferCharts: OfferChartLabels = {
  customers: "customers",
};
