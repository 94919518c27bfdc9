/**
 * How the interval of a rate is made from counts.
 *
 * - `"wilson"`: the score interval: short, and right on average.
 * - `"wilson-corrected"`: the same with the continuity correction; seldom covers less often than it says, and is about as wide as Clopper and Pearson's.
 * - `"clopper-pearson"`: from the binomial distribution; never covers less often than it says, and is wide.
 * - `"jeffreys"`: equal tails of the posterior from Jeffreys' prior; right on average.
 * - `"agresti-coull"`: a simple formula that is never shorter than Wilson's; cut at 0 and 1.
 * - `"wald"`: the textbook's rate ± z standard errors, cut at 0 and 1; too short for few cases, empty at 0 and at all successes. Not recommended.
 */
export type ProportionMethod =
  | "wilson"
  | "wilson-corrected"
  | "clopper-pearson"
  | "jeffreys"
  | "agresti-coull"
  | "wald";

/** All methods; the default first. */
export const PROPORTION_METHODS: readonly ProportionMethod[] = [
  "wilson",
  "wilson-corrected",
  "clopper-pearson",
  "jeffreys",
  "agresti-coull",
  "wald",
];
