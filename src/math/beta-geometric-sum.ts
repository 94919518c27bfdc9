import { logEulerIntegral } from "./euler-integral.ts";
import { logBeta } from "./log-beta.ts";

/**
 * Σ_{m≥0} B(a, b+m) ÷ B(a, b) · v^m for a, b > 0 and 0 ≤ v ≤ 1: the periods that a customer still stays, each discounted by v, if he
 * leaves in each with a probability θ ~ Beta(a, b) of his own.
 *
 * It is ₂F₁(1, b; a+b; v) = E[1 ÷ (1 − v(1−θ))]; infinite for v = 1 and a ≤ 1.
 *
 * @param oneMinusV 1 − v, where the caller knows it better than a rounded v can tell: for v = 1 ÷ (1+d) it is d ÷ (1+d).
 */
export function betaGeometricSum(a: number, b: number, v: number, oneMinusV: number = 1 - v): number {
  if (v === 0) return 1;
  if (oneMinusV === 0) return a > 1 ? (b + (a - 1)) / (a - 1) : Number.POSITIVE_INFINITY;
  const fraction = meanByFraction(a, b, v / oneMinusV) / oneMinusV;
  if (!Number.isNaN(fraction)) return fraction;
  // Tails as long as those of small parameters are no matter for an integral: each is raised by one first.
  if (b < 1) return 1 + ((v * b) / (a + b)) * betaGeometricSum(a, b + 1, v, oneMinusV);
  if (a < 0.01) return (1 - ((v * a) / (a + b)) * betaGeometricSum(a + 1, b, v, oneMinusV)) / oneMinusV;
  return Math.exp(logEulerIntegral(b, a, 1, oneMinusV) - logBeta(a, b));
}

/**
 * E[1 ÷ (1 + wθ)] = ₂F₁(1, a; a+b; −w) as Gauss' continued fraction (DLMF 15.7.5), in which all terms are positive; `NaN` if it needs too
 * many of them, as for large w and small a.
 */
function meanByFraction(a: number, b: number, w: number): number {
  const c = a + b;
  // Modified Lentz (Numerical Recipes, section 5.2), from 1 + (a÷c)w ÷ (1 + …) on; both factors stay positive.
  let value = 1 + (a / c) * w;
  let top = value;
  let bottom = 1;
  for (let m = 1; m <= MAX_PAIRS; m++) {
    const even = (w * m * (b + (m - 1))) / ((c + (2 * m - 2)) * (c + (2 * m - 1)));
    top = 1 + even / top;
    bottom = 1 / (1 + even * bottom);
    value *= top * bottom;
    const odd = (w * (a + m) * (c + (m - 1))) / ((c + (2 * m - 1)) * (c + 2 * m));
    top = 1 + odd / top;
    bottom = 1 / (1 + odd * bottom);
    const factor = top * bottom;
    value *= factor;
    // Neighbouring convergents lie on either side of the limit.
    if (Math.abs(factor - 1) <= 3e-16) return 1 / value;
  }
  return Number.NaN;
}

const MAX_PAIRS = 2000;
