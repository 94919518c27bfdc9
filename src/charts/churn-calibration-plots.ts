import { fillTemplate } from "../text/text-format.ts";
import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { diagonal } from "./diagonal.ts";
import { shareAxis } from "./share-axis.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

const WIDTH = 420;
const HEIGHT = 340;
const BARS = 80;

/** Observed against predicted, and below how many customers are in each bin; `signal` is the name of what predicts. */
export function calibrationPlots(
  rows: readonly ChartRow[],
  signal: string,
  checked: CheckedChartOptions,
): readonly ChartPart[] {
  const { locale, palette, width, height } = checked;
  const { churn: words, customers, lower, upper } = locale.charts.retention;
  const strong = palette.categories[0] ?? palette.text;
  const predicted = fillTemplate(words.predicted, { signal });
  const x = shareAxis("predicted", predicted, 1);
  const y = shareAxis("observed", words.observed, 1);
  const tooltip = [
    textTip("bin", words.bin),
    numberTip("customers", customers, ",.0f"),
    numberTip("churned", words.churned, ",.0f"),
    numberTip("predicted", predicted, ".1%"),
    numberTip("observed", words.observed, ".1%"),
    numberTip("lower", lower, ".1%"),
    numberTip("upper", upper, ".1%"),
  ];
  const some = [{ filter: "datum.customers > 0" }];
  return [
    {
      width: width ?? WIDTH,
      height: height ?? HEIGHT,
      data: { values: rows },
      layer: [
        ...diagonal(x, y, words.diagonal, palette),
        {
          transform: some,
          mark: { type: "rule", color: strong, strokeWidth: 1.5, aria: false },
          encoding: { x, y: { ...y, field: "lower" }, y2: { field: "upper" } },
        },
        { transform: some, mark: { type: "point", color: strong, opacity: 1 }, encoding: { x, y, tooltip } },
      ],
    },
    {
      width: width ?? WIDTH,
      height: BARS,
      data: { values: rows },
      mark: { type: "rect", color: palette.quiet, stroke: palette.ground, strokeWidth: 1 },
      encoding: {
        x: shareAxis("from", predicted, 1),
        x2: { field: "to" },
        y: {
          field: "customers",
          type: "quantitative",
          title: customers,
          scale: { domainMin: 0, nice: true },
          axis: { format: ",.0f", tickCount: 3, domain: false, ticks: false },
        },
        y2: { datum: 0 },
        tooltip,
      },
    },
  ];
}
