import type { ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";

/** Bars of each segment, a bar for each measure. */
export function segmentBarsPlot(
  names: readonly string[],
  measures: readonly string[],
  domain: readonly [number, number],
  { locale, palette }: CheckedChartOptions,
): ChartPart {
  const words = locale.charts.customers.segmentBars;
  const across = (field: string): ChartPart => ({
    field,
    type: "quantitative",
    title: words.share,
    scale: { domain, nice: false },
    axis: { format: ".0%", tickCount: 5 },
  });
  return {
    encoding: {
      y: {
        field: "segment",
        type: "ordinal",
        title: null,
        scale: { domain: names, paddingInner: 0.25 },
        axis: { ticks: false, domain: false, labelLimit: 400 },
      },
      yOffset: { field: "measure", type: "nominal", scale: { domain: measures } },
      tooltip: [
        { field: "segment", type: "nominal", title: words.segment },
        { field: "measure", type: "nominal", title: words.share },
        { field: "share", type: "quantitative", title: words.share, format: ".1%" },
        { field: "figureText", type: "nominal", title: locale.terms.total },
      ],
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          x: across("share"),
          color: {
            field: "measure",
            type: "nominal",
            title: null,
            scale: { domain: measures, range: palette.categories.slice(0, 2) },
            legend: { orient: "top", symbolType: "square" },
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 4, fontSize: 11 },
        encoding: { x: across("textAt"), text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
