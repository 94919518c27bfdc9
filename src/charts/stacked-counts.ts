import type { ChartPart, ChartRow } from "./chart.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** A number of one kind in one period. */
export interface CountRow extends ChartRow {
  readonly period: string;
  readonly kind: string;
  /** Its place in the bar, from the bottom up. */
  readonly place: number;
  readonly count: number;
}

/** What a panel of stacked numbers needs besides the numbers. */
export interface CountPanel {
  readonly kinds: readonly string[];
  readonly colours: readonly string[];
  /** Axis of periods. */
  readonly x: ChartPart;
  /** What is counted, and what tells the parts of a bar apart. */
  readonly title: string;
  readonly kindTitle: string;
  readonly periodTitle: string;
  readonly width: number;
  readonly height: number;
}

/** Bars of numbers by period, each stacked by kind in the order of the legend. */
export function countPanel(values: readonly CountRow[], panel: CountPanel): ChartPart {
  const { kinds, colours, x, title, kindTitle, periodTitle, width, height } = panel;
  return {
    data: { values },
    width,
    height,
    mark: { type: "bar" },
    encoding: {
      x,
      y: {
        field: "count",
        type: "quantitative",
        title,
        axis: { format: ",.0f", tickCount: 3, tickMinStep: 1, domain: false, ticks: false },
      },
      color: {
        field: "kind",
        type: "nominal",
        title: null,
        scale: { domain: kinds, range: colours },
        legend: { orient: "bottom", direction: "horizontal", labelLimit: 0 },
      },
      order: { field: "place", type: "quantitative" },
      tooltip: [
        textTip("period", periodTitle),
        textTip("kind", kindTitle),
        numberTip("count", title, ",.0f"),
      ],
    },
  };
}
