/**
 * How long somebody was observed, and whether the event (leaving, deciding, buying) ended it.
 *
 * Further fields are left alone, so that rows of any kind with these fields can be passed.
 */
export interface ObservedDuration {
  /** Time from the start to the event or to the end of observation: a finite number above 0, in any unit, the same for all. */
  readonly duration: number;
  /** Whether the event happened (`true` or 1), or was still to come when observation ended (`false` or 0: censored). */
  readonly event: boolean | 0 | 1;
  /**
   * Time since the start at which observation began (left truncation), 0 or more and below `duration`; default 0. Somebody counts as at risk
   * in (entry, duration]: whoever had the event before could not have been in the data.
   */
  readonly entry?: number;
  /** For how many the row stands (default 1): a frequency, so weight 3 is the same as three such rows; 0 is the same as none. */
  readonly weight?: number;
}

/** Durations column by column; all columns have the same length. They are read only. */
export interface DurationColumns {
  /** Finite numbers above 0, in any unit, the same for all. */
  readonly duration: ArrayLike<number>;
  /** `true` or 1 where the event happened, `false` or 0 where it was still to come (censored). */
  readonly event: ArrayLike<boolean | number>;
  /** Times since the start at which observation began (left truncation), each 0 or more and below its duration; default 0. */
  readonly entry?: ArrayLike<number>;
  /** For how many each row stands (default 1): frequencies of 0 or more. */
  readonly weight?: ArrayLike<number>;
}

/** Durations as rows or as columns. */
export type ObservedDurations = readonly ObservedDuration[] | DurationColumns;
