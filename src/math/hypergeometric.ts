import { logEulerIntegral } from "./euler-integral.ts";
import { logBeta } from "./log-beta.ts";
import { logGamma } from "./log-gamma.ts";

/** A number and the log of its absolute value, which holds where the number overflows. */
export interface ScaledValue {
  readonly value: number;
  readonly logAbs: number;
}

/**
 * Gauss' hypergeometric function ₂F₁(a, b; c; z) for real arguments and z ≤ 1.
 *
 * By Euler's integral where c > a > 0 or c > b > 0 (the other of a and b may be any number), elsewhere by the power series: `NaN` where
 * that would need too many terms or lose more than three digits, for z > 1, where the function is not real, and for c = 0, −1, …, where
 * it has poles.
 */
export function hypergeometric2F1(a: number, b: number, c: number, z: number): ScaledValue {
  if (!(z <= 1) || (c <= 0 && Number.isInteger(c))) return NOT_A_NUMBER;
  if (z === 1) return atOne(a, b, c);
  const viaA = Math.min(a, c - a);
  const viaB = Math.min(b, c - b);
  const positive = a > 0 && b > 0 && c > 0 && z >= 0;
  // Below 1e-6 the tails of the integral are too long.
  if ((positive && z <= 0.9) || Math.max(viaA, viaB) < 1e-6) return series(a, b, c, z);
  const [p, q] = viaA > viaB ? [a, b] : [b, a];
  return fromLog(logEulerIntegral(p, c - p, q, 1 - z) - logBeta(p, c - p));
}

const NOT_A_NUMBER: ScaledValue = { value: Number.NaN, logAbs: Number.NaN };

function fromLog(logAbs: number): ScaledValue {
  return { value: Math.exp(logAbs), logAbs };
}

/** Gauss' sum (DLMF 15.4.20); infinite where the series diverges. */
function atOne(a: number, b: number, c: number): ScaledValue {
  if (!(c > Math.max(a, b, 0))) return NOT_A_NUMBER;
  if (c - a - b <= 0) return fromLog(Number.POSITIVE_INFINITY);
  return fromLog(logGamma(c) + logGamma(c - a - b) - logGamma(c - a) - logGamma(c - b));
}

/** The power series (DLMF 15.2.1) scaled down before it overflows. */
function series(a: number, b: number, c: number, z: number): ScaledValue {
  let one = 1;
  let term = 1;
  let rest = 0;
  let largest = 1;
  let logScale = 0;
  for (let n = 0; n < MAX_TERMS; n++) {
    term *= (((a + n) / (c + n)) * (b + n) * z) / (n + 1);
    rest += term;
    largest = Math.max(largest, Math.abs(term));
    if (largest > 1e250) {
      one *= 1e-250;
      term *= 1e-250;
      rest *= 1e-250;
      largest *= 1e-250;
      logScale += LOG_SCALE;
    }
    // A sum close to 1 keeps the digits of its log.
    if (Math.abs(term) <= 1e-17 * Math.min(Math.abs(one + rest), Math.abs(rest))) {
      const sum = one + rest;
      if (Math.abs(sum) < 1e-3 * largest) return NOT_A_NUMBER;
      const logAbs = logScale + (one === 1 && rest > -0.5 ? Math.log1p(rest) : Math.log(Math.abs(sum)));
      return { value: logScale === 0 ? sum : Math.sign(sum) * Math.exp(logAbs), logAbs };
    }
  }
  return NOT_A_NUMBER;
}

const MAX_TERMS = 100_000;
const LOG_SCALE = 250 * Math.LN10;
