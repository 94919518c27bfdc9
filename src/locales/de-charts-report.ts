import type { ReportLabels } from "./chart-labels-report.ts";

export const deReport: ReportLabels = {
  figures: "Zahlen: {title}",
  noView: "Hier lässt sich noch nichts zeigen; den Grund nennt das Ende des Berichts.",
  withCurrency: "{heading} ({currency})",
  cumulativeRevenue: "kumulierter Umsatz",
};
