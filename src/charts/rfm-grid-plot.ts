import { cellInk } from "./cell-ink.ts";
import type { ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { type AnyRfm, hasFmScore } from "./rfm-grid-cells.ts";

/**
 * Cells with their figure and segment.
 *
 * @param most - The largest figure, for the end of the scale.
 * @param amount - How Vega writes revenue.
 */
export function rfmGridPlot(
  rfm: AnyRfm,
  colour: "customers" | "revenue",
  most: number,
  amount: string,
  options: CheckedChartOptions,
): ChartPart {
  const { locale, palette } = options;
  const words = locale.charts.customers.rfmGrid;
  const vertical = hasFmScore(rfm) ? words.frequencyMonetary : words.frequency;
  const formats = { customers: ",.0f", revenue: amount };
  const axis = { labelAngle: 0, domain: false, ticks: false };
  const ink = cellInk("datum.depth", options);
  return {
    encoding: {
      x: { field: "recency", type: "ordinal", title: words.recency, axis },
      y: { field: "vertical", type: "ordinal", title: vertical, sort: "descending", axis },
      tooltip: [
        { field: "segment", type: "nominal", title: words.segment },
        { field: "recency", type: "ordinal", title: words.recency },
        { field: "vertical", type: "ordinal", title: vertical },
        { field: "customers", type: "quantitative", title: words.customers, format: formats.customers },
        { field: "revenue", type: "quantitative", title: words.revenue, format: formats.revenue },
      ],
    },
    layer: [
      {
        mark: { type: "rect", stroke: palette.ground, strokeWidth: 2 },
        encoding: {
          color: {
            field: colour,
            type: "quantitative",
            title: words[colour],
            scale: {
              domain: [0, most > 0 ? most : 1],
              range: [palette.few, palette.many],
              interpolate: "rgb",
              clamp: true,
            },
            legend: { format: formats[colour], gradientLength: 160 },
          },
        },
      },
      {
        mark: { type: "text", dy: -26, fontWeight: "bold", fontSize: 14 },
        encoding: {
          text: { field: colour, type: "quantitative", format: formats[colour] },
          color: ink,
        },
      },
      {
        mark: { type: "text", lineBreak: "\n", lineHeight: 13, fontSize: 11, baseline: "top", dy: -15 },
        encoding: { text: { field: "text", type: "nominal" }, color: ink },
      },
    ],
  };
}
