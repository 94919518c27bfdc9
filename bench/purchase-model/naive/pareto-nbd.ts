import type { History } from "../bases.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { logAddExp, logGamma } from "./log-gamma.ts";

/** The Pareto/NBD likelihood customer by customer with two hypergeometric series each: Fader & Hardie (2005), note 009. */
export function paretoNbdLogLikelihood(
  logParameters: readonly number[],
  customers: readonly History[],
): number {
  const [r = 1, alpha = 1, s = 1, beta = 1] = logParameters.map(Math.exp);
  let sum = 0;
  for (const { frequency: x, recency, T } of customers) {
    const purchases = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta);
    const alive = -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T);
    const left = Math.log(s) - Math.log(r + s + x) + logDeparture(r, alpha, s, beta, x, recency, T);
    sum += purchases + logAddExp(alive, left);
  }
  return sum;
}

/** log A₀: the difference of the two series, at the last purchase and at the end. */
export function logDeparture(
  r: number,
  alpha: number,
  s: number,
  beta: number,
  x: number,
  recency: number,
  T: number,
): number {
  const scale = Math.max(alpha, beta);
  const power = r + s + x;
  const second = alpha >= beta ? s + 1 : r + x;
  const logSeries = (t: number): number =>
    Math.log(hypergeometric(power, second, power + 1, Math.abs(alpha - beta) / (scale + t))) -
    power * Math.log(scale + t);
  const atLast = logSeries(recency);
  return atLast + Math.log(1 - Math.exp(logSeries(T) - atLast));
}
