import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";

/** Shares that bought by expected probability, with the diagonal on which they should lie. */
export function reliabilityPanel(
  rows: readonly ChartRow[],
  { locale, palette, width, height }: CheckedChartOptions,
): ChartPart {
  const labels = locale.charts.models;
  const { probability, shareBuying, perfect } = labels.calibration;
  const axis = (field: string, title: string): ChartPart => ({
    field,
    type: "quantitative",
    title,
    scale: { domain: [0, 1] },
    axis: { format: ".0%", tickCount: 5 },
  });
  const ends = [
    { expected: 0, actual: 0 },
    { expected: 1, actual: 1 },
  ];
  const largest = rows.reduce((most, { customers }) => Math.max(most, customers as number), 1);
  const x = axis("expected", probability);
  const y = axis("actual", shareBuying);
  return {
    width: width ?? 280,
    height: height ?? 280,
    layer: [
      {
        data: { values: ends },
        mark: { type: "line", color: palette.muted, strokeDash: [2, 2], strokeWidth: 1 },
        encoding: { x, y },
      },
      {
        // Hardly anybody stands in that corner: those who were expected to buy and did not.
        data: { values: [{ expected: 1, actual: 0, label: `··· ${perfect}` }] },
        mark: {
          type: "text",
          align: "right",
          baseline: "bottom",
          dx: -4,
          dy: -4,
          fontSize: 11,
          color: palette.muted,
        },
        encoding: { x, y, text: { field: "label", type: "nominal" } },
      },
      {
        data: { values: rows },
        mark: { type: "circle", color: palette.categories[0], opacity: 0.85 },
        encoding: {
          x,
          y,
          size: {
            field: "customers",
            type: "quantitative",
            title: labels.numberOfCustomers,
            scale: { range: [20, 500], zero: true },
            legend: {
              format: ",.0f",
              symbolFillColor: palette.categories[0],
              symbolStrokeWidth: 0,
              values: [...new Set([Math.ceil(largest / 10), Math.ceil(largest / 2), largest])],
            },
          },
          tooltip: [
            { field: "expected", type: "quantitative", title: probability, format: ".1%" },
            { field: "actual", type: "quantitative", title: shareBuying, format: ".1%" },
            { field: "customers", type: "quantitative", title: labels.numberOfCustomers, format: ",.0f" },
          ],
        },
      },
    ],
  };
}
