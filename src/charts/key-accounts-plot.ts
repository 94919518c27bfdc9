import { fillTemplate } from "../text/text-format.ts";
import type { ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";

/** Bars of shares and the line of the cumulative share, on one axis. */
export function keyAccountsPlot(
  names: readonly string[],
  value: string,
  amount: string,
  { locale, palette }: CheckedChartOptions,
): ChartPart {
  const words = locale.charts.customers.keyAccounts;
  const { terms } = locale;
  const title = fillTemplate(words.shareOfValue, { value });
  const [first = palette.text, second = palette.muted] = palette.categories;
  const across = (field: string): ChartPart => ({
    field,
    type: "quantitative",
    title,
    scale: { zero: true },
    axis: { format: ".0%", tickCount: 6 },
  });
  return {
    encoding: {
      y: {
        field: "customer",
        type: "ordinal",
        title: null,
        scale: { domain: names },
        axis: { ticks: false, domain: false, labelLimit: 400 },
      },
      tooltip: [
        { field: "customer", type: "nominal", title: terms.customer },
        { field: "rank", type: "quantitative", title: words.rank, format: ",.0f" },
        { field: "kind", type: "nominal", title: terms.class },
        { field: "value", type: "quantitative", title: value, format: amount },
        { field: "share", type: "quantitative", title, format: ".1%" },
        { field: "cumulativeShare", type: "quantitative", title: words.cumulative, format: ".1%" },
      ],
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          x: across("share"),
          color: {
            field: "kind",
            type: "nominal",
            title: null,
            scale: { domain: [words.keyAccounts, words.others], range: [first, palette.quiet] },
            legend: { orient: "top", symbolType: "square" },
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 7, fontSize: 11 },
        encoding: { x: across("textAt"), text: { field: "text", type: "nominal" } },
      },
      {
        mark: {
          type: "line",
          color: second,
          strokeWidth: 2,
          point: { color: second, size: 36, filled: true },
          orient: "vertical",
        },
        encoding: { x: across("cumulativeShare") },
      },
      {
        transform: [{ filter: `datum.customer === ${JSON.stringify(names.at(-1) ?? "")}` }],
        mark: { type: "text", align: "right", dx: -8, fontSize: 11, color: second },
        encoding: {
          x: across("cumulativeShare"),
          text: { value: words.cumulative },
        },
      },
    ],
  };
}
