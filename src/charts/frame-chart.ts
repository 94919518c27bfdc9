import { type Chart, type ChartPart, type ChartRow, VEGA_LITE } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { chartConfig } from "./theme.ts";

/** The words of a chart where the caller gives none. */
export interface ChartWords {
  readonly title: string;
  /** `null` for none. */
  readonly subtitle: string | null;
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
}

/** A size in pixels that suits the chart. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Puts a plot into its frame: words, figures, size, colours and language. */
export function frameChart(
  plot: ChartPart,
  rows: readonly ChartRow[],
  words: ChartWords,
  size: ChartSize,
  options: CheckedChartOptions,
): Chart {
  return {
    ...framed(words, options),
    width: options.width ?? size.width,
    height: options.height ?? size.height,
    data: { values: rows },
    ...plot,
  };
}

/** The frame alone, for charts that are put together of several plots with data and sizes of their own. */
export function framed(words: ChartWords, options: CheckedChartOptions): Chart {
  const { theme, locale } = options;
  const subtitle = options.subtitle ?? words.subtitle ?? "";
  return {
    $schema: VEGA_LITE,
    title: { text: options.title ?? words.title, ...(subtitle === "" ? {} : { subtitle }) },
    description: words.description,
    config: chartConfig(theme, locale),
  };
}
