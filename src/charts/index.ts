export type { Chart, ChartPart, ChartRow, ChartTitle, ChartValue } from "./chart.ts";
export type { ChartOptions } from "./chart-options.ts";
export type { ChartTheme } from "./theme.ts";
