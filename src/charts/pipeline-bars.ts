import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import type { MeasureAmounts, PipelineMeasure } from "./pipeline-measure.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** A group of offers, and what is expected of it. */
export interface PipelineBar extends ChartRow {
  readonly group: string;
  /** All that is open, in the measure. */
  readonly all: number | null;
  readonly expected: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly offers: number;
  /** Expected, with the limits. */
  readonly text: string;
}

/** Wide pale bars of all that is open, narrow strong ones of what is expected, and its limits. */
export function pipelineBars(
  bars: readonly PipelineBar[],
  measure: PipelineMeasure,
  { format }: MeasureAmounts,
  { palette, locale }: CheckedChartOptions,
): ChartPart {
  const { pipeline, terms } = locale.charts.offers;
  const labels = pipeline[measure];
  const names = bars.map(({ group }) => group);
  const colour = palette.categories[0] ?? palette.text;
  const y = {
    field: "group",
    type: "nominal",
    sort: null,
    title: null,
    scale: { domain: names, padding: 0.3 },
    axis: { domain: false, ticks: false, labelPadding: 8 },
  };
  const x = (field: string): ChartPart => ({
    field,
    type: "quantitative",
    title: measure === "value" ? pipeline.value.all : terms.offers,
    scale: { zero: true },
    axis: {
      format: measure === "value" ? format : ",.0f",
      tickMinStep: measure === "value" ? 0 : 1,
      labelOverlap: true,
      tickCount: 5,
      grid: false,
    },
  });
  const color = (name: string): ChartPart => ({
    datum: name,
    type: "nominal",
    title: null,
    scale: { domain: [labels.all, labels.expected], range: [palette.quiet, colour] },
    legend: { orient: "top", labelLimit: 0 },
  });
  const known = [{ filter: "isValid(datum.expected)" }];
  const tooltip = [
    textTip("group", terms.group),
    numberTip("offers", terms.offers, ",.0f"),
    numberTip("all", labels.all, format),
    numberTip("expected", labels.expected, format),
    numberTip("lower", terms.lower, format),
    numberTip("upper", terms.upper, format),
  ];
  return {
    layer: [
      { mark: { type: "bar" }, encoding: { y, x: x("all"), color: color(labels.all), tooltip } },
      {
        transform: known,
        mark: { type: "bar", height: { band: 0.5 } },
        encoding: { y, x: x("expected"), color: color(labels.expected), tooltip },
      },
      {
        transform: known,
        mark: { type: "rule", color: palette.text, strokeWidth: 2 },
        encoding: { y, x: x("lower"), x2: { field: "upper" } },
      },
      {
        mark: { type: "text", align: "left", dx: 6 },
        encoding: { y, x: x("all"), text: { field: "text" } },
      },
    ],
  };
}
