/** Why a fitted beta distribution is to be read with care. */
export type BetaBinomialCode =
  | "no-trials"
  | "one-group"
  | "single-trials"
  | "one-outcome"
  | "no-differences"
  | "all-or-nothing"
  | "not-converged";

/** A worry about a fitted beta distribution that does not stop the work. */
export interface BetaBinomialWarning {
  /**
   * - `"no-trials"`: there is nothing to fit.
   * - `"one-group"`: with one group nothing tells how groups differ.
   * - `"single-trials"`: no group has more than one trial, and then too nothing tells it.
   * - `"one-outcome"`: all trials succeeded, or none did.
   * - `"no-differences"`: the groups differ no more than by chance.
   * - `"all-or-nothing"`: in each group all trials succeeded or none did, so that own cases count alone.
   * - `"not-converged"`: the search gave up.
   */
  readonly code: BetaBinomialCode;
  /** What it means and what to do, in English. */
  readonly message: string;
}

const MESSAGES: Readonly<Record<BetaBinomialCode, string>> = {
  "no-trials": "No group has a trial, so there is no rate: all estimates are null.",
  "one-group":
    "There is one group with trials, and nothing to tell how groups differ: the mean is its own rate.",
  "single-trials":
    "No group has more than one trial, so nothing tells how groups differ: all are given the mean. Join groups, or pass a prior.",
  "one-outcome":
    "All trials ended alike, so nothing tells how groups differ: all are given the mean. Pass a prior if you know one.",
  "no-differences":
    "The groups differ no more than chance makes equal groups differ: all are given the mean. It does not prove them equal; more cases may tell.",
  "all-or-nothing":
    "In each group all trials ended alike, so the best fit lets own cases count alone and nothing is shrunken. With few cases pass a prior.",
  "not-converged": "The search gave up before the top of the likelihood: do not use these estimates.",
};

/** The warning of a code. */
export function betaBinomialWarning(code: BetaBinomialCode): BetaBinomialWarning {
  return { code, message: MESSAGES[code] };
}
