import { integrateRealLine } from "../math/integrate-real-line.ts";
import { logGamma, logGammaRatio, logRisingFactorial } from "../math/log-gamma.ts";
import { logistic, softplus } from "../math/log-odds.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";

/**
 * Parameters of the BG/NBD model.
 *
 * While alive, a customer buys at random with a rate of his own; rates differ as a gamma distribution with shape `r` and rate `alpha` (in
 * the model's unit of time). After each repeat purchase he may leave for good, with a probability of his own; these differ as a beta
 * distribution with `a` and `b`.
 *
 * Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing Science 24(2).
 */
export interface BgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** The formulas of the BG/NBD model for one customer: x repeat purchases, the last at age tx, observed to age T. */
export const bgNbd: PurchaseKernel<BgNbdParameters> = {
  /** Equation 6 in the form of Fader & Hardie's note 027: no term can overflow. */
  logLikelihood(parameters, x, tx, T) {
    const { r, alpha, a, b } = parameters;
    const arrivals = logRisingFactorial(r, x) - r * Math.log1p(T / alpha) - x * Math.log(alpha + T);
    if (x === 0) return -r * Math.log1p(T / alpha);
    const survivals = -logBetaRatio(a, b, x);
    return arrivals + survivals + softplus(logOddsDead(parameters, x, tx, T));
  },

  logOddsDead,

  /** Equation 10, divided by P(alive). */
  expectedPurchasesIfAlive({ r, alpha, a, b }, x, T, t) {
    if (t === 0) return 0;
    const k = r + x;
    const ratio = t / (alpha + T);
    const c = a + b + x - 1;
    if (isSmallStep(ratio, k, a, c)) return alternatingSeries(ratio, k, a, c);
    const z = t / (alpha + T + t);
    const u = a + b - 1 - r;
    if (u < -8 || a > 40 || z > 0.95) return dropoutIntegral(ratio, k, a, b + x);
    return eulerSeries(z, Math.log1p(-z), u, a, c);
  },
};

/** log of a ÷ (b+x−1) · ((α+T) ÷ (α+tx))^(r+x): note 021; −∞ for one-time buyers, who cannot have left. */
function logOddsDead({ r, alpha, a, b }: BgNbdParameters, x: number, tx: number, T: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  // b + (x − 1), not b + x − 1: the difference must not swallow a small b.
  return Math.log(a) - Math.log(b + (x - 1)) + (r + x) * Math.log1p((T - tx) / (alpha + tx));
}

/** log of (a+b)(a+b+1)…(a+b+x−1) ÷ (b(b+1)…(b+x−1)): how unlikely x purchases without leaving are. */
function logBetaRatio(a: number, b: number, x: number): number {
  if (x > 1000) return logGammaRatio(b + x, a) - logGammaRatio(b, a);
  let log = 0;
  let product = 1;
  for (let j = 0; j < x; j++) {
    product *= 1 + a / (b + j);
    if (product > 1e250) {
      log += Math.log(product);
      product = 1;
    }
  }
  return log + Math.log(product);
}

/** Where the alternating series in t ÷ (α+T) falls fast enough from its first term on. */
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

/** Equation 10 after Euler's transformation of ₂F₁, written so that a = 1 and a + b + x = 1 are no special cases. */
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

/**
 * The expectation as the mean over dropout probabilities p ~ Beta(a, b + x) of (1 − (1 + p·ratio)^−k) ÷ p, over the log odds of p: slower,
 * but exact where the series would need thousands of terms or lose all digits.
 */
function dropoutIntegral(ratio: number, k: number, a: number, b: number): number {
  const logBeta = logGamma(a) - logGammaRatio(b, a);
  const density = (y: number): number => {
    const p = logistic(y);
    const weight = Math.exp(-a * softplus(-y) - b * softplus(y) - logBeta);
    return weight === 0 ? 0 : weight * purchasesGivenDropout(p, k, ratio);
  };
  return integrateRealLine(density, Math.log(a / b), Math.sqrt(1 / a + 1 / b));
}

function purchasesGivenDropout(p: number, k: number, ratio: number): number {
  return p < 1e-300 ? k * ratio : -Math.expm1(-k * Math.log1p(p * ratio)) / p;
}
