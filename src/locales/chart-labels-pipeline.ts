/** Words of a measure of the pipeline: money, or offers won. */
export interface PipelineMeasureLabels {
  /** Headline of the pipeline with `{expected}`. */
  readonly title: string;
  /** Headline of the forecast with `{expected}` and `{last}`, the last period. */
  readonly forecast: string;
  /** All that is open, and what is expected of it. */
  readonly all: string;
  readonly expected: string;
  /** What is expected from now to the end of a period. */
  readonly cumulative: string;
}

/** Words of the charts of the weighted pipeline and the forecast. */
export interface PipelineChartLabels {
  readonly value: PipelineMeasureLabels;
  readonly wins: PipelineMeasureLabels;
  /** `{offers}` (a count, or `worth`), `{limits}`, `{level}` and `{date}`. */
  readonly subtitle: string;
  /** `{offers}` (a count) and their `{value}`. */
  readonly worth: string;
  /** The forecast: `{offers}` (a count), `{level}` and `{date}`. */
  readonly forecastSubtitle: string;
  /** `{groups}`, a list of `group`. */
  readonly description: string;
  /** A group of the description: `{group}`, `{expected}`, `{limits}`. */
  readonly group: string;
  /** `{periods}`, a list of `group`, then `{cumulative}` and `{limits}` up to `{last}`. */
  readonly forecastDescription: string;
  /** Rows of the pipeline. */
  readonly open: string;
  readonly drafts: string;
  /** A period of which only the remainder is forecast. */
  readonly remainder: string;
  readonly full: string;
  /** From `{lower}` to `{upper}`. */
  readonly limits: string;
}
