import type { ChartPart } from "./chart.ts";

/** A number in a tooltip, in a format of Vega such as `".1%"`. */
export function numberTip(field: string, title: string, format: string): ChartPart {
  return { field, type: "quantitative", title, format };
}

/** A text in a tooltip. */
export function textTip(field: string, title: string): ChartPart {
  return { field, type: "nominal", title };
}
