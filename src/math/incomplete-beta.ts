import { betaCorrection, logBeta } from "./log-beta.ts";
import { logGammaOnePlus, logGammaRatio, STIRLING_FROM } from "./log-gamma.ts";
import { log1pMinus } from "./log1p-minus.ts";
import { fromLogLower, fromLogUpper, type TailProbabilities } from "./tail-probabilities.ts";

/**
 * The regularised incomplete beta function: for θ ~ Beta(a, b), the probabilities of θ ≤ x and of θ > x.
 *
 * Series where the point is far out on the side of a small parameter, a continued fraction elsewhere (Didonato & Morris 1992, ACM TOMS
 * 18(3)).
 *
 * @param x The point, 0 ≤ x ≤ 1.
 * @param y 1 − x, given since a rounded x close to 1 would not tell it.
 */
export function regularizedBeta(x: number, y: number, a: number, b: number): TailProbabilities {
  if (x <= 0) return fromLogLower(Number.NEGATIVE_INFINITY);
  if (y <= 0) return fromLogUpper(Number.NEGATIVE_INFINITY);
  if (x <= 0.7 && b * x <= 1) return fromLogLower(logBySeries(x, a, b));
  if (y <= 0.7 && a * y <= 1) return fromLogUpper(logBySeries(y, b, a));
  // Here the parameter of the side that is taken is at least 1, so that its probability is not close to 1.
  const distance = a * y - b * x;
  return distance >= 0
    ? fromLogLower(logDensity(x, y, a, b) + Math.log(fraction(x, y, a, b, distance)))
    : fromLogUpper(logDensity(x, y, a, b) + Math.log(fraction(y, x, b, a, -distance)));
}

/** log of x^a Γ(a+b) ÷ (Γ(a+1) Γ(b)) · (1 + Σ_{n≥1} (1−b)ₙ a ÷ (n! (a+n)) xⁿ): for small a it keeps the digits of a log close to 0. */
function logBySeries(x: number, a: number, b: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < MAX_TERMS; n++) {
    term *= ((n - b) / n) * x;
    const next = (term * a) / (a + n);
    sum += next;
    if (Math.abs(next) <= 1e-17 * Math.abs(sum)) break;
  }
  const logScale = a < 1 ? logGammaRatio(b, a) - logGammaOnePlus(a) : -Math.log(a) - logBeta(a, b);
  return a * Math.log(x) + logScale + Math.log1p(sum);
}

/** log of x^a y^b ÷ B(a, b). */
function logDensity(x: number, y: number, a: number, b: number): number {
  if (Math.min(a, b) < STIRLING_FROM) {
    return a * logOf(x, y) + b * logOf(y, x) - logBeta(a, b);
  }
  // Stirling's formula around the mean a ÷ (a+b): of the large terms only the difference is computed.
  const c = a + b;
  const distance = b * x - a * y;
  return (
    a * log1pMinus(distance / a, (x * c) / a) +
    b * log1pMinus(-distance / b, (y * c) / b) +
    0.5 * Math.log((a / c) * (b / TWO_PI)) -
    betaCorrection(a, b)
  );
}

const TWO_PI = 2 * Math.PI;

function logOf(x: number, complement: number): number {
  return x < 0.5 ? Math.log(x) : Math.log1p(-complement);
}

/**
 * I_x(a, b) ÷ (x^a y^b ÷ B(a, b)) for ay ≥ bx, of which `distance` is the difference: the even part of DLMF 8.17.22, whose terms are
 * positive where they count.
 */
function fraction(x: number, y: number, a: number, b: number, distance: number): number {
  let denominator = (a * (distance + 1)) / (a + 1);
  // Modified Lentz (Numerical Recipes, section 5.2).
  let value = 1 / denominator;
  let top = denominator;
  let bottom = 0;
  for (let n = 1; n < MAX_TERMS; n++) {
    const k = a + 2 * n;
    const numerator = ((a + (n - 1)) / (k - 1)) * ((a + b + (n - 1)) / (k - 1)) * n * (b - n) * x * x;
    denominator = n + (n * (b - n) * x) / (k - 1) + ((a + n) / (k + 1)) * (distance + 1 + n * (1 + y));
    top = denominator + numerator / top;
    bottom = 1 / (denominator + numerator * bottom);
    const factor = top * bottom;
    value /= factor;
    if (Math.abs(factor - 1) <= 2e-16) break;
  }
  return value;
}

const MAX_TERMS = 100_000;
