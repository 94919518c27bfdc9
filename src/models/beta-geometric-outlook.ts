import { betaGeometricSum } from "../math/beta-geometric-sum.ts";
import { regularizedBeta } from "../math/incomplete-beta.ts";
import { integrateRealLine } from "../math/integrate-real-line.ts";
import { logGamma, logRisingFactorial } from "../math/log-gamma.ts";
import type { Random } from "../math/random.ts";
import { logStaying, meanOverDropout } from "./beta-dropout.ts";

/**
 * What is known of a living customer who buys at random and may leave after any purchase: his rate is Gamma(shape, rate), his chance to
 * leave Beta(a, b). BG/NBD and MBG/NBD share all that follows from it.
 */
export interface LivingCustomer {
  readonly shape: number;
  readonly rate: number;
  readonly a: number;
  readonly b: number;
}

/** Expected purchases in t units: equation 10 of Fader, Hardie & Lee (2005), divided by P(alive). */
export function purchasesWithin({ shape, rate, a, b }: LivingCustomer, t: number): number {
  if (t === 0) return 0;
  const ratio = t / rate;
  const c = a + b - 1;
  if (isSmallStep(ratio, shape, a, c)) return alternatingSeries(ratio, shape, a, c);
  const z = t / (rate + t);
  const u = c - shape;
  if (u < -8 || a > 40 || z > 0.95)
    return meanOverDropout(a, b, (p) => purchasesGivenDropout(p, shape, ratio));
  return eulerSeries(z, Math.log1p(-z), u, a, c);
}

/** Where the alternating series in t ÷ rate falls fast enough from its first term on. */
function isSmallStep(ratio: number, k: number, a: number, c: number): boolean {
  return (
    (ratio * (k + 1) * a) / (2 * (c + 1)) < 0.25 && (ratio * (k + 30) * (a + 30)) / (31 * (c + 30)) < 0.5
  );
}

/** Σ (−1)^(n+1) (k)ₙ (a)ₙ₋₁ ÷ ((c+1)ₙ₋₁ n!) ratioⁿ: exact where eulerSeries would subtract nearly equal terms. */
function alternatingSeries(ratio: number, k: number, a: number, c: number): number {
  let term = k * ratio;
  let sum = term;
  for (let n = 1; n < MAX_TERMS && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (-ratio * (k + n) * (a + n - 1)) / ((c + n) * (n + 1));
    sum += term;
  }
  return sum;
}

/** Equation 10 after Euler's transformation of ₂F₁, written so that a = 1 and a + b = 1 are no special cases. */
function eulerSeries(z: number, logOneMinusZ: number, u: number, a: number, c: number): number {
  const v = a - 1;
  let term = u * z;
  let sum = term;
  for (let n = 1; n < MAX_TERMS && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (z * (u + n) * (a + n - 1)) / ((c + n) * (n + 1));
    sum += term;
  }
  const first = v === 0 ? -logOneMinusZ : -Math.expm1(v * logOneMinusZ) / v;
  return c * first - Math.exp(v * logOneMinusZ) * sum;
}

const MAX_TERMS = 100_000;

/** (1 − (1 + p·ratio)^−k) ÷ p: the mean over p is slower than the series, but exact where they need thousands of terms or lose all digits. */
function purchasesGivenDropout(p: number, k: number, ratio: number): number {
  return p < 1e-300 ? k * ratio : -Math.expm1(-k * Math.log1p(p * ratio)) / p;
}

/** Probability of not leaving within t units: the mean of (1 + p·t ÷ rate)^−shape. */
export function survivalFor({ shape, rate, a, b }: LivingCustomer, t: number): number {
  if (t === 0) return 1;
  return meanOverDropout(a, b, (p) => Math.exp(-shape * Math.log1p((p * t) / rate)));
}

/** Probability of exactly n purchases in t units: equation 8 of Fader, Hardie & Lee (2005). */
export function countProbability({ shape, rate, a, b }: LivingCustomer, t: number, n: number): number {
  if (t === 0) return n === 0 ? 1 : 0;
  const staying = negativeBinomial(shape, rate, t, n) * Math.exp(logStaying(a, b, n));
  if (n === 0) return staying;
  return staying + (tailProbability({ shape, rate, a, b }, t, n) * a) / (a + b + n - 1);
}

/** Probability of at least n ≥ 1 purchases in t units: n would have come, and he stays after each of the first n − 1. */
export function tailProbability({ shape, rate, a, b }: LivingCustomer, t: number, n: number): number {
  if (t === 0) return 0;
  const { lower } = regularizedBeta(t / (rate + t), rate / (rate + t), n, shape);
  return lower * Math.exp(logStaying(a, b, n - 1));
}

/** Probability that n purchases come in t units from a customer who never leaves. */
export function negativeBinomial(shape: number, rate: number, t: number, n: number): number {
  const log =
    logRisingFactorial(shape, n) - logGamma(n + 1) - shape * Math.log1p(t / rate) - n * Math.log1p(rate / t);
  return Math.exp(log);
}

/**
 * Expected purchases to the end of time, discounted at a continuous rate: the mean over λ ~ Gamma(shape, rate) of
 * φ·Σₙ φⁿ·P(staying after n purchases) with φ = λ ÷ (λ + δ), what a purchase after an exponential waiting time is worth now.
 */
export function discountedPurchases({ shape, rate, a, b }: LivingCustomer, delta: number): number {
  if (delta === 0) return a > 1 ? (a + b - 1) / (a - 1) : Number.POSITIVE_INFINITY;
  return meanOverRate(shape, rate, (lambda) => {
    const worth = lambda / (lambda + delta);
    return worth * betaGeometricSum(a, b, worth, delta / (lambda + delta));
  });
}

/** The mean of a smooth function of λ ~ Gamma(shape, rate), as an integral over log λ. */
export function meanOverRate(shape: number, rate: number, f: (lambda: number) => number): number {
  const logNormaliser = shape * Math.log(rate) - logGamma(shape);
  const density = (y: number): number => {
    const lambda = Math.exp(y);
    const weight = Math.exp(logNormaliser + shape * y - rate * lambda);
    return weight === 0 ? 0 : weight * f(lambda);
  };
  return integrateRealLine(density, Math.log(shape / rate), Math.sqrt(1 / shape));
}

/** Draws a number of purchases in t units. */
export function simulatePurchases({ shape, rate, a, b }: LivingCustomer, random: Random, t: number): number {
  return simulateLife(random, random.gamma(shape, rate), random.beta(a, b), t).frequency;
}

/** Draws the purchases of t units from a customer whose rate and chance to leave are known. */
export function simulateLife(
  random: Random,
  rate: number,
  dropout: number,
  t: number,
): { readonly frequency: number; readonly recency: number } {
  let frequency = 0;
  let recency = 0;
  for (let age = random.exponential(rate); age <= t; age += random.exponential(rate)) {
    frequency += 1;
    recency = age;
    if (random.uniform() <= dropout) break;
  }
  return { frequency, recency };
}
