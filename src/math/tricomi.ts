import { integrateRealLine } from "./integrate-real-line.ts";
import { logGamma } from "./log-gamma.ts";
import { softplus } from "./log-odds.ts";
import { positiveRoot } from "./positive-root.ts";

/**
 * log of Tricomi's confluent hypergeometric function U(a, b, z) for a ≥ 1e-6, z > 0 and any real b; `NaN` for others.
 *
 * From 1 ÷ Γ(a) · ∫₀^∞ e^(−zt) t^(a−1) (1+t)^(b−a−1) dt (DLMF 13.4.4), over log t: positive, with one peak.
 */
export function logTricomi(a: number, b: number, z: number): number {
  // Below 1e-6 the lower tail of the integral is too long.
  if (!(a >= 1e-6 && z > 0)) return Number.NaN;
  const c = b - a - 1;
  const log = (y: number): number => a * y + c * softplus(y) - z * Math.exp(y);
  const t = positiveRoot(z, b - 1 - z, a);
  const peak = Math.log(t);
  const highest = log(peak);
  const curvature = z * t - (c * t) / (1 + t) ** 2;
  // Wide enough for the lower tail, which falls as e^(−a|y|).
  const width = Math.max(1 / Math.sqrt(Math.max(1, curvature)), 1 / (2000 * a));
  return highest - logGamma(a) + Math.log(integrateRealLine((y) => Math.exp(log(y) - highest), peak, width));
}
