import type { OfferChartLabels } from "./chart-labels-offers.ts";

export const deOfferCharts: OfferChartLabels = {
  customers: "Kunden",
};
