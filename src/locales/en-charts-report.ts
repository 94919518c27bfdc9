import type { ReportLabels } from "./chart-labels-report.ts";

export const enReport: ReportLabels = {
  figures: "Figures: {title}",
  noView: "Nothing can be shown here yet; the end of the report says why.",
  withCurrency: "{heading} ({currency})",
  cumulativeRevenue: "cumulative revenue",
};
