import { logBetaRatio } from "../math/log-beta-ratio.ts";
import { logGammaRatio } from "../math/log-gamma.ts";
import { digamma } from "../math/polygamma.ts";
import { crossDifference, digammaDifference } from "../math/polygamma-difference.ts";

/**
 * Parameters of the beta-discrete-Weibull model (BdW).
 *
 * A customer is still there after t periods with probability (1−θ)^(t^c); θ differs between customers as a beta distribution with
 * `alpha` and `beta`. With `c` above 1 each single customer leaves the more readily the longer he has stayed, below 1 the less; `c` = 1 is
 * the shifted beta-geometric model.
 *
 * Fader, Hardie, Liu, Davin & Steenburgh (2018), "How to project customer retention revisited", Journal of Interactive Marketing 43.
 */
export interface BdwParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly c: number;
}

/** log t^c from which on S(t) is a power of t to the last digit, while t^c itself would soon overflow. */
const FAR = 230;

/** Whether S(t) is a power of t by now. */
export function isFar(c: number, t: number, logT: number = Math.log(t)): boolean {
  return t > 1 && c * logT > FAR;
}

/**
 * log of S(t) ÷ S(from) for t ≥ from, with S(t) = B(α, β+t^c) ÷ B(α, β).
 *
 * `logT` is log t, for times so large that only their logarithm is a number.
 */
export function logSurvival(
  { alpha, beta, c }: BdwParameters,
  from: number,
  t: number,
  logT: number = Math.log(t),
): number {
  if (t === from) return 0;
  if (isFar(c, from)) return -alpha * c * logRatio(from, t, logT);
  const start = beta + from ** c;
  if (isFar(c, t, logT)) return logGammaRatio(start, alpha) - alpha * c * logT;
  return logBetaRatio(alpha, start, clockBetween(c, from, t, logT));
}

/** The derivatives of log(S(t) ÷ S(from)) by α, β and c. */
export function logSurvivalSlopes(
  { alpha, beta, c }: BdwParameters,
  from: number,
  t: number,
): [number, number, number] {
  if (isFar(c, from)) {
    const ratio = logRatio(from, t);
    return [-c * ratio, 0, -alpha * ratio];
  }
  const start = beta + from ** c;
  const startSlope = clockSlope(c, from);
  if (isFar(c, t)) {
    const byStart = digammaDifference(start, alpha);
    const logT = Math.log(t);
    return [digamma(alpha + start) - c * logT, byStart, byStart * startSlope - alpha * logT];
  }
  const step = clockBetween(c, from, t);
  const byAlpha = -digammaDifference(alpha + start, step);
  const byStart = crossDifference(digammaDifference, start, alpha, step);
  const byStep = -digammaDifference(start + step, alpha);
  return [byAlpha, byStart, byStart * startSlope + byStep * clockSlopeBetween(c, from, t)];
}

/** t^c − from^c: the time that passes on the model's clock. */
export function clockBetween(c: number, from: number, t: number, logT: number = Math.log(t)): number {
  if (t === from) return 0;
  return from === 0 ? Math.exp(c * logT) : from ** c * Math.expm1(c * logRatio(from, t, logT));
}

/** The derivative of t^c by c. */
export function clockSlope(c: number, t: number): number {
  return t <= 1 ? 0 : t ** c * Math.log(t);
}

/** The derivative of t^c − from^c by c. */
export function clockSlopeBetween(c: number, from: number, t: number): number {
  if (from === 0) return clockSlope(c, t);
  return clockBetween(c, from, t) * Math.log(t) + from ** c * logRatio(from, t);
}

/** log(t ÷ from), also where they are close or t overflows. */
function logRatio(from: number, t: number, logT: number = Math.log(t)): number {
  return t < 2 * from ? Math.log1p((t - from) / from) : logT - Math.log(from);
}
