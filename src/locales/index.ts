export type { ChartLabels } from "./chart-labels.ts";
export type { CustomerChartLabels } from "./chart-labels-customers.ts";
export type { ModelChartLabels } from "./chart-labels-models.ts";
export type { OfferChartLabels } from "./chart-labels-offers.ts";
export type { RetentionChartLabels } from "./chart-labels-retention.ts";
export { de } from "./de.ts";
export { en } from "./en.ts";
export type { Locale, Term } from "./locale.ts";
