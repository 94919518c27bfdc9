/** A beta distribution of rates. */
export interface BetaParameters {
  /** Above 0. */
  readonly alpha: number;
  /** Above 0. */
  readonly beta: number;
}

/** How the true rates of groups spread: a beta distribution. */
export interface RatePrior {
  /** First parameter of the beta distribution; `null` if the spread is 0, where it would be infinite. */
  readonly alpha: number | null;
  /** Second parameter; `null` as `alpha` is. */
  readonly beta: number | null;
  /** Mean of the rates, alpha ÷ (alpha + beta); `null` if there was no trial at all to tell it from. */
  readonly mean: number | null;
  /**
   * alpha + beta: with so many trials a group is judged half by its own cases and half by the others; `null` if the spread is 0, so that no
   * number is enough.
   */
  readonly precision: number | null;
}
