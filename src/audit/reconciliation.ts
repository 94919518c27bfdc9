/** A check that parts are the whole. */
export interface Reconciliation {
  /** What was added up, e.g. `"revenue by period"`. */
  readonly name: string;
  /** The sum of the parts. */
  readonly parts: number;
  /** The same from the log itself. */
  readonly total: number;
  /** parts − total: 0, or what rounding leaves of it, far below a cent. */
  readonly difference: number;
}

/** What should be known before figures are believed; it stops nothing. */
export interface BaseWarning {
  /**
   * `"no-purchase"`: nobody has bought by `asOf`. `"no-complete-period"`: no period is over by `asOf`. `"no-previous-period"`: the log does not
   * reach back into the period before, so there is no change to tell of. `"left-censored"`: the log begins within a period that is compared,
   * or customers of older days look new. `"seasonal"`: periods shorter than a year are compared with the one before. `"almost-over"`: a period
   * ends within days after `asOf` and is left out. `"after-log-end"`: `asOf` lies at least a whole period after the log's last day.
   * `"nothing-to-compare"`: there are no two complete cohorts of equal age. `"costs-outside"`: costs lie on days that have no row.
   */
  readonly code:
    | "no-purchase"
    | "no-complete-period"
    | "no-previous-period"
    | "left-censored"
    | "seasonal"
    | "almost-over"
    | "after-log-end"
    | "nothing-to-compare"
    | "costs-outside";
  readonly message: string;
}
