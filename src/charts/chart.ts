/** Anything a chart is made of: plain data. */
export type ChartValue = string | number | boolean | null | readonly ChartValue[] | ChartPart;

/** A part of a chart, such as an axis or a scale. */
export interface ChartPart {
  readonly [name: string]: ChartValue | undefined;
}

/** The words above a chart. */
export interface ChartTitle extends ChartPart {
  readonly text: string;
  readonly subtitle?: string;
}

/**
 * A chart as a Vega-Lite specification: plain data with the figures inside, which any renderer of Vega-Lite 6 draws.
 *
 * It can be printed, stored and sent. The library draws nothing itself; hand the chart to `vega-embed` in a page, to `vega-lite` and `vega` on a server, or
 * to a notebook.
 */
export interface Chart extends ChartPart {
  /** Version of the language. */
  readonly $schema: string;
  readonly title: ChartTitle;
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
}

/** A row of the figures inside a chart. */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

/** The language of the specifications. */
export const VEGA_LITE: string = "https://vega.github.io/schema/vega-lite/v6.json";
