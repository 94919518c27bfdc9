import { integrateRealLine } from "../math/integrate-real-line.ts";
import { logGamma, logGammaRatio } from "../math/log-gamma.ts";

/** A living customer: a Pareto/NBD customer known to be alive is a new one with r + x, α + T and β + T. */
export interface LivingCustomer {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/**
 * The probability of exactly n purchases within t: all made and still alive, or left at some y < t after n purchases.
 *
 * Fader & Hardie (2006), "Deriving an expression for P(X(t)=n) under the Pareto/NBD model", before the integral is turned into differences.
 */
export function countProbability(customer: LivingCustomer, t: number, n: number): number {
  if (t === 0) return n === 0 ? 1 : 0;
  const { r, beta, s } = customer;
  const size = logChoose(r, n);
  const alive = Math.exp(size + logRateFactor(customer, n, t));
  const left = integrate(customer, t, n, 1, (y) => size - Math.log1p(beta / y));
  return alive + s * left;
}

/** The probability of at least n ≥ 1 purchases within t: the n-th is made at some y < t, before leaving. */
export function tailProbability(customer: LivingCustomer, t: number, n: number): number {
  if (t === 0) return 0;
  const size = logChoose(customer.r, n);
  return n * integrate(customer, t, n, 0, () => size);
}

/** log of (y ÷ (α+y))^n (α ÷ (α+y))^r (β ÷ (β+y))^s. */
function logRateFactor({ r, alpha, s, beta }: LivingCustomer, n: number, y: number): number {
  const purchases = n === 0 ? 0 : n * Math.log1p(alpha / y);
  return -purchases - r * Math.log1p(y / alpha) - s * Math.log1p(y / beta);
}

/**
 * ∫_0^t e^(log(y) + logRateFactor) dy ÷ y, where log(y) holds y ÷ (β+y) to the power of `leaving`, 0 or 1.
 *
 * Over u with y = t ÷ (1 + e^−u), around the peak of the integrand.
 */
function integrate(
  customer: LivingCustomer,
  t: number,
  n: number,
  leaving: 0 | 1,
  log: (y: number) => number,
): number {
  const density = (u: number): number => {
    const small = Math.exp(-Math.abs(u));
    const y = (t * (u < 0 ? small : 1)) / (1 + small);
    // 1 − y/t
    const rest = (u < 0 ? 1 : small) / (1 + small);
    return y === 0 ? 0 : rest * Math.exp(log(y) + logRateFactor(customer, n, y));
  };
  const { centre, width } = peak(customer, t, n, leaving);
  return integrateRealLine(density, centre, width);
}

/** The peak of that integrand over u, by halving, and its width. */
function peak(
  { r, alpha, s, beta }: LivingCustomer,
  t: number,
  n: number,
  leaving: 0 | 1,
): { centre: number; width: number } {
  let low = -700;
  let high = 700;
  let curvature = 1;
  for (let i = 0; i < 32; i++) {
    const u = (low + high) / 2;
    const share = 1 / (1 + Math.exp(-u));
    const rest = 1 / (1 + Math.exp(u));
    const y = t * share;
    const byAlpha = 1 / (alpha + y);
    const byBeta = 1 / (beta + y);
    const slope = (n * alpha - r * y) * byAlpha + (leaving * beta - s * y) * byBeta;
    if (rest * slope > share) low = u;
    else high = u;
    const turn = (n + r) * alpha * byAlpha * byAlpha + (leaving + s) * beta * byBeta * byBeta;
    curvature = share * (1 + slope) * rest + y * rest * rest * turn;
  }
  return { centre: low, width: 1 / Math.sqrt(curvature) };
}

/** log of r (r+1) … (r+n−1) ÷ n!. */
function logChoose(r: number, n: number): number {
  if (n > LONG) {
    // Γ(r+n) ÷ (Γ(n+1) Γ(r)), as the ratio of the two large ones
    const ratio = r >= 1 ? logGammaRatio(n + 1, r - 1) : -logGammaRatio(n + r, 1 - r);
    return ratio - logGamma(r);
  }
  let log = 0;
  let product = 1;
  for (let j = 0; j < n; j++) {
    product *= (r + j) / (1 + j);
    if (product > 1e250 || product < 1e-250) {
      log += Math.log(product);
      product = 1;
    }
  }
  return log + Math.log(product);
}

const LONG = 1000;
