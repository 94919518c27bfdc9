/**
 * Parameters of the shifted beta-geometric model (sBG).
 *
 * At the end of each period a customer leaves with a probability of his own, the same every time; these differ between customers as a
 * beta distribution with `alpha` and `beta`, so that a new customer leaves with mean probability α ÷ (α+β).
 *
 * Fader & Hardie (2007), "How to project customer retention", Journal of Interactive Marketing 21(1).
 */
export interface SbgParameters {
  readonly alpha: number;
  readonly beta: number;
}
