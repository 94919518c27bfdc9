/**
 * The logarithm of |Γ(x)|, to about 1e-15 of max(1, |value|) and relatively accurate near its zeros 1 and 2; infinite at 0, −1, −2, ….
 *
 * Stirling's series (DLMF 5.11.1) after a shift beyond 10; near 1 and 2 the Taylor series in ζ(k) (DLMF 5.7.3), since the series'
 * terms would cancel there. For negative x by reflection (DLMF 5.5.3).
 */
export function logGamma(x: number): number {
  // The sine of the distance to the nearest pole: πx itself would lose it.
  if (x < 0) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * (x - Math.round(x))))) - logGamma(1 - x);
  if (x >= 1.5 && x <= 2.5) return nearTwo(x - 2);
  // Γ(x) = Γ(x + 1) ÷ x
  if (x >= 0.5 && x < 1.5) return logGammaOnePlus(x - 1);
  let shifted = x;
  let product = 1;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted += 1;
  }
  return stirling(shifted) - Math.log(product);
}

/** log Γ(1 + x) for x ≥ −1/2, which keeps the digits of a small x that 1 + x would round away. */
export function logGammaOnePlus(x: number): number {
  return x < 0.5 ? nearTwo(x) - Math.log1p(x) : logGamma(1 + x);
}

/** From here on Stirling's formula and its correction have full precision. */
export const STIRLING_FROM = 10;

export const HALF_LOG_TWO_PI = 0.91893853320467274178;

function stirling(x: number): number {
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingCorrection(x);
}

/** What Stirling's formula leaves: Σ B₂ₖ ÷ (2k (2k−1) x^(2k−1)); full precision for x ≥ 10. */
export function stirlingCorrection(x: number): number {
  const s = 1 / (x * x);
  let sum = 0;
  for (let k = 0; k < STIRLING.length; k++) sum = sum * s + (STIRLING[k] as number);
  return sum / x;
}

/** stirlingCorrection(x + d) − stirlingCorrection(x), with the digits that a small d would lose: its divided difference times d. */
function correctionDifference(x: number, d: number): number {
  const u = 1 / x;
  const v = 1 / (x + d);
  const s = u * u;
  const t = v * v;
  let polynomial = 0;
  let slope = 0;
  for (let k = 0; k < STIRLING.length; k++) {
    slope = slope * s + polynomial;
    polynomial = polynomial * t + (STIRLING[k] as number);
  }
  return -d * u * v * (polynomial + u * (u + v) * slope);
}

// Highest power first.
const STIRLING = [-3617 / 122_400, 1 / 156, -691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];

const EULER_GAMMA = 0.57721566490153286061;

/** log Γ(2 + z) for |z| ≤ 1/2: (1 − γ) z + Σ_{k≥2} (ζ(k) − 1) (−z)^k ÷ k. */
function nearTwo(z: number): number {
  let sum = 0;
  for (let k = ZETA_MINUS_ONE.length - 1; k >= 0; k--) {
    sum = sum * -z + (ZETA_MINUS_ONE[k] as number) / (k + 2);
  }
  return (1 - EULER_GAMMA) * z + z * z * sum;
}

// ζ(k) − 1 for k = 2, 3, …
const ZETA_MINUS_ONE = [
  0.64493406684822644, 0.20205690315959429, 0.082323233711138192, 0.036927755143369926, 0.01734306198444914,
  0.0083492773819228268, 0.0040773561979443394, 0.0020083928260822144, 0.00099457512781808534,
  0.00049418860411946456, 0.0002460865533080483, 0.00012271334757848915, 6.1248135058704829e-5,
  3.0588236307020494e-5, 1.5282259408651872e-5, 7.6371976378997623e-6, 3.8172932649998399e-6,
  1.9082127165539389e-6, 9.5396203387279611e-7, 4.7693298678780646e-7, 2.3845050272773299e-7,
  1.1921992596531107e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365041e-8,
  7.4507117898354295e-9, 3.7253340247884571e-9, 1.862659723513049e-9,
];

/**
 * log Γ(x + d) − log Γ(x) for x > 0 and d ≥ 0, without the cancellation of two large values.
 *
 * Beyond 10 the difference of Stirling's formulas is taken term by term; below, both sides are first shifted up.
 */
export function logGammaRatio(x: number, d: number): number {
  if (d === 0) return 0;
  if (Number.isInteger(d) && d <= 32) return logRisingFactorial(x, d);
  let low = x;
  let shift = 0;
  while (low < STIRLING_FROM) {
    shift += Math.log1p(d / low);
    low += 1;
  }
  const high = low + d;
  const ratio = (low - 0.5) * Math.log1p(d / low) + d * (Math.log(high) - 1) + correctionDifference(low, d);
  return ratio - shift;
}

/** log of x (x+1) … (x+n−1). */
export function logRisingFactorial(x: number, n: number): number {
  if (n > RISING_LIMIT) return logGammaRatio(x, n);
  let log = 0;
  let product = 1;
  for (let j = 0; j < n; j++) {
    product *= x + j;
    if (product > 1e250 || product < 1e-250) {
      log += Math.log(product);
      product = 1;
    }
  }
  return log + Math.log(product);
}

const RISING_LIMIT = 1000;
