/** Words of the charts of satisfaction. */
export interface SatisfactionChartLabels {
  /** `{measure}` and `{score}`. */
  readonly title: string;
  /** The same over time. */
  readonly overTime: string;
  /** `{answers}` (a count), `{asked}`, and `{level}`. */
  readonly subtitle: string;
  /** `{groups}`, a list of `group`. */
  readonly description: string;
  /** `{group}`, `{score}`, `{limits}`, `{answers}` (a count). */
  readonly group: string;
  /** `{first}`, `{last}`, `{least}` and `{most}`. */
  readonly overTimeDescription: string;
  /** Axis of shares, and of the score. */
  readonly share: string;
  readonly score: string;
  /** Axis and tooltips of answers by number. */
  readonly answers: string;
  /** Tooltips: the kind of answer. */
  readonly band: string;
  /** The row of all answers where there are no groups, or below them. */
  readonly all: string;
}
