import { logGamma, logGammaOnePlus, STIRLING_FROM, stirlingCorrection } from "./log-gamma.ts";
import { log1pMinus } from "./log1p-minus.ts";
import { fromLogLower, fromLogUpper, type TailProbabilities } from "./tail-probabilities.ts";

/**
 * The regularised incomplete gamma functions P (lower) and Q (upper): for G ~ Gamma(a) with rate 1, the probabilities of G ≤ x and of
 * G > x.
 *
 * Series below, Legendre's continued fraction above max(a, 1).
 */
export function regularizedGamma(a: number, x: number): TailProbabilities {
  if (x <= 0) return fromLogLower(Number.NEGATIVE_INFINITY);
  if (x === Number.POSITIVE_INFINITY) return fromLogUpper(Number.NEGATIVE_INFINITY);
  if (x < 1 && a < 1) return fromLogLower(logBySmallSeries(a, x));
  if (x < a) return fromLogLower(logDensity(a, x) + Math.log(series(a, x)));
  return fromLogUpper(logDensity(a, x) + Math.log(fraction(a, x)));
}

/** log P from x^a ÷ Γ(a+1) · (1 + Σ_{n≥1} (−x)ⁿ a ÷ (n! (a+n))) (DLMF 8.7.1): for small a it keeps the digits of a log close to 0. */
function logBySmallSeries(a: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < MAX_TERMS; n++) {
    term *= -x / n;
    const next = (term * a) / (a + n);
    sum += next;
    if (Math.abs(next) <= 1e-17 * Math.abs(sum)) break;
  }
  return a * Math.log(x) - logGammaOnePlus(a) + Math.log1p(sum);
}

/** log of x^a e^(−x) ÷ Γ(a). */
function logDensity(a: number, x: number): number {
  if (a < STIRLING_FROM) return a * Math.log(x) - x - logGamma(a);
  // Stirling's formula around the mean a: of the large terms only the difference is computed.
  return a * log1pMinus((x - a) / a, x / a) + 0.5 * Math.log(a / (2 * Math.PI)) - stirlingCorrection(a);
}

/** P ÷ density = Σ xⁿ ÷ (a (a+1) … (a+n)) (DLMF 8.11.4). */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MAX_TERMS && term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Q ÷ density: the even part of DLMF 8.9.2, whose terms are positive where they count. */
function fraction(a: number, x: number): number {
  let denominator = x - a + 1;
  // Modified Lentz (Numerical Recipes, section 5.2).
  let value = 1 / denominator;
  let top = denominator;
  let bottom = 0;
  for (let n = 1; n < MAX_TERMS; n++) {
    const numerator = n * (a - n);
    denominator += 2;
    top = denominator + numerator / top;
    bottom = 1 / (denominator + numerator * bottom);
    const factor = top * bottom;
    value /= factor;
    if (Math.abs(factor - 1) <= 2e-16) break;
  }
  return value;
}

const MAX_TERMS = 100_000;
