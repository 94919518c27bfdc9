import { integrateRealLine } from "../math/integrate-real-line.ts";
import { logGamma, logGammaRatio } from "../math/log-gamma.ts";
import { logistic, softplus } from "../math/log-odds.ts";

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

/** The mean of a smooth function of the chance to leave, p ~ Beta(a, b): an integral over the log odds of p. */
export function meanOverDropout(a: number, b: number, f: (p: number) => number): number {
  const logBeta = logGamma(a) - logGammaRatio(b, a);
  const density = (y: number): number => {
    const weight = Math.exp(-a * softplus(-y) - b * softplus(y) - logBeta);
    return weight === 0 ? 0 : weight * f(logistic(y));
  };
  return integrateRealLine(density, Math.log(a / b), Math.sqrt(1 / a + 1 / b));
}
