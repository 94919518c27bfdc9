import { logBetaRatio } from "../math/log-beta-ratio.ts";
import type { BgBbParameters } from "./bg-bb.ts";
import { LogSeries } from "./log-series.ts";

/** The logarithm of the probability of something, split by whether the customer is alive at the end. */
export interface LifetimeSums {
  readonly logAlive: number;
  /** −∞ if he cannot have left. */
  readonly logDead: number;
}

/**
 * Equations 5 and 7 as one: the probability of x purchases by the last of so many opportunities, over all opportunities j ≥ first after
 * which the customer may have left.
 *
 *     Σ_j C(j, choose) B(α+x, β+j−x) ÷ B(α, β) · B(γ, δ+j) ÷ B(γ, δ) · [j < last: γ ÷ (γ+δ+j)]
 *
 * With `choose` = 0 the purchases are at given opportunities, with `choose` = x at any. Each term follows from the one before.
 */
export function logLifetimeSums(
  parameters: BgBbParameters,
  x: number,
  first: number,
  last: number,
  choose: number,
): LifetimeSums {
  const { alpha, beta, gamma, delta } = parameters;
  const series = new LogSeries(logChanceOfPattern(parameters, x, first));
  for (let j = first; j < last; j++) {
    const leaving = gamma + delta + j;
    series.add(gamma / leaving);
    const next = (j + 1) * (beta + (j - x)) * (delta + j);
    series.step(next / ((j + 1 - choose) * (alpha + beta + j) * leaving));
  }
  return { logAlive: series.logTerm, logDead: series.logSum };
}

/**
 * The probability of at least n purchases, n ≥ 1: the sum over the opportunities at which the n-th may come. Whether the customer leaves
 * after that does not matter, so all terms are positive.
 */
export function chanceOfReaching(parameters: BgBbParameters, n: number, last: number): number {
  if (n > last) return 0;
  const { alpha, beta, gamma, delta } = parameters;
  const series = new LogSeries(logChanceOfPattern(parameters, n, n));
  for (let j = n; j <= last; j++) {
    series.add(1);
    const next = j * (beta + (j - n)) * (delta + j);
    series.step(next / ((j + 1 - n) * (alpha + beta + j) * (gamma + delta + j)));
  }
  return Math.min(1, Math.exp(series.logSum));
}

/** log of the probability to be alive through so many opportunities and to buy at x given ones of them. */
function logChanceOfPattern(
  { alpha, beta, gamma, delta }: BgBbParameters,
  x: number,
  opportunities: number,
): number {
  const silent = opportunities - x;
  return (
    logBetaRatio(alpha, beta, silent) +
    logBetaRatio(beta + silent, alpha, x) +
    logBetaRatio(gamma, delta, opportunities)
  );
}
