import { integrateRealLine } from "../math/integrate-real-line.ts";
import { logGammaRatio } from "../math/log-gamma.ts";

/**
 * log of b(b+1)…(b+n−1) ÷ ((a+b)…(a+b+n−1)): how probable it is to make n purchases without leaving after any of them, if the chance to
 * leave differs between customers as Beta(a, b).
 */
export function logStaying(a: number, b: number, n: number): number {
  if (n > 1000 || !Number.isInteger(n)) return logGammaRatio(b, a) - logGammaRatio(b + n, a);
  let log = 0;
  let product = 1;
  for (let j = 0; j < n; j++) {
    product *= 1 + a / (b + j);
    if (product > 1e250) {
      log += Math.log(product);
      product = 1;
    }
  }
  return -log - Math.log(product);
}

/**
 * The mean of a smooth function of the chance to leave, p ~ Beta(a, b): an integral over the log odds of p, divided by that of the density,
 * in which the rounding of large a and b cancels.
 */
export function meanOverDropout(a: number, b: number, f: (p: number) => number): number {
  const centre = Math.log(a / b);
  const width = Math.sqrt(1 / a + 1 / b);
  // e^−|y|, from which comes all that is needed of log odds y without overflow.
  const smallOdds = (y: number): number => Math.exp(-Math.abs(y));
  const logHeight = (y: number, odds: number): number => {
    const small = Math.log1p(odds);
    return -a * (small + Math.max(-y, 0)) - b * (small + Math.max(y, 0));
  };
  const highest = logHeight(centre, smallOdds(centre));
  const density = (y: number): number => Math.exp(logHeight(y, smallOdds(y)) - highest);
  const weighted = (y: number): number => {
    const odds = smallOdds(y);
    const weight = Math.exp(logHeight(y, odds) - highest);
    return weight === 0 ? 0 : weight * f((y > 0 ? 1 : odds) / (1 + odds));
  };
  return integrateRealLine(weighted, centre, width) / integrateRealLine(density, centre, width);
}
