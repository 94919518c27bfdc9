import type { Chart, ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { type ChartWords, framed } from "./frame-chart.ts";

/** A plot with its figures and size, and the words for it: a chart once it is framed, or a part of a page of several. */
export interface Drawing {
  readonly words: ChartWords;
  readonly part: ChartPart;
}

export function drawnChart({ words, part }: Drawing, options: CheckedChartOptions): Chart {
  return { ...framed(words, options), ...part };
}
