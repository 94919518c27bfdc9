import type { PurchaseHistory } from "../models/purchase-histories.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { TimeUnit } from "../time/unit.ts";
import { cellInk } from "./cell-ink.ts";
import type { Chart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";

/** A history and what a model says of it. */
export interface MatrixCell extends PurchaseHistory {
  readonly value: number;
}

/** What a matrix says, and how. */
export interface MatrixPlan {
  readonly cells: readonly MatrixCell[];
  readonly unit: TimeUnit;
  /** Name of the figure. */
  readonly figure: string;
  /** How a figure stands in its cell. */
  readonly text: (value: number) => string;
  /** How Vega writes it in the legend. */
  readonly format: string;
  /** The strongest colour. */
  readonly most: number;
  readonly words: ChartWords;
}

/** A heat map of histories: repeat purchases to the right, age at the last one upwards, the figure as colour and as text. */
export function historyMatrix(plan: MatrixPlan, options: CheckedChartOptions): Chart {
  const { locale, palette } = options;
  const { alive, units } = locale.charts.models;
  const unit = units[plan.unit];
  const titles = {
    recency: fillTemplate(alive.recency, { unit }),
    silence: fillTemplate(alive.silence, { unit }),
  };
  const rows = plan.cells.map(({ frequency, recency, T, value }): ChartRow => {
    const age = formatNumber(recency, decimalsOf(recency), locale.format);
    const silence = Number((T - recency).toPrecision(12));
    return { frequency, recency, age, silence, value, text: plan.text(value) };
  });
  const columns = 1 + Math.max(...plan.cells.map(({ frequency }) => frequency));
  const ages = [...new Set(rows.map(({ age }) => String(age)))].reverse();
  const height = ages.length * 24;
  const plot = {
    encoding: {
      x: {
        field: "frequency",
        type: "ordinal",
        title: alive.frequency,
        axis: { labelAngle: 0, domain: false, ticks: false },
      },
      y: {
        field: "age",
        type: "ordinal",
        title: titles.recency,
        scale: { domain: ages },
        axis: { domain: false, ticks: false },
      },
      tooltip: [
        { field: "frequency", type: "quantitative", title: alive.frequency, format: ",.0f" },
        { field: "age", type: "nominal", title: titles.recency },
        { field: "silence", type: "quantitative", title: titles.silence, format: ",.4~f" },
        { field: "text", type: "nominal", title: plan.figure },
      ],
    },
    layer: [
      {
        mark: { type: "rect", stroke: palette.ground, strokeWidth: 1 },
        encoding: {
          color: {
            field: "value",
            type: "quantitative",
            title: plan.figure,
            scale: { domain: [0, plan.most], range: [palette.few, palette.many] },
            legend: {
              format: plan.format,
              gradientLength: Math.min(180, options.height ?? height),
              titleLimit: 260,
            },
          },
        },
      },
      {
        mark: { type: "text", fontSize: 11, aria: false },
        encoding: {
          text: { field: "text", type: "nominal" },
          color: cellInk(`datum.value / ${plan.most}`, options),
        },
      },
    ],
  };
  return frameChart(plot, rows, plan.words, { width: columns * 44, height }, options);
}

/** Whole ages without decimals. */
export function decimalsOf(age: number): number {
  return Number.isInteger(age) ? 0 : 1;
}
