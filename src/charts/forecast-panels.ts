import { alignedPeriods } from "./aligned-periods.ts";
import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import type { PipelineMeasure } from "./pipeline-measure.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** A period of the forecast. */
export interface ForecastRow extends ChartRow {
  readonly period: string;
  /** Whether it is a whole period. */
  readonly extent: string;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** From now to the end of the period. */
  readonly sum: number;
  readonly sumLower: number;
  readonly sumUpper: number;
}

const WIDTH = 520;
const HEIGHT = 200;
const SUM_TO_PERIODS = 0.8;

/** Bars with limits, and below them the sum with a band. */
export function forecastPanels(
  values: readonly ForecastRow[],
  measure: PipelineMeasure,
  format: string,
  { palette, locale, width: wide, height: high }: CheckedChartOptions,
): ChartPart {
  const { pipeline, terms } = locale.charts.offers;
  const labels = pipeline[measure];
  const width = wide ?? WIDTH;
  const height = high ?? HEIGHT;
  const periods = values.map(({ period }) => period);
  const colour = palette.categories[0] ?? palette.text;
  const extents = [pipeline.full, pipeline.remainder].filter((name) =>
    values.some(({ extent }) => extent === name),
  );
  const fills = { [pipeline.full]: colour, [pipeline.remainder]: palette.ground };
  const y = (field: string, title: string): ChartPart => ({
    field,
    type: "quantitative",
    title,
    scale: { zero: true },
    axis: { format: measure === "value" ? format : ",.0f", tickCount: 4, domain: false, ticks: false },
  });
  const limits = (lower: string, upper: string): readonly ChartPart[] => [
    numberTip(lower, terms.lower, format),
    numberTip(upper, terms.upper, format),
  ];
  const period = textTip("period", terms.period);
  const barTip = [period, numberTip("expected", labels.expected, format), ...limits("lower", "upper")];
  const sumTip = [period, numberTip("sum", labels.cumulative, format), ...limits("sumLower", "sumUpper")];
  const upperX = alignedPeriods(terms.period, periods, false);
  const x = alignedPeriods(terms.period, periods);
  const fill = {
    field: "extent",
    type: "nominal",
    title: null,
    scale: { domain: extents, range: extents.map((name) => fills[name] ?? colour) },
    legend:
      extents.length < 2
        ? null
        : { orient: "top", labelLimit: 0, symbolStrokeColor: colour, symbolStrokeWidth: 2 },
  };
  const bars = {
    width,
    height,
    layer: [
      {
        mark: { type: "bar", stroke: colour, strokeWidth: 2 },
        encoding: { x: upperX, y: y("expected", labels.expected), fill, tooltip: barTip },
      },
      {
        mark: { type: "rule", color: palette.text, strokeWidth: 2 },
        encoding: { x: upperX, y: y("lower", labels.expected), y2: { field: "upper" } },
      },
    ],
  };
  const sum = y("sum", labels.cumulative);
  const sums = {
    width,
    height: Math.round(height * SUM_TO_PERIODS),
    layer: [
      {
        mark: { type: "area", opacity: 0.2, color: colour },
        encoding: { x, y: { ...sum, field: "sumLower" }, y2: { field: "sumUpper" } },
      },
      { mark: { type: "line", color: colour }, encoding: { x, y: sum } },
      { mark: { type: "point", color: colour, opacity: 1 }, encoding: { x, y: sum, tooltip: sumTip } },
    ],
  };
  return { data: { values }, vconcat: [bars, sums], spacing: 12 };
}
